/** `npm run screenshots`: the pictures of the README, from a real VS Code, light and dark. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../support/build.ts';
import { startSession } from './session.ts';
import { openWorkbench } from './workbench.ts';

const looks = {
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.guides.indentation': false,
  'editor.folding': false,
  'editor.glyphMargin': false,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.links': false,
  'editor.hover.delay': 100,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.sideBar.location': 'left',
  'workbench.editor.showIcons': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'problems.decorations.enabled': false,
  'workbench.colorCustomizations': { 'editorCursor.foreground': '#00000000' },
  'security.workspace.trust.enabled': false,
};

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

interface Picture {
  readonly name: string;
  /** Height of the part that is kept. */
  readonly height: number;
  show(page: Page): Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'hover', height: 400, show: hover },
  { name: 'light-bulb', height: 460, show: lightBulb },
  { name: 'problems', height: 544, show: problems },
  { name: 'migrate', height: 560, show: migrate },
];

/** Chooses the first thing that is offered for `text`, when that is `offered`. */
async function quickInput(page: Page, keys: string, text: string, offered: string): Promise<void> {
  await page.keyboard.press(keys);
  await page.locator('.quick-input-widget:visible input').fill(text);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: offered }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1)!;
  await quickInput(page, 'Control+KeyP', path, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
}

async function hover(page: Page): Promise<void> {
  await openFile(page, 'state-scripts/ArtifactCommit_Leave_10');
  const call = page.locator('.view-line span span', { hasText: 'mender' }).first();
  const links = page.locator('.monaco-hover:visible a', { hasText: 'mender-show-artifact' });
  await call.hover();
  await links.nth(1).waitFor();
  await page.locator('.monaco-hover:visible a', { hasText: 'Quick Fix' }).waitFor();
}

async function lightBulb(page: Page): Promise<void> {
  await openFile(page, 'state-scripts/ArtifactCommit_Leave_10');
  await quickInput(page, 'Control+KeyG', ':8:22', 'line 8');
  await page.locator('.monaco-editor.focused').waitFor();
  await page.locator('[class*="lightbulb" i]').first().waitFor();
  await page.keyboard.press('Control+Period');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

async function problems(page: Page): Promise<void> {
  await openFile(page, 'systemd/product-agent.service');
  await openFile(page, 'etc/mender/mender.conf');
  await page.keyboard.press('Control+Shift+KeyM');
  await page.locator('.markers-panel .monaco-list-row').nth(5).waitFor();
}

async function migrate(page: Page): Promise<void> {
  await openFile(page, 'state-scripts/ArtifactCommit_Leave_10');
  await quickInput(page, 'F1', '>Mender Lint: Migrate Workspace', 'Migrate Workspace');
  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  await rows.nth(3).waitFor();
  await page
    .locator('.tab.active', { hasText: 'Refactor Preview' })
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  await quickInput(page, 'F1', '>View: Toggle Maximized Panel', 'Toggle Maximized Panel');
  await rows.nth(9).waitFor();
}

mkdirSync(join(root, 'images'), { recursive: true });
const only = process.argv[2];
for (const [theme, colorTheme] of Object.entries(themes)) {
  for (const { name, height, show } of pictures.filter(picture => only === undefined || picture.name === only)) {
    const session = await startSession('current', { ...looks, 'workbench.colorTheme': colorTheme });
    const { browser, page } = await openWorkbench({
      port: session.port,
      workspace: session.workspace,
      payload: [['skipWelcome', 'true']],
      size: { width: 900, height },
      scale: 2,
    });
    try {
      // The side bar shows files that are not the matter here.
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await page.keyboard.press('Control+KeyB');
      await show(page);
      const path = join(root, `images/${name}-${theme}.png`);
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      console.log(path.slice(root.length));
    } catch (error) {
      await page.screenshot({ path: join(root, `out/${name}-${theme}-failed.png`) });
      throw error;
    } finally {
      await browser.close();
      await session.stop();
    }
  }
}

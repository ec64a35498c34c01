/** `npm run screenshots`: the pictures of the README and of the walkthrough, from a real VS Code, light and dark. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../support/build.ts';
import { debianProgram } from '../../support/tools.ts';
import { type Session, startSession } from './session.ts';
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
  /** From the root, without the suffix for the theme. */
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Device pixels for each pixel of the page. */
  readonly scale: number;
  /** Those of the walkthrough are part of the extension: few colours make a small file. */
  readonly colours: number;
  show(page: Page): Promise<void>;
}

const ofReadme = (name: string, height: number, show: Picture['show']): Picture => ({
  name: `images/${name}`,
  size: { width: 900, height },
  scale: 2,
  colours: 64,
  show,
});

const ofWalkthrough = (name: string, height: number, show: Picture['show']): Picture => ({
  name: `walkthrough/${name}`,
  size: { width: 600, height },
  scale: 1.5,
  colours: 16,
  show,
});

const pictures: readonly Picture[] = [
  ofReadme('hover', 400, hover),
  ofReadme('light-bulb', 460, lightBulb),
  ofReadme('problems', 544, problems),
  ofReadme('migrate', 560, migrate),
  ofWalkthrough('see', 390, hover),
  ofWalkthrough('fix', 480, lightBulb),
];

/**
 * Chooses the first item that is offered for `text`, when that is `offered`. A busy window may miss a key, which is
 * then pressed again.
 */
async function quickInput(page: Page, keys: string, text: string, offered: string): Promise<void> {
  for (let attempts = 5; ; attempts--) {
    try {
      await page.keyboard.press(keys);
      await page.locator('.quick-input-widget:visible input').fill(text);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: offered }).waitFor();
      break;
    } catch (error) {
      if (attempts === 1) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget', { hasText: offered }).waitFor({ state: 'hidden' });
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

/** Text stays sharp without dithering. */
function quantize(path: string, colours: number): void {
  const args = ['--nofs', '--speed=1', '--strip', '--force', `--output=${path}`, String(colours), path];
  execFileSync(debianProgram('pngquant'), args);
}

async function take({ name, size, scale, colours, show }: Picture, theme: string, session: Session): Promise<void> {
  const payload = [['skipWelcome', 'true']] as const;
  const { browser, page } = await openWorkbench({
    port: session.port,
    workspace: session.workspace,
    payload,
    size,
    scale,
  });
  // A busy machine takes its time.
  page.setDefaultTimeout(120_000);
  try {
    // The side bar would show files that do not matter here.
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+KeyB');
    await show(page);
    const path = join(root, `${name}-${theme}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    quantize(path, colours);
    console.log(path.slice(root.length));
  } catch (error) {
    await page.screenshot({ path: join(root, `out/${name.replace('/', '-')}-${theme}-failed.png`) });
    throw error;
  } finally {
    await browser.close();
  }
}

// All of them, or those whose name begins like this, in one theme.
const [, , only = '', onlyTheme] = process.argv;
for (const [theme, colorTheme] of Object.entries(themes)) {
  if (onlyTheme !== undefined && theme !== onlyTheme) continue;
  const session = await startSession('current', { ...looks, 'workbench.colorTheme': colorTheme });
  try {
    for (const picture of pictures) if (picture.name.startsWith(only)) await take(picture, theme, session);
  } finally {
    await session.stop();
  }
}

/** A window of a served VS Code in which a suite runs, as @vscode/test-electron would run it. */
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { root } from '../../support/build.ts';
import { openWorkbench } from './workbench.ts';

/** Milliseconds after which the window counts as hanging: all tests of a suite take a few minutes. */
const LONGEST = 3_600_000;

export interface SuiteWindow {
  readonly port: number;
  readonly workspace: string;
  /** Folder of the extension that the suite runs in. */
  readonly driver?: string;
  /** The bundle that exports `run`. */
  readonly suite: string;
  /** Receives the output of the suite. */
  onLine(line: string): void;
  /** Receives all other output of the window. */
  onOther?(type: string, text: string): void;
  /** Called before the workbench is loaded. */
  prepare?(page: Page): Promise<void>;
  /** For a suite that does not end by itself: resolves when it has done its work. */
  done?(page: Page): Promise<void>;
}

/** The exit code of the suite. */
export async function runInWindow(options: SuiteWindow): Promise<number> {
  const { port, workspace, driver = join(root, 'test/editor/driver'), suite } = options;
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(driver)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ] as const;
  let end: (code: number) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const ended = new Promise<number>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  const { browser, page } = await openWorkbench({ port, workspace, payload }, async page => {
    await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => {
      const text = format(...values);
      // The workbench prints much that does not belong to the suite.
      if (text.startsWith('[suite] ')) options.onLine(text.slice(8));
      else options.onOther?.(type, text);
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
    page.on('crash', () => fail(new Error('the page has crashed')));
    await options.prepare?.(page);
  });
  const timer = setTimeout(() => fail(new Error('the window hangs')), LONGEST);
  try {
    options.done?.(page).then(() => end(0), fail);
    return await ended;
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

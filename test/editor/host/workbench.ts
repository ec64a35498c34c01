/** A workbench in a headless Chromium. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { debianProgram } from '../../support/tools.ts';

/** Milliseconds that only a hanging browser or page takes to start. */
const LONGEST = 300_000;

export interface WorkbenchOptions {
  readonly port: number;
  /** A folder, or a file that ends in `.code-workspace`. */
  readonly workspace: string;
  /** Pairs that the workbench reads at its start. */
  readonly payload: readonly (readonly [string, string])[];
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for each pixel of the page. */
  readonly scale?: number;
}

export interface Workbench {
  readonly browser: Browser;
  readonly page: Page;
}

/** `prepare` runs before the workbench is loaded. */
export async function openWorkbench(
  options: WorkbenchOptions,
  prepare?: (page: Page) => Promise<void>,
): Promise<Workbench> {
  const browser = await chromium.launch({
    executablePath: debianProgram('chromium'),
    timeout: LONGEST,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // In a container it may be too small for a page, which then crashes.
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    locale: 'en-US',
  });
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(workbenchUrl(options), { waitUntil: 'domcontentloaded', timeout: LONGEST });
  return { browser, page };
}

export function workbenchUrl({
  port,
  workspace,
  payload,
}: Pick<WorkbenchOptions, 'port' | 'workspace' | 'payload'>): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

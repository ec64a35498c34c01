/** Runs mocha in the extension host. */
import { format } from 'node:util';

/** Milliseconds: only a hanging test takes as long, on any machine. */
const LONGEST = 300_000;

/** Rejects when a test fails, as @vscode/test-electron wants it. */
export async function runSuite(load: () => Promise<unknown>): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // The workbench logs to the same place; the launcher recognises our lines by this mark.
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => console.log(`[suite] ${format(...values)}`);
  const { MENDER_LINT_GREP: grep } = process.env;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: LONGEST, reporter: 'spec', ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}

/** The extension in the web worker in which VS Code runs extensions in a browser, on a trusted folder, without Node. */
import 'mocha/mocha.js';
import type Mocha from 'mocha';

/** Milliseconds: only a hanging test takes as long, on any machine. */
const LONGEST = 300_000;

const { mocha, Mocha: library } = globalThis as unknown as { mocha: BrowserMocha; Mocha: typeof Mocha };

interface BrowserMocha {
  setup(options: Mocha.MochaOptions): void;
  run(ended: (failures: number) => void): void;
}

/** It runs where its extension runs. */
export function activate(): void {}

/** Rejects when a test fails, as @vscode/test-electron wants it. */
export async function run(): Promise<void> {
  const { Base, Spec } = library.reporters;
  // The workbench logs to the same place; the launcher recognises our lines by this mark.
  Base.consoleLog = (...values: unknown[]) => console.log(`[suite] ${formatted(values)}`);
  mocha.setup({ ui: 'bdd', color: false, timeout: LONGEST, reporter: Spec });
  await import('../suite/web.test.ts');
  await import('../suite/fixes.test.ts');
  await import('../suite/assist.test.ts');
  await import('../suite/why.test.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}

/** Like `format` of `node:util`, as far as mocha uses it. */
function formatted([text = '', ...values]: readonly unknown[]): string {
  const rest = [...values];
  const filled = String(text).replace(/%[sdi%]/g, place => (place === '%%' ? '%' : String(rest.shift())));
  return [filled, ...rest].join(' ');
}

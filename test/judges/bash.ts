/** What the shells themselves say about a text, which they read without running it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram } from '../support/tools.ts';

export type Shell = 'bash' | 'dash';

/** Looked for once: starting programs from here is slow. */
export const programOf: Readonly<Record<Shell, string>> = { bash: debianProgram('bash'), dash: debianProgram('dash') };

/** Whether the shell accepts each of the texts. All are read in one go. */
export function acceptsEach(shell: Shell, texts: readonly string[]): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-scripts-'));
  try {
    texts.forEach((text, index) => {
      writeFileSync(join(folder, String(index)), text);
    });
    const loop = 'i=0; while [ $i -lt $2 ]; do "$1" -n $i 2>/dev/null && echo $i; i=$((i+1)); done';
    const args = ['-c', loop, 'loop', programOf[shell], String(texts.length)];
    const { stdout } = spawnSync(programOf.dash, args, { cwd: folder, encoding: 'utf8' });
    const accepted = new Set(stdout.split('\n').filter(Boolean).map(Number));
    return texts.map((_, index) => accepted.has(index));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function accepts(shell: Shell, text: string): boolean {
  return acceptsEach(shell, [text])[0]!;
}

/** For a text that bash accepts. An open brace is an error where a command begins, and a word elsewhere. */
export function beginsCommand(text: string, offset: number): boolean {
  return !accepts('bash', `${text.slice(0, offset)}{ ${text.slice(offset)}`);
}

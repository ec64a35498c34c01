/** Shell scripts for comparing parsers: those of the machine that runs the tests, and the project's own. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shebangOf } from '../../server/src/languages/shebang.ts';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { root } from '../support/build.ts';

export interface Script {
  readonly name: string;
  readonly text: string;
  /** The shell it is written for. */
  readonly shell: 'bash' | 'dash';
}

const folders = ['/usr/bin', '/usr/sbin', '/usr/lib/init', '/usr/lib/git-core', '/usr/share', '/etc'];
const LARGEST = 200_000;
const shells = new Map<string, Script['shell']>([
  ['bash', 'bash'],
  ['sh', 'dash'],
  ['dash', 'dash'],
]);

export function machineScripts(): readonly Script[] {
  return folders.flatMap(folder => scriptsBelow(folder));
}

/** The demo tree, and both sides of every example of the catalogue. */
export function ownScripts(): readonly Script[] {
  const examples = allRules.flatMap(row =>
    row.examples
      .filter(({ language }) => language === 'shell')
      .flatMap(({ bad, good }) => [bad, ...(good === undefined ? [] : [good])])
      .map(text => ({ name: `${row.id}: ${text}`, text, shell: 'bash' as const })),
  );
  return [...scriptsBelow(join(root, 'test/fixtures/demo')), ...examples];
}

function scriptsBelow(folder: string): Script[] {
  return entries(folder).flatMap(path => {
    const text = readScript(path);
    const shell = text === undefined ? undefined : shells.get(shebangOf(text)?.interpreter ?? '');
    return text !== undefined && shell ? [{ name: path, text, shell }] : [];
  });
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
  } catch {
    // A machine need not have all of the folders, or allow everyone to read them.
    return [];
  }
}

/** The text of a file that begins with `#!` and is valid UTF-8. */
function readScript(path: string): string | undefined {
  try {
    if (statSync(path).size > LARGEST) return undefined;
    const content = readFileSync(path);
    if (content[0] !== 0x23 || content[1] !== 0x21) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/**
 * The answers of the stand-in of `mender` compared with those of Debian's own client (3.4): both in the same device,
 * with the same words.
 */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import type { Entry } from './files.ts';
import { situations, type Trace } from './model.ts';
import { parts, realClient } from './packages.ts';
import { treesOf } from './root-files.ts';
import { Runner } from './runner.ts';

export interface Answers {
  readonly line: string;
  readonly standIn: Trace;
  readonly real: Trace;
}

const FOLDER = 'opt/real';
/** Below `/opt/real`, separate from the files of the device itself. */
const real = `PATH=/${FOLDER}/bin:$PATH LD_LIBRARY_PATH=/${FOLDER}/lib `;

/** The answers to each command line of `mender`; they run one after the other, on a device with nothing to commit. */
async function* answersTo(lines: readonly string[]): AsyncGenerator<Answers> {
  const built = parts();
  const situation = situations.find(({ name }) => name === 'inactive')!;
  const tree = new Map([...treesOf(built)('old', situation), ...realEntries(realClient())]);
  const runner = await Runner.start('old', situation, tree, built);
  try {
    for (const line of lines)
      yield { line, standIn: await runner.run({ text: line }), real: await runner.run({ text: `${real}${line}` }) };
  } finally {
    await runner.stop();
  }
}

function* realEntries(folder: string): Generator<[string, Entry]> {
  for (const path of [FOLDER, `${FOLDER}/bin`, `${FOLDER}/lib`]) yield [path, { kind: 'folder' }];
  yield [`${FOLDER}/bin/mender`, { kind: 'file', content: readFileSync(join(folder, 'usr/bin/mender')), mode: 0o755 }];
  for (const place of ['lib', 'usr/lib']) {
    const platform = readdirSync(join(folder, place)).find(name => name.endsWith('-linux-gnu'));
    const libraries = platform ? join(folder, place, platform) : undefined;
    for (const name of libraries ? readdirSync(libraries) : [])
      if (/\.so\.[\d.]+$/.test(name))
        yield [
          `${FOLDER}/lib/${name}`,
          { kind: 'file', content: readFileSync(realpathSync(join(libraries!, name))), mode: 0o755 },
        ];
  }
  // The name of the installed Artifact; its other provides would be in the store, which is empty here.
  yield ['etc/mender/artifact_info', { kind: 'file', content: 'artifact_name=release-1\n' }];
}

/** Its own exit code counts, not what a device without a server or a daemon allows. */
const answeredAtOnce = /^mender (?:-\S+ )*(?:show-artifact|commit$|rollback$|help\b|h\b|-+v|-+h|-+version|-+help|$)/;
/** The message of its parser about a wrong command line. */
const refusal =
  /flag provided but not defined|flag needs an argument|invalid (?:boolean )?value|bad flag syntax|No help topic|Ambiguous arguments|deprecated (?:command|flag)|Cannot use two forms|not a valid logrus|Unknown compression|Incorrect Usage/;

/** Differences between the answers; none where both are the same as far as a device can show. */
function answersDiffer({ standIn, real: own }: Answers, line: string): string[] {
  const isRefused = standIn.events.some(({ kind }) => kind === 'failed');
  const refused = refusal.exec(`${own.out}\n${own.err}`)?.[0];
  const found: string[] = [];
  if (refused && !isRefused && standIn.code === 0) found.push(`refused in truth (${refused}), taken by the stand-in`);
  // A device with its data on its root has no snapshot, whatever the arguments.
  if (!refused && isRefused && refusal.test(standIn.err) && own.code === 0)
    found.push('taken in truth, refused by the stand-in');
  if ((answeredAtOnce.test(line) || refused) && standIn.code !== own.code)
    found.push(`exit code ${own.code} in truth, ${standIn.code} by the stand-in`);
  const said = refusal.exec(standIn.err)?.[0];
  if (refused && said && said !== refused && !`${own.out}\n${own.err}`.includes(said))
    found.push(`says "${refused}" in truth, "${said}" by the stand-in`);
  if (answeredAtOnce.test(line) && !refused && shape(own.out) !== shape(standIn.out))
    found.push(
      `prints ${JSON.stringify(shape(own.out))} in truth, ${JSON.stringify(shape(standIn.out))} by the stand-in`,
    );
  return found;
}

/** The output without versions and values of the device; of a help text its first line. */
function shape(text: string): string {
  if (text.startsWith('NAME:')) return 'NAME:';
  return text
    .replace(/^[\d.]+(?:\+\S+)?(?:\truntime: go[\d.]+)?$/gm, '<version>')
    .replace(/^([\w.-]+)=.*$/gm, '$1=')
    .trim();
}

/** All command lines of the facts that call `mender`, with a line for each difference and one with the totals. */
export async function compareReal(tell: (text: string) => void): Promise<number> {
  const facts = readFileSync(join(root, 'test/devices/facts/argv.jsonl'), 'utf8');
  const lines = facts
    .split('\n')
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { readonly old: string }).old);
  let [asked, differing] = [0, 0];
  for await (const answers of answersTo([...new Set(lines)])) {
    asked++;
    const found = answersDiffer(answers, answers.line);
    if (found.length > 0) differing++;
    for (const text of found) tell(`${answers.line}: ${text}`);
  }
  tell(`${asked} command lines, ${differing} answered in another way than by mender 3.4`);
  return differing;
}

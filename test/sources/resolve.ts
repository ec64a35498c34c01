/**
 * Looks up every source of every rule in clones of the repositories, at its tag, branch or commit: `npm run sources --
 * --mirror DIR`. Prints sources that cannot be found; with `--lines` also the text there, for a person to compare with
 * the sentence of the rule, and with `--table` rule, sentences, source and verdict as a table of Markdown.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allRules } from '../../server/src/mender/catalogue.ts';
import type { Rule } from '../../server/src/mender/rule.ts';
import { type Place, placesIn } from '../../server/src/pages/source-links.ts';

const { values } = parseArgs({
  options: { mirror: { type: 'string' }, lines: { type: 'boolean' }, table: { type: 'boolean' } },
});
if (values.mirror === undefined) {
  console.error(
    'usage: npm run sources -- --mirror DIR [--lines | --table]\nDIR holds clones: NAME, NAME.git or OWNER+NAME/repo',
  );
  process.exit(2);
}
const mirror = values.mirror;

/** The folders of clones: with or without a work tree, and by owner and name. */
function gitFolder(repository: string): string | undefined {
  const names = [repository, `${repository}.git`, `mendersoftware+${repository}/repo`];
  return names
    .flatMap(name => [join(mirror, name, '.git'), join(mirror, name)])
    .find(folder => existsSync(join(folder, 'objects')));
}

function git(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [`--git-dir=${folder}`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return status === 0 ? stdout : undefined;
}

/** A tag, a commit, or a branch as clones of either kind name it. */
function revisionIn(folder: string, { revision }: Place): string | undefined {
  return [`refs/tags/${revision}`, `refs/heads/${revision}`, `refs/remotes/origin/${revision}`, revision].find(
    name => git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) !== undefined,
  );
}

/** The meaning of our own comments is ours to say. */
const ownRepository = 'mender-lint';

/** The problem of a place, or the text there. */
function lookUp(place: Place): { readonly problem: string } | { readonly text: string } {
  if (place.repository === ownRepository) return { text: '' };
  const folder = gitFolder(place.repository);
  if (!folder) return { problem: `no clone of ${place.repository}` };
  const revision = revisionIn(folder, place);
  if (revision === undefined) return { problem: `no revision ${place.revision}` };
  if (place.path === undefined) return { text: git(folder, ['log', '-1', '--format=%s', revision]) ?? '' };
  const text = git(folder, ['show', `${revision}:${place.path}`]);
  if (text === undefined) return { problem: `no ${place.path}` };
  const lines = text.split('\n');
  const beyond = place.lines.find(({ last }) => last > lines.length);
  if (beyond) return { problem: `line ${beyond.last} of ${lines.length}` };
  const cited = place.lines.flatMap(({ first, last }) => lines.slice(first - 1, last));
  return { text: cited.join('\n') };
}

function check({ id, message, why }: Rule, source: string): boolean {
  const results = placesIn(source).map(lookUp);
  const problems = results.flatMap(result => ('problem' in result ? [result.problem] : []));
  if (values.table) {
    const cells = [id, `${message} ${why}`, `\`${source}\``, problems.join('; ') || 'resolves'];
    console.log(`| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`);
    return problems.length === 0;
  }
  for (const problem of problems) console.log(`${id}: ${source}: ${problem}`);
  if (values.lines)
    for (const result of results) if ('text' in result) console.log(`\n== ${id}: ${source}\n${result.text}`);
  return problems.length === 0;
}

if (values.table) console.log('| rule | sentences | source | verdict |\n|---|---|---|---|');
const all = allRules.flatMap(rule => rule.sources.map(source => ({ rule, source })));
const failed = all.filter(({ rule, source }) => !check(rule, source)).length;
console.error(`${all.length} sources, ${failed} do not resolve`);
process.exitCode = failed === 0 ? 0 : 1;

/** Debian packages of the old client: installed, held or asked for, by apt, dpkg or Mender's own install script. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord, useNotes } from '../fixes/name-in-word.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { toDocument } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import { locate, textWithPlaceholders, type Word } from '../text/word.ts';
import type { BranchContext } from '../usage/branch-context.ts';
import { type OptionGrammar, readOptions } from '../usage/options.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import type { Match, Occurrence } from './occurrence.ts';

export type PackageRule = RuleOf<'package'>;
/** `removal`: no row is about it, and none should be. */
type PackageUse = PackageRule['match']['use'] | 'removal';

/** apt-get(8), apt-cache(8), dpkg(1), dpkg-query(1): options with a value. */
const apt: OptionGrammar = {
  short: 'tocaS',
  long: ['target-release', 'default-release', 'option', 'config-file', 'host-architecture'],
};
const dpkg: OptionGrammar = { short: 'f', long: ['showformat', 'root', 'admindir', 'instdir'] };

/** What the first operand tells of a call of apt's programs. */
const aptVerbs: Readonly<Record<string, PackageUse>> = {
  install: 'install',
  reinstall: 'install',
  policy: 'query',
  show: 'query',
  madison: 'query',
  list: 'query',
  hold: 'hold',
  remove: 'removal',
  purge: 'removal',
  autoremove: 'removal',
};
const aptPrograms = new Set(['apt', 'apt-get', 'aptitude', 'apt-cache', 'apt-mark']);
const dpkgQueries = new Set([
  '-s',
  '-l',
  '-L',
  '-W',
  '-p',
  '--status',
  '--list',
  '--listfiles',
  '--show',
  '--print-avail',
]);
const dpkgRemovals = new Set(['-r', '-P', '--remove', '--purge']);
const installers = /^(?:get|install)-mender\.sh$/;
/** Programs that write, or take, a line of sources.list(5). */
const writers = new Set(['echo', 'printf', 'add-apt-repository', 'apt-add-repository']);

/** Packages and files that a call works on, and what it does with them. */
interface PackageCall {
  readonly use: PackageUse;
  readonly verb: string;
  readonly words: readonly ResolvedWord[];
}

export function matchPackage(invocation: Invocation, catalogue: Catalogue): Occurrence[] {
  const { program } = invocation;
  const rules = catalogue.rulesOf('package');
  if (writers.has(program)) return repositoryMatches(invocation, rules);
  const call = packageCall(program, invocation);
  if (!call) return [];
  const actionKey = `package:${call.use}`;
  const knowsNew = call.words.some(word =>
    word.values.some(({ text }) => /(?:^|\s)mender-(?:client4|update|auth)(?=$|[\s=/:])/.test(text)),
  );
  if (knowsNew) {
    const { branchContext } = invocation.context;
    const beside = call.use === 'install' ? besideNew(call, invocation, rules) : [];
    return [...beside, { kind: 'reference', actionKey: call.use === 'query' ? 'probe' : actionKey, branchContext }];
  }
  if (call.use === 'removal') return removalOf(call, invocation, rules);
  return rules.flatMap(rule =>
    rule.match.use === call.use || (rule.match.use === 'file' && call.use === 'install')
      ? call.words.flatMap(word => packageMatch(rule, word, call, invocation))
      : [],
  );
}

/** The packages of the two clients conflict: with both, nothing is installed. */
function besideNew(call: PackageCall, invocation: Invocation, rules: readonly PackageRule[]): readonly Match[] {
  return rules
    .filter(({ match }) => match.use === call.use)
    .flatMap(rule => call.words.flatMap(word => packageMatch(rule, word, call, invocation)))
    .map(match => ({ ...match, fixes: [], noFix: 'the package of the new client is named beside it' }));
}

function removalOf(
  { words }: PackageCall,
  { context: { branchContext } }: Invocation,
  rules: readonly PackageRule[],
): Occurrence[] {
  const isOld = rules.some(rule => words.some(word => word.values.some(({ text }) => findPackage(rule, text))));
  return isOld ? [{ kind: 'reference', actionKey: 'removed:package', branchContext }] : [];
}

function packageCall(program: string, invocation: Invocation): PackageCall | undefined {
  const { args } = invocation;
  if (aptPrograms.has(program)) {
    const [verb, ...words] = readOptions(args, apt).operands as ResolvedWord[];
    const use = Object.hasOwn(aptVerbs, verb?.value ?? '') ? aptVerbs[verb!.value!] : undefined;
    return use && { use, verb: `${program} ${verb!.value}`, words };
  }
  if (program === 'dpkg' || program === 'dpkg-query') {
    const { options, operands } = readOptions(args, dpkg);
    const names = options.map(({ name }) => name);
    const words = operands as ResolvedWord[];
    if (names.some(name => dpkgRemovals.has(name))) return { use: 'removal', verb: 'dpkg -r', words };
    if (names.some(name => name === '-i' || name === '--install')) return { use: 'file', verb: 'dpkg -i', words };
    const query = names.find(name => dpkgQueries.has(name));
    return query === undefined ? undefined : { use: 'query', verb: `${program} ${query}`, words };
  }
  return installerCall(program, invocation);
}

/** `get-mender.sh NAME`, `bash get-mender.sh NAME`, or the script piped into `bash -s -- NAME`. */
function installerCall(program: string, { args, source, command }: Invocation): PackageCall | undefined {
  if (installers.test(program)) return { use: 'installer', verb: program, words: beforeDashes(args) };
  if (!/^(?:ba|da)?sh$/.test(program)) return undefined;
  const [first] = args;
  if (first && installers.test(baseName(textWithPlaceholders(first)))) {
    return { use: 'installer', verb: baseName(textWithPlaceholders(first)), words: beforeDashes(args.slice(1)) };
  }
  const line = lineAround(source.text, command.start);
  if (first?.value !== '-s' || !source.text.slice(line.start, command.start).includes('get.mender.io'))
    return undefined;
  const rest = args.slice(args[1]?.value === '--' ? 2 : 1);
  return { use: 'installer', verb: 'install-mender.sh', words: beforeDashes(rest) };
}

/** What stands behind `--` is for mender-setup. */
function beforeDashes(words: readonly ResolvedWord[]): readonly ResolvedWord[] {
  const end = words.findIndex(({ value }) => value === '--');
  return end < 0 ? words : words.slice(0, end);
}

function packageMatch(rule: PackageRule, word: ResolvedWord, call: PackageCall, invocation: Invocation): Match[] {
  const name = findName(word, text => findPackage(rule, text)) ?? nameBefore(rule, word);
  if (!name) return [];
  const { replacement } = rule;
  const versioned = /^\S*[=/]/.test(name.value.slice(name.value.indexOf(rule.match.name) + rule.match.name.length));
  const edits =
    replacement.kind === 'rewrite' && !versioned
      ? [replacement.to]
      : replacement.kind === 'choose' && !versioned
        ? replacement.to
        : [];
  return [
    {
      kind: 'match',
      rule: rule,
      range: documentRange(name),
      use: `${call.verb} ${rule.match.use === 'file' ? baseName(name.value) : rule.match.name}`,
      noFix: versioned && replacement.kind !== 'none' ? 'its version has to be chosen anew' : undefined,
      fixes: edits.flatMap(to => asFix(name, to)),
      notes: useNotes(name),
      branchContext: invocation.context.branchContext,
      actionKey: `package:${call.use}`,
    },
  ];
}

/** In front of something known only at run time: `NAME=$VERSION`, `NAME=3.5.*`, `NAME_${VERSION}.deb`. */
function nameBefore(rule: PackageRule, word: ResolvedWord): NameInWord | undefined {
  const value = textWithPlaceholders(word);
  const found = word.values.length === 0 ? findPackage(rule, value) : undefined;
  const range =
    found && (locate(word, found.offset, found.length) ?? locate(word, found.offset, rule.match.name.length));
  return range && { word, range, definition: undefined, value: value.replaceAll('\0', '…'), use: word };
}

/** The name alone, with a version or an architecture behind it; or at the beginning of a package file's name. */
export function findPackage({ match }: PackageRule, text: string): { offset: number; length: number } | undefined {
  const pattern =
    match.use === 'file'
      ? new RegExp(`(?:^|/)(${match.name}(?:_(?![4-9]|[1-9]\\d)[^/\\s]*)?\\.deb)$`)
      : new RegExp(`(?:^|\\s)(${match.name})(?=$|[\\s=/:])`);
  const found = pattern.exec(text);
  return found ? { offset: found.index + found[0].indexOf(found[1]!), length: found[1]!.length } : undefined;
}

function asFix(name: NameInWord, to: string): Fix[] {
  const edits = new EditBuilder().replace(name.word.source, name.range, to).finish();
  return edits
    ? [{ title: `Replace with \`${to}\` (check that your repository has it)`, safety: 'review', edits }]
    : [];
}

/** The first word that holds a line with the old repository. */
function repositoryMatches({ args, context }: Invocation, rules: readonly PackageRule[]): Match[] {
  if (args.some(({ value }) => value === '-r' || value === '--remove')) return [];
  for (const rule of rules) {
    for (const word of args) {
      const found = repositoryMatch(rule, { word, before: '', behind: '' }, context.branchContext);
      if (found) return [found];
    }
  }
  return [];
}

/** A word that is, or holds, a line of sources.list(5), or a part of one. */
export function repositoryMatch(
  rule: PackageRule,
  { word, before, behind }: { readonly word: Word; readonly before: string; readonly behind: string },
  branchContext: BranchContext | undefined,
): Match | undefined {
  const line = `${before}${textWithPlaceholders(word)}${behind}`;
  const found = rule.match.use === 'repository' ? rule.match.pattern?.exec(line) : undefined;
  const at = found && found.index + found[0].indexOf(found[1]!) - before.length;
  const range = found && locate(word, at!, found[1]!.length);
  if (!range) return undefined;
  const noFix = suiteProblem(rule, line);
  const edits =
    rule.replacement.kind === 'rewrite' && !noFix
      ? new EditBuilder().replace(word.source, range, rule.replacement.to).finish()
      : undefined;
  const title = 'Replace with `repos/device-components` (check that it has your distribution)';
  return {
    kind: 'match',
    rule: rule,
    range: toDocument(word.source, range),
    use: `downloads.mender.io/${rule.match.name}`,
    noFix,
    fixes: edits ? [{ title, safety: 'review', edits }] : [],
    notes: [],
    branchContext,
    actionKey: 'package:repository',
  };
}

/** A line for a suite that the new repository does not have would end as an error of apt. */
function suiteProblem({ match: { suites } }: PackageRule, line: string): string | undefined {
  const suite = /\s(?:debian|ubuntu)\/([a-z]+)\//.exec(line)?.[1];
  if (!suites || suite === undefined || suites.includes(suite)) return undefined;
  return `repos/device-components has no ${suite}, only ${suites.join(', ')}`;
}

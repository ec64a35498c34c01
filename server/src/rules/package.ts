/** Debian packages of the old client: installed, held or queried, by apt, dpkg or Mender's own install script. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord, useNotes } from '../fixes/name-in-word.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { installScript, newClientPackages, packageHost } from '../mender/package-names.ts';
import { convertFetchers } from '../mender/tool-names.ts';
import { baseName } from '../programs/base-name.ts';
import { hasOption, readOptions } from '../programs/command-line.ts';
import type { Meaning } from '../programs/program.ts';
import { optionFor, programOf } from '../programs/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import { locate, textWithPlaceholders, type Word } from '../text/word.ts';
import type { BranchContext } from '../usage/branch-context.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match, Occurrence } from './occurrence.ts';

export type PackageRule = RuleOf<'package'>;
/** `removal`: no rule is about it, and none should be. */
type PackageUse = PackageRule['match']['use'] | 'removal';

/** A package of the new client, with a version or an architecture after it. */
const newPackage = new RegExp(`(?:^|\\s)(?:${newClientPackages.join('|')})(?=$|[\\s=/:])`);
/** Packages and files that a call works on, and what it does with them. */
interface PackageCall {
  readonly use: PackageUse;
  readonly verb: string;
  readonly words: readonly ResolvedWord[];
  /** Why another name alone is not enough. */
  readonly noFix?: string;
}

export function matchPackage(invocation: Invocation, catalogue: Catalogue): Occurrence[] {
  const { program } = invocation;
  const rules = catalogue.rulesOf('package');
  const known = programOf(program);
  // It writes, or takes, a line of sources.list(5).
  if (known.prints || known.repositories) return repositoryMatches(invocation, rules);
  const call = fetchCall(program, invocation) ?? packageCall(program, invocation);
  if (!call) return [];
  const actionKey = `package:${call.use}`;
  const knowsNew = call.words.some(word => word.values.some(({ text }) => newPackage.test(text)));
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
    .map(match => ({ ...match, fixes: [], noFix: 'the package of the new client is named, too' }));
}

function removalOf(
  { words }: PackageCall,
  { context: { branchContext } }: Invocation,
  rules: readonly PackageRule[],
): Occurrence[] {
  const isOld = rules.some(rule => words.some(word => word.values.some(({ text }) => findPackage(rule, text))));
  return isOld ? [{ kind: 'reference', actionKey: 'removed:package', branchContext }] : [];
}

function fetchCall(program: string, { args }: Invocation): PackageCall | undefined {
  const [metapackage, ...packages] = newClientPackages;
  const noFix = `${metapackage} has no files: fetch ${packages.join(' and ')}, and what they need`;
  return convertFetchers.includes(program) ? { use: 'install', verb: program, words: args, noFix } : undefined;
}

function packageCall(program: string, invocation: Invocation): PackageCall | undefined {
  const { args } = invocation;
  const known = programOf(program);
  if (!known.packages?.debian) return installerCall(program, invocation);
  const line = readOptions(args, known);
  const { verbs } = known.packages;
  if (verbs) {
    const [verb, ...words] = line.operands;
    const use = Object.hasOwn(verbs, verb?.value ?? '') ? verbs[verb!.value!] : undefined;
    return use && { use: use === 'description' ? 'query' : use, verb: `${program} ${verb!.value}`, words };
  }
  const words = line.operands;
  const called = (meaning: Meaning) => `${program} ${optionFor(known, meaning)}`;
  if (hasOption(line, 'removes')) return { use: 'removal', verb: called('removes'), words };
  if (hasOption(line, 'installs')) return { use: 'file', verb: called('installs'), words };
  const query = line.options.find(({ meaning }) => meaning === 'probes' || meaning === 'describes');
  return query && { use: 'query', verb: `${program} ${query.name}`, words };
}

/** `get-mender.sh NAME`, `bash get-mender.sh NAME`, or the script piped into `bash -s -- NAME`. */
function installerCall(program: string, { args, source, command }: Invocation): PackageCall | undefined {
  if (installScript.files.test(program)) return { use: 'installer', verb: program, words: beforeDashes(args) };
  const shell = programOf(program);
  if (optionFor(shell, 'input') === undefined) return undefined;
  const [first] = args;
  if (first && installScript.files.test(baseName(textWithPlaceholders(first)))) {
    return { use: 'installer', verb: baseName(textWithPlaceholders(first)), words: beforeDashes(args.slice(1)) };
  }
  const line = lineAround(source.text, command.start);
  const isInput = shell.optionsByName.get(first?.value ?? '')?.meaning === 'input';
  if (!isInput || !source.text.slice(line.start, command.start).includes(installScript.address)) return undefined;
  const rest = args.slice(args[1]?.value === '--' ? 2 : 1);
  return { use: 'installer', verb: installScript.name, words: beforeDashes(rest) };
}

/** Words after `--` are for mender-setup. */
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
      noFix: call.noFix ?? (versioned && replacement.kind !== 'none' ? 'a new version must be chosen' : undefined),
      fixes: call.noFix === undefined ? edits.flatMap(to => asFix(name, to)) : [],
      notes: useNotes(name),
      branchContext: invocation.context.branchContext,
      actionKey: `package:${call.use}`,
    },
  ];
}

/** Before text known only at run time: `NAME=$VERSION`, `NAME=3.5.*`, `NAME_${VERSION}.deb`. */
function nameBefore(rule: PackageRule, word: ResolvedWord): NameInWord | undefined {
  const value = textWithPlaceholders(word);
  const found = word.values.length === 0 ? findPackage(rule, value) : undefined;
  const range =
    found && (locate(word, found.offset, found.length) ?? locate(word, found.offset, rule.match.name.length));
  return range && { word, range, definition: undefined, value: value.replaceAll('\0', '…'), use: word };
}

/** The name alone, with a version or an architecture after it; or at the beginning of a package file's name. */
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

/** The first word that contains a line with the old repository. */
function repositoryMatches({ program, args, context }: Invocation, rules: readonly PackageRule[]): Match[] {
  if (hasOption(readOptions(args, programOf(program)), 'removes')) return [];
  for (const rule of rules) {
    for (const word of args) {
      const found = repositoryMatch(rule, { word, before: '', after: '' }, context.branchContext);
      if (found) return [found];
    }
  }
  return [];
}

/** A word that is, or contains, a line of sources.list(5), or a part of one. */
export function repositoryMatch(
  rule: PackageRule,
  { word, before, after }: { readonly word: Word; readonly before: string; readonly after: string },
  branchContext: BranchContext | undefined,
): Match | undefined {
  const line = `${before}${textWithPlaceholders(word)}${after}`;
  const found = rule.match.use === 'repository' ? rule.match.pattern?.exec(line) : undefined;
  const at = found && found.index + found[0].indexOf(found[1]!) - before.length;
  const range = found && locate(word, at!, found[1]!.length);
  if (!range) return undefined;
  const noFix = suiteProblem(rule, line);
  const to = rule.replacement.kind === 'rewrite' && !noFix ? rule.replacement.to : undefined;
  const edits = to === undefined ? undefined : new EditBuilder().replace(word.source, range, to).finish();
  const title = `Replace with \`${to}\` (check that it has your distribution)`;
  return {
    kind: 'match',
    rule: rule,
    range: toDocument(word.source, range),
    use: `${packageHost}/${rule.match.name}`,
    noFix,
    fixes: edits ? [{ title, safety: 'review', edits }] : [],
    notes: [],
    branchContext,
    actionKey: 'package:repository',
  };
}

/** A line for a suite that the new repository does not have would end as an error of apt. */
function suiteProblem({ match: { suites }, replacement }: PackageRule, line: string): string | undefined {
  const suite = /\s(?:debian|ubuntu)\/([a-z]+)\//.exec(line)?.[1];
  if (!suites || suite === undefined || suites.includes(suite)) return undefined;
  const repository = replacement.kind === 'rewrite' ? replacement.to : 'it';
  return `${repository} has no ${suite}, only ${suites.join(', ')}`;
}

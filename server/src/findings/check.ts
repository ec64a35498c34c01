/**
 * Checks a document: the one function that editor, command line and tests are built on. No clock, no files, no state.
 */

import { isIncluded } from '../languages/classify.ts';
import type { Document } from '../languages/document.ts';
import type { OptIn } from '../languages/opt-ins.ts';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { type CustomRules, noCustomRules } from '../mender/custom-rules.ts';
import { newestTarget } from '../mender/release-names.ts';
import type { Rule } from '../mender/rule.ts';
import { type Origin, reaches, type Target, type Version } from '../mender/version.ts';
import type { YoctoRelease } from '../mender/yocto.ts';
import { matchersOf } from '../rules/custom-rules.ts';
import type { Match, NewClientUse, RuleContext } from '../rules/occurrence.ts';
import { printedTexts } from '../rules/output.ts';
import { occurrencesOf } from '../rules/rules.ts';
import { meetingAnyOf } from '../text/meeting-ranges.ts';
import { documentUsages } from '../usage/document-usage.ts';
import { keywordsWith } from '../usage/keywords.ts';
import type { Invocation } from '../usage/usage.ts';
import { withoutAnotherProgram } from './another-program.ts';
import { type BaselineCounts, excludeBaselined } from './baseline.ts';
import type { Finding, Severity } from './finding.ts';
import { Guards } from './guards/guards.ts';
import { withJoinedFixes } from './joined-fixes.ts';
import { withoutLacking } from './lacking-fixes.ts';
import { listedClients } from './listed-client.ts';
import { messageOf } from './message.ts';
import { variablesTestedEmpty, withNeverEmptyTests } from './never-empty-output.ts';
import { dropRedundantProbeFixes } from './redundant-probe-fixes.ts';
import { reportAtDefinition } from './report-at-definition.ts';
import { defaultSeverityOf } from './severity.ts';
import { withoutSuppressed } from './suppress/suppress.ts';

export interface CheckOptions {
  /** Release of the client that the files must work with. */
  readonly target: Target;
  /** Release that they already work with: earlier changes are not reported. Any release when absent. */
  readonly from?: Origin | undefined;
  /** Releases of Yocto that recipes and configurations are for; without any, what any of them broke is found. */
  readonly yocto?: readonly YoctoRelease[];
  /** Severity by rule id, or `off`; by default the rule decides. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Findings of the document that must not be reported again. */
  readonly known?: BaselineCounts | undefined;
  /** A script has replaced the old program on devices: `mender-lint wrapper`. */
  readonly wrapper?: boolean | undefined;
  /** Kinds of documents that are checked only when they are listed here. */
  readonly include?: readonly OptIn[];
  /** Reads programs, for users who include `strings`: the host passes it in. */
  readonly sources?: SourceReader | undefined;
  /** Custom rules, and the words that they look for. */
  readonly custom?: CustomRules | undefined;
  /** What is known of the releases; by default the shipped data. */
  readonly catalogue?: Catalogue | undefined;
}

export const defaultCheckOptions: CheckOptions = { target: newestTarget, rules: {} };

/** The same, but known findings count like all others. */
export function withoutBaseline<Options extends CheckOptions>(options: Options): Options {
  return options.known ? { ...options, known: undefined } : options;
}

/**
 * Findings in the order of the text; none for a document in no known language. Never throws on any text; `checkpoint`
 * is called between the steps, and an exception from it ends the check.
 */
export function check(
  document: Document,
  options: CheckOptions = defaultCheckOptions,
  checkpoint: () => void = () => undefined,
): readonly Finding[] {
  const { kind } = document;
  const { custom = noCustomRules, catalogue = shipped, target, yocto, wrapper = false } = options;
  const from = originOf(options);
  if (!kind || !isIncluded(kind, options.include)) return [];
  const sighted: Match[] = [];
  const newUses: NewClientUse[] = [];
  const context: RuleContext = {
    catalogue,
    target,
    from,
    yocto,
    role: kind.role,
    custom: matchersOf(custom.rules),
    wrapper,
  };
  const invocations: Invocation[] = [];
  const tested = new Set<string>();
  const words = [...custom.words, ...custom.successors];
  const keywords = keywordsWith(words, catalogue.derived(printedTexts));
  for (const usage of documentUsages(document, keywords, { sources: options.sources, checkpoint })) {
    checkpoint();
    if (usage.kind === 'invocation') invocations.push(usage);
    for (const variable of variablesTestedEmpty(usage)) tested.add(variable);
    for (const occurrence of occurrencesOf(usage, context)) {
      if (occurrence.kind === 'match') sighted.push(occurrence);
      else newUses.push(occurrence);
    }
  }
  const matches = withoutUnproven(withoutAnotherProgram(document, sighted, newUses), newUses);
  const known = new Guards(newUses, matches, undefined, wrapper);
  const listed = listedClients(invocations, matches, known, context);
  for (const match of listed) matches.push(match);
  const guards = listed.length === 0 ? known : new Guards(newUses, matches, known);
  const isChecked = (rule: Rule) => catalogue.concerns(rule, context) && severityFor(rule, options) !== 'off';
  const meant = withoutOverridden(
    matches
      .filter(match => {
        checkpoint();
        return !guards.isIntentional(match);
      })
      .map(match => withoutVainFixes(match, guards)),
    isChecked,
  );
  const offered = withNeverEmptyTests(dropRedundantProbeFixes(meant), tested);
  const writable = withoutLacking(reportAtDefinition(offered), context);
  const reported = withoutSuppressed(
    document,
    outermost(writable, rule => rankOf(severityFor(rule, options))),
    { catalogue, isChecked, custom: custom.rules, sources: options.sources },
  );
  checkpoint();
  const shown = withJoinedFixes(reported, guards);
  const findings = shown.flatMap(match => asFinding(match, options));
  return options.known ? excludeBaselined(document, findings, options.known) : findings;
}

/**
 * A word that may be the old program is one if something else in the file calls a program of the client, old or new.
 */
function withoutUnproven(matches: readonly Match[], newUses: readonly NewClientUse[]): Match[] {
  const isCall = ({ rule, needsCall }: Match) =>
    !needsCall && rule.match.kind === 'command' && rule.match.form !== 'dynamic' && rule.match.form !== 'help';
  const isProven = matches.some(isCall) || newUses.some(({ actionKey }) => /^(?:command:|probe$)/.test(actionKey));
  return isProven ? [...matches] : matches.filter(({ needsCall }) => !needsCall);
}

/** Files that already work with a release newer than the target do not limit what is reported. */
function originOf({ from = 'any', target }: CheckOptions): Version | undefined {
  return from === 'any' || !reaches(target, from) ? undefined : from;
}

/** A custom rule overrides that of the catalogue, unless it is off. */
function withoutOverridden(matches: readonly Match[], isChecked: (rule: Rule) => boolean): readonly Match[] {
  const own = matches.filter(({ rule }) => rule.component === 'project' && isChecked(rule));
  if (own.length === 0) return matches;
  const meetsOwn = meetingAnyOf(own.map(({ range }) => range));
  return matches.filter(({ rule, range }) => rule.component === 'project' || !meetsOwn(range));
}

/** Where a separate branch stops the old client, nothing must be changed in that branch. */
function withoutVainFixes(match: Match, guards: Guards): Match {
  const noFix = guards.whyInVain(match);
  return noFix === undefined ? match : { ...match, fixes: [], noFix };
}

function asFinding(match: Match, options: CheckOptions): Finding[] {
  const { rule, range, fixes, notes } = match;
  const severity = severityFor(rule, options);
  if (severity === 'off') return [];
  // A use that fails is an error: a line through it would hide its hyphens, and suggest that it still works.
  const deprecated = rule.deprecatedIn !== undefined && rule.effect === 'differs' && !rule.syntaxOnly;
  return [
    {
      rule: rule.id,
      definition: rule,
      severity,
      message: messageOf(match, options.target),
      range,
      deprecated,
      fixes,
      notes,
    },
  ];
}

/** Settings may use a former id of a rule. */
function severityFor(rule: Rule, { rules, target, yocto }: CheckOptions): Severity | 'off' {
  const { id, aliases = [] } = rule;
  return rules[id] ?? aliases.flatMap(alias => rules[alias] ?? [])[0] ?? defaultSeverityOf(rule, { target, yocto });
}

const ranks: readonly (Severity | 'off')[] = ['off', 'information', 'warning', 'error'];

function rankOf(severity: Severity | 'off'): number {
  return ranks.indexOf(severity);
}

/**
 * In the order of the text; a match inside another one is part of it, and of two uses of one word the worse one is
 * shown.
 */
function outermost(matches: readonly Match[], rank: (rule: Rule) => number): Match[] {
  const sorted = matches.toSorted(
    (a, b) => a.range.start - b.range.start || b.range.end - a.range.end || rank(b.rule) - rank(a.rule),
  );
  const kept: Match[] = [];
  for (const match of sorted) {
    const last = kept.at(-1);
    const isPart =
      last &&
      match.range.start >= last.range.start &&
      match.range.end <= last.range.end &&
      match.range.end > match.range.start;
    if (isPart && !isOfAnotherProgram(match, kept)) continue;
    kept.push(match);
  }
  return kept;
}

/** A wrapper of several commands names the old program once, but each of its successors is reported. */
function isOfAnotherProgram(match: Match, kept: readonly Match[]): boolean {
  const { range, fixes } = match;
  const same = kept.filter(other => other.range.start === range.start && other.range.end === range.end);
  if (fixes.length > 0 || same.length === 0) return false;
  const told = new Set(same.flatMap(successorsOf));
  return told.size > 0 && successorsOf(match).some(program => !told.has(program));
}

function successorsOf({ rule: { match } }: Match): string[] {
  return match.kind === 'command' ? match.successors.map(({ program }) => program) : [];
}

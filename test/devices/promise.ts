/**
 * The promises of a clean report, judged by the devices: each function returns a breach of its promise, or undefined.
 */

import type { Random } from '../fuzz/random.ts';
import { changes, differences, worse } from './compare.ts';
import type { Devices } from './devices.ts';
import { afterFixes, type Engine, type OfferedFix } from './engine.ts';
import type { Cause, Differing, Exception } from './exception.ts';
import { exceptionFor } from './exceptions.ts';
import { marked, originsOf, type Statement, statementsOf } from './left-undone.ts';
import { type Situation, situations, type Trace, unnamed } from './model.ts';

export type Promised = 'silent' | 'fixed' | 'subset' | 'safe';

export interface Breach {
  readonly promise: Promised;
  readonly situation: string;
  readonly script: string;
  /** The script after its fixes, if any were made. */
  readonly after: string | undefined;
  readonly fixes: readonly string[];
  readonly differences: readonly string[];
  /** It is declared, and breaks nothing. */
  readonly exception: Exception | undefined;
}

/** The engine that is judged, and the devices that judge it. */
export interface Bench {
  readonly engine: Engine;
  readonly devices: Devices;
}

/** Undefined if the promise does not apply to the script: nothing was run. */
export interface Verdict {
  readonly breach: Breach | undefined;
}

type Asked = Promise<Verdict | undefined>;

/** A script before and after its fixes, by their titles. */
interface Change {
  readonly promise: Promised;
  readonly script: string;
  readonly after: string;
  readonly fixes: readonly string[];
}

/** The first one that is no exception; without it, the first exception. */
async function worst(found: AsyncIterable<Differing>): Promise<Verdict> {
  let declared: Breach | undefined;
  for await (const differing of found) {
    const { promise, situation, script, after, fixes } = differing;
    const exception = exceptionFor(differing);
    const breach: Breach = {
      promise,
      situation,
      script,
      after: after === script ? undefined : after,
      fixes,
      differences: differing.differences,
      exception,
    };
    if (!exception) return { breach };
    declared ??= breach;
  }
  return { breach: declared };
}

/**
 * The situations in which the old device does something else with the script than the new one with the fixed script.
 */
async function* differing(devices: Devices, change: Change, chosen: readonly Situation[]): AsyncGenerator<Differing> {
  const { script, after } = change;
  for (const { situation, old, young } of await devices.pairs({ text: script }, { text: after }, chosen)) {
    const found = differences(old, young);
    if (found.length === 0) continue;
    // An action that the script does by both names is done twice by the new device, after its fix.
    if (script !== after && changes(old, young).length === 0) continue;
    yield {
      ...change,
      situation: situation.name,
      old,
      young,
      unfixed: undefined,
      differences: found,
      more: [],
      reported: [],
      cause: undefined,
    };
  }
}

/** (a) A script without findings does on the new device what it does on the old one. */
export async function silent({ engine, devices }: Bench, text: string, chosen = situations): Asked {
  if (engine.findingsOf(text).length > 0) return undefined;
  return worst(differing(devices, { promise: 'silent', script: text, after: text, fixes: [] }, chosen));
}

/** (b) So does one that is clean after its safe fixes. */
export async function fixed({ engine, devices }: Bench, text: string, chosen = situations): Asked {
  if (engine.findingsOf(text).length === 0) return undefined;
  const after = engine.afterSafeFixes(text);
  if (after === text || engine.findingsOf(after).length > 0) return undefined;
  return worst(differing(devices, { promise: 'fixed', script: text, after, fixes: [] }, chosen));
}

/** (c) So does one that is clean after some of its fixes, safe or not, each the first that is offered or another one. */
export async function subset({ engine, devices }: Bench, text: string, random: Random, chosen = situations): Asked {
  const picked = engine
    .fixesOf(text)
    .flatMap(fixes => (fixes.length === 0 || random.once(3) ? [] : [random.once(4) ? random.pick(fixes) : fixes[0]!]));
  const after = picked.length === 0 ? undefined : afterFixes(text, picked);
  if (after === undefined || after === text || engine.findingsOf(after).length > 0) return undefined;
  const fixes = picked.map(({ title }) => title);
  return worst(differing(devices, { promise: 'subset', script: text, after, fixes }, chosen));
}

/**
 * (d) No safe fix, alone or with all others, makes a device do what it did not do before: neither the new device nor
 * the old one. With `random` one of several is judged alone.
 */
export async function safe(bench: Bench, text: string, random?: Random, chosen = situations): Asked {
  const offered = bench.engine.fixesOf(text).flatMap(fixes => fixes.filter(fix => fix.safe).slice(0, 1));
  const alone = random && offered.length > 0 ? [random.pick(offered)] : offered;
  const groups: OfferedFix[][] = offered.length > 1 ? [offered, ...alone.map(fix => [fix])] : [offered];
  let worstOf: Verdict | undefined;
  for (const group of groups) {
    const after = group.length === 0 ? undefined : afterFixes(text, group);
    if (after === undefined || after === text) continue;
    const fixes = group.map(({ title }) => title);
    const found = await worst(changed(bench, { promise: 'safe', script: text, after, fixes }, chosen));
    if (found.breach && !found.breach.exception) return found;
    if (!worstOf?.breach) worstOf = found;
  }
  return worstOf;
}

async function* changed(
  { engine, devices }: Bench,
  change: Change,
  chosen: readonly Situation[],
): AsyncGenerator<Differing> {
  const { script, after } = change;
  const reported = engine.reportedLines(after);
  const isOpen = (name: string) => name !== '' && reported.some(line => line.includes(name));
  const pairs = await Promise.all([script, after].map(text => devices.pairs({ text }, { text }, chosen)));
  for (const [at, { situation, old, young: before }] of pairs[0]!.entries()) {
    const { old: oldAfter, young } = pairs[1]![at]!;
    const same =
      changes(old, oldAfter).length === 0 ? [] : changes(...(await asOne(devices, [script, after], situation)));
    const more = worse(old, before, young, isOpen);
    const found = [
      ...same.map(line => `before and after the fix: ${line}`),
      ...more.map(line => `the new device does after the fix: ${line}`),
    ];
    if (found.length === 0) continue;
    const tooOften = (trace: Trace) => worse(old, before, trace, isOpen);
    const isSame = same.length === 0 || situation.name === unnamed.name;
    const cause = isSame ? await causeOf({ engine, devices }, change, situation, tooOften) : undefined;
    yield {
      ...change,
      situation: situation.name,
      old,
      young,
      unfixed: before,
      differences: found,
      more,
      reported,
      cause,
    };
  }
}

/** Two scripts on the old device, where the single client answers to both names whichever started it. */
function asOne(devices: Devices, scripts: readonly [string, string], situation: Situation): Promise<[Trace, Trace]> {
  const run = (text: string) =>
    devices.run('old', { text: marked(text, [{ start: headOf(text) }], () => '0 one') }, situation);
  return Promise.all([run(scripts[0]), run(scripts[1])]);
}

/** The `#!` line must stay the first one. */
const headOf = (text: string) => (text.startsWith('#!') ? text.indexOf('\n') + 1 : 0);

/**
 * (d) for a device whose Artifact has no name yet: only the exit code and the output of what shows it have changed
 * since 4.0.
 */
export async function safeUnnamed(bench: Bench, text: string, random?: Random): Asked {
  return text.includes('show-') ? safe(bench, text, random, [unnamed]) : undefined;
}

/** The part of the script that is still reported and makes the new device do something too often. */
async function causeOf(
  { engine, devices }: Bench,
  { script, after }: Change,
  situation: Situation,
  tooOften: (trace: Trace) => readonly string[],
): Promise<Cause | undefined> {
  const statements = statementsOf(after, engine.reportedAt(after));
  const run = (markOf: (at: number) => string) =>
    devices.run('new', { text: marked(after, statements, markOf) }, situation);
  const first = await run(String);
  const origins = originsOf(first, statements, tooOften(first));
  if (origins.size === 0) return undefined;
  const isUnchanged = ({ text, isReported }: Statement) => isReported && script.includes(text.trim());
  if ([...origins].every(at => isUnchanged(statements[at]!))) return 'unchanged';
  const others = statements.map(
    ({ isReported }, at) => isReported && (!origins.has(at) || isUnchanged(statements[at]!)),
  );
  if (!others.includes(true)) return undefined;
  const second = await run(at => `${at}${others[at] ? ' old' : ''}`);
  return tooOften(second).length === 0 ? 'others' : undefined;
}

/** What a clean report promises, asked of the devices: each function answers with what breaks the promise, or with undefined. */

import type { Random } from '../fuzz/random.ts';
import { changes, differences, worse } from './compare.ts';
import type { Devices } from './devices.ts';
import {
  afterFixes,
  afterPlainDeeds,
  afterSafeFixes,
  findingsOf,
  fixesOf,
  type OfferedFix,
  reportedLines,
} from './engine.ts';
import { type Differing, type Exception, exceptionFor } from './exceptions.ts';
import { type Situation, situations, unnamed } from './model.ts';

export type Promised = 'silent' | 'fixed' | 'subset' | 'safe';

export interface Breach {
  readonly promise: Promised;
  readonly situation: string;
  readonly script: string;
  /** What the script became, when fixes were made. */
  readonly after: string | undefined;
  readonly fixes: readonly string[];
  readonly differences: readonly string[];
  /** It is declared, and breaks nothing. */
  readonly exception: Exception | undefined;
}

type Asked = Promise<Breach | undefined>;

/** A script before and after its fixes, by their titles. */
interface Change {
  readonly promise: Promised;
  readonly script: string;
  readonly after: string;
  readonly fixes: readonly string[];
}

/** What is no exception comes first; without it, the first that is one. */
async function worst(found: AsyncIterable<Differing>): Asked {
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
    if (!exception) return breach;
    declared ??= breach;
  }
  return declared;
}

/** The situations in which the old device does something else with the script than the new one with what it became. */
async function* differing(devices: Devices, change: Change, chosen: readonly Situation[]): AsyncGenerator<Differing> {
  const { script, after } = change;
  for await (const { situation, old, young } of devices.pairs({ text: script }, { text: after }, chosen)) {
    const found = differences(old, young);
    if (found.length === 0) continue;
    // A deed that the script does by both names is done twice by the new one, after its fix.
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
      isLeftUndone: false,
    };
  }
}

/** (a) A script without findings does on the new device what it does on the old one. */
export async function silent(devices: Devices, text: string, chosen: readonly Situation[] = situations): Asked {
  if (findingsOf(text).length > 0) return undefined;
  return worst(differing(devices, { promise: 'silent', script: text, after: text, fixes: [] }, chosen));
}

/** (b) So does one that is clean after its safe fixes. */
export async function fixed(devices: Devices, text: string, chosen: readonly Situation[] = situations): Asked {
  if (findingsOf(text).length === 0) return undefined;
  const after = afterSafeFixes(text);
  if (after === text || findingsOf(after).length > 0) return undefined;
  return worst(differing(devices, { promise: 'fixed', script: text, after, fixes: [] }, chosen));
}

/** (c) So does one that is clean after some of its fixes, safe or not, each the first that is offered or another one. */
export async function subset(
  devices: Devices,
  text: string,
  random: Random,
  chosen: readonly Situation[] = situations,
): Asked {
  const offered = fixesOf(text);
  if (offered.length === 0) return undefined;
  const picked = offered.flatMap(fixes =>
    fixes.length === 0 || random.once(3) ? [] : [random.once(4) ? random.pick(fixes) : fixes[0]!],
  );
  const after = picked.length === 0 ? undefined : afterFixes(text, picked);
  if (after === undefined || after === text || findingsOf(after).length > 0) return undefined;
  const fixes = picked.map(({ title }) => title);
  return worst(differing(devices, { promise: 'subset', script: text, after, fixes }, chosen));
}

/** (d) No safe fix, alone or with all others, makes a device do what it did not do before: neither the new device nor the old one. */
export async function safe(devices: Devices, text: string, chosen: readonly Situation[] = situations): Asked {
  const offered = fixesOf(text).flatMap(fixes => fixes.filter(fix => fix.safe).slice(0, 1));
  if (offered.length === 0) return undefined;
  const groups: OfferedFix[][] = offered.length > 1 ? [...offered.map(fix => [fix]), offered] : [offered];
  let declared: Breach | undefined;
  for (const group of groups) {
    const after = afterFixes(text, group);
    if (after === undefined || after === text) continue;
    const fixes = group.map(({ title }) => title);
    const found = await worst(changed(devices, { promise: 'safe', script: text, after, fixes }, chosen));
    if (found && !found.exception) return found;
    declared ??= found;
  }
  return declared;
}

async function* changed(devices: Devices, change: Change, chosen: readonly Situation[]): AsyncGenerator<Differing> {
  const { script, after } = change;
  const reported = reportedLines(after);
  const isOpen = (name: string) => name !== '' && reported.some(line => line.includes(name));
  for (const situation of chosen) {
    const run = (text: string) =>
      Promise.all([devices.run('old', { text }, situation), devices.run('new', { text }, situation)]);
    const [old, before] = await run(script);
    const [oldAfter, young] = await run(after);
    const same = changes(old, oldAfter);
    const more = worse(old, before, young, isOpen);
    const found = [
      ...same.map(line => `before and after the fix: ${line}`),
      ...more.map(line => `the new device does after the fix: ${line}`),
    ];
    if (found.length === 0) continue;
    const mended = same.length === 0 ? afterPlainDeeds(after) : undefined;
    const still =
      mended === undefined ? more : worse(old, before, await devices.run('new', { text: mended }, situation), isOpen);
    const isLeftUndone = !more.some(line => still.includes(line));
    yield {
      ...change,
      situation: situation.name,
      old,
      young,
      unfixed: before,
      differences: found,
      more,
      reported,
      isLeftUndone,
    };
  }
}

/** (d) where no Artifact has a name yet: the exit code and the output of `show-artifact` are others since 4.0. */
export async function safeUnnamed(devices: Devices, text: string): Asked {
  return safe(devices, text, [unnamed]);
}

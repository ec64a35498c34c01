/** What a clean report promises, asked of the devices: each function answers with what breaks the promise, or with undefined. */

import type { Random } from '../fuzz/random.ts';
import { differences, worse } from './compare.ts';
import type { Devices } from './devices.ts';
import { afterFixes, afterSafeFixes, findingsOf, fixesOf, type OfferedFix } from './engine.ts';
import { type Situation, situations, unnamed } from './model.ts';

export type Promised = 'silent' | 'fixed' | 'subset' | 'safe';

export interface Breach {
  readonly promise: Promised;
  readonly situation: string;
  readonly script: string;
  /** What the script became, when fixes were made. */
  readonly after: string | undefined;
  readonly differences: readonly string[];
}

type Asked = Promise<Breach | undefined>;

/** The first situation in which the old device does something else with `before` than the new one with `after`. */
async function firstBreach(devices: Devices, promise: Promised, before: string, after: string): Asked {
  for await (const { situation, old, young } of devices.pairs({ text: before }, { text: after })) {
    const found = differences(old, young);
    if (found.length > 0)
      return {
        promise,
        situation: situation.name,
        script: before,
        after: before === after ? undefined : after,
        differences: found,
      };
  }
  return undefined;
}

/** (a) A script without findings does on the new device what it does on the old one. */
export async function silent(devices: Devices, text: string): Asked {
  return findingsOf(text).length > 0 ? undefined : firstBreach(devices, 'silent', text, text);
}

/** (b) So does one that is clean after its safe fixes. */
export async function fixed(devices: Devices, text: string): Asked {
  if (findingsOf(text).length === 0) return undefined;
  const after = afterSafeFixes(text);
  return after === text || findingsOf(after).length > 0 ? undefined : firstBreach(devices, 'fixed', text, after);
}

/** (c) So does one that is clean after some of its fixes, safe or not, each the first that is offered or another one. */
export async function subset(devices: Devices, text: string, random: Random): Asked {
  const offered = fixesOf(text);
  if (offered.length === 0) return undefined;
  const chosen = offered.flatMap(fixes =>
    fixes.length === 0 || random.once(3) ? [] : [random.once(4) ? random.pick(fixes) : fixes[0]!],
  );
  const after = chosen.length === 0 ? undefined : afterFixes(text, chosen);
  if (after === undefined || after === text || findingsOf(after).length > 0) return undefined;
  return firstBreach(devices, 'subset', text, after);
}

/** (d) No safe fix, alone or with all others, makes a device do what it did not do before: neither the new device nor the old one. */
export async function safe(devices: Devices, text: string, chosen: readonly Situation[] = situations): Asked {
  const offered = fixesOf(text).flatMap(fixes => fixes.filter(fix => fix.safe).slice(0, 1));
  if (offered.length === 0) return undefined;
  const groups: OfferedFix[][] = offered.length > 1 ? [...offered.map(fix => [fix]), offered] : [offered];
  for (const group of groups) {
    const after = afterFixes(text, group);
    if (after === undefined || after === text) continue;
    const found = await changed(devices, text, after, chosen);
    if (found) return found;
  }
  return undefined;
}

async function changed(devices: Devices, text: string, after: string, chosen: readonly Situation[]): Asked {
  for (const situation of chosen) {
    const old = await devices.run('old', { text }, situation);
    const same = differences(old, await devices.run('old', { text: after }, situation));
    const before = await devices.run('new', { text }, situation);
    const more = worse(old, before, await devices.run('new', { text: after }, situation));
    const found = [
      ...same.map(line => `before and after the fix: ${line}`),
      ...more.map(line => `the new device does after the fix: ${line}`),
    ];
    if (found.length > 0)
      return { promise: 'safe', situation: situation.name, script: text, after, differences: found };
  }
  return undefined;
}

/** (d) where no Artifact has a name yet: the exit code and the output of `show-artifact` are others since 4.0. */
export async function safeUnnamed(devices: Devices, text: string): Asked {
  return safe(devices, text, [unnamed]);
}

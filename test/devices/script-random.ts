/** Random choices for a script that is half migrated to the names of the new client, and the names that it uses. */
import { Random } from '../fuzz/random.ts';

/** How far a script is migrated is chosen for each. */
export class ScriptRandom extends Random {
  /** How many of six names are the old client's. */
  readonly old: number;

  constructor(random: Random) {
    super(random.below(2 ** 31));
    this.old = this.pick([1, 2, 3, 4, 4, 5]);
  }
}

export function pickName(random: ScriptRandom, old: readonly string[], young: readonly string[]): string {
  return random.pick(random.below(6) < random.old ? old : young);
}

export const unit = (random: ScriptRandom) =>
  pickName(
    random,
    ['mender-client', 'mender-client', 'mender-client.service'],
    ['mender-updated', 'mender-authd', 'mender-updated.service'],
  );
export const units = (random: ScriptRandom) =>
  pickName(random, ['mender-client', 'mender-client.service'], ['mender-authd mender-updated', 'mender-updated']);
export const program = (random: ScriptRandom) => pickName(random, ['mender'], ['mender-update', 'mender-auth']);
export const packageName = (random: ScriptRandom) =>
  pickName(random, ['mender-client'], ['mender-client4', 'mender-update']);

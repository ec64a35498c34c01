/** A folder of scripts that can be fixed, for runs that are interrupted. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTemporaryName } from '../../server/src/languages/temporary-name.ts';

const REST = '# a line of a script\n'.repeat(40);
const OLD = `#!/bin/sh\nmender commit\n${REST}`;
export const NEW = `#!/bin/sh\nmender-update commit\n${REST}`;

export interface Found {
  readonly old: number;
  readonly fixed: number;
  readonly strays: readonly string[];
}

export class ScriptTree {
  readonly folder: string;
  readonly #names: readonly string[];
  /** The files that the last run has left. */
  #strays: readonly string[] = [];

  constructor(files: number, folder = mkdtempSync(join(tmpdir(), 'mender-lint-chaos-'))) {
    this.folder = folder;
    this.#names = Array.from({ length: files }, (_, index) => `${index}.sh`);
    this.reset();
  }

  /** Restores the initial state, except for strays. */
  reset(): void {
    for (const name of this.#names) writeFileSync(join(this.folder, name), OLD);
  }

  /** Throws when a file is neither old nor new, or gone, or when there is anything else than strays. */
  look(): Found {
    let [old, fixed] = [0, 0];
    for (const name of this.#names) {
      const text = readFileSync(join(this.folder, name), 'utf8');
      assert.ok(text === OLD || text === NEW, `${name} is torn: ${text.length} characters`);
      if (text === OLD) old++;
      else fixed++;
    }
    const strays = readdirSync(this.folder).filter(name => !this.#names.includes(name));
    assert.ok(strays.every(isTemporaryName), `neither a file nor a stray: ${strays.join(' ')}`);
    return { old, fixed, strays };
  }

  /**
   * The same after a run that has begun to write; throws if it has not removed the strays of the run before it. Its own
   * strays are then made older, as if the next run came a little later: a process that is not visible from here might
   * still be writing.
   */
  lookAfterRun(): Found {
    const found = this.look();
    const kept = found.strays.filter(name => this.#strays.includes(name));
    assert.deepEqual(kept, [], 'strays of an earlier run');
    this.#strays = found.strays;
    const earlier = Date.now() / 1000 - 60;
    for (const name of found.strays) utimesSync(join(this.folder, name), earlier, earlier);
    return found;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A folder of scripts that can be fixed, for runs that are interrupted. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTemporaryName } from '../../server/src/languages/temporary-name.ts';

/** Long enough that writing it takes a moment. */
const REST = '# a line of a script\n'.repeat(400);
const OLD = `#!/bin/sh\nmender commit\n${REST}`;
const NEW = `#!/bin/sh\nmender-update commit\n${REST}`;

export interface Found {
  readonly old: number;
  readonly fixed: number;
  readonly strays: readonly string[];
}

export class ScriptTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'mender-lint-chaos-'));
  readonly #names: readonly string[];

  constructor(files: number) {
    this.#names = Array.from({ length: files }, (_, index) => `${index}.sh`);
    this.reset();
  }

  /** As it was at the beginning, but for strays. */
  reset(): void {
    for (const name of this.#names) writeFileSync(join(this.folder, name), OLD);
  }

  /** Throws when a file is neither old nor new, or gone, or when something else is there than strays. */
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

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

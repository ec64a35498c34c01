/** Our parser and the shells accept the same scripts, and the shells accept the fixed ones. */
import assert from 'node:assert/strict';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { parseShell } from '../../server/src/languages/shell/shell.ts';
import { wholeText } from '../../server/src/text/fragment.ts';
import { afterFix } from '../support/sound.ts';
import { document, findings } from '../support/texts.ts';
import { acceptsEach, type Shell } from './bash.ts';
import { machineScripts, ownScripts, type Script } from './scripts.ts';

const shells: readonly Shell[] = ['bash', 'dash'];

function weAccept(text: string): boolean {
  return parseShell(wholeText(text)).parts.every(({ scripts }) => scripts.every(({ errors }) => !errors?.length));
}

/** The script after fix-all, and after each fix alone. */
function fixesOf({ name, text }: Script): readonly { readonly title: string; readonly text: string }[] {
  const each = findings(text, 'script.sh').flatMap(({ fixes }) =>
    fixes.map(fix => ({ title: `${name}: ${fix.title}`, text: afterFix(text, fix)! })),
  );
  return [{ title: `${name}: all`, text: fixAll(document(text, 'script.sh')).text }, ...each];
}

describe('the shells', () => {
  for (const [whose, scripts] of [
    ['the project', ownScripts],
    ['this machine', machineScripts],
  ] as const) {
    it(`accept the scripts of ${whose} that we accept, and the other way round`, () => {
      const all = scripts();
      const texts = all.map(({ text }) => text);
      // Many scripts that begin with `#!/bin/sh` are for bash.
      const [bash, dash] = [acceptsEach('bash', texts), acceptsEach('dash', texts)];
      const wrong = all.flatMap(({ name, text, shell }, index) => {
        const theirs = bash[index]! || (shell === 'dash' && dash[index]!);
        const ours = weAccept(text);
        return ours === theirs ? [] : `${name}: ${ours ? 'accepted by us only' : 'accepted by the shells only'}`;
      });
      assert.deepEqual(wrong, []);
    });
  }

  for (const shell of shells) {
    it(`${shell} accepts each fix of a script that it accepted before`, () => {
      const own = ownScripts();
      const before = acceptsEach(
        shell,
        own.map(({ text }) => text),
      );
      const fixed = own.filter((_, index) => before[index]).flatMap(fixesOf);
      const after = acceptsEach(
        shell,
        fixed.map(({ text }) => text),
      );
      const wrong = fixed.filter((_, index) => !after[index]).map(({ title }) => title);
      assert.deepEqual(wrong, []);
    });
  }
});

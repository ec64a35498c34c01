/**
 * How many pairs of uses are compared in a script of many lines: twice the length makes it twice as many, and not four
 * times.
 */
import assert from 'node:assert/strict';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { DeviceUses } from '../../server/src/findings/guards/device-uses.ts';
import { Guards } from '../../server/src/findings/guards/guards.ts';
import { catalogue } from '../../server/src/mender/catalogue.ts';
import type { Match, NewClientUse } from '../../server/src/rules/occurrence.ts';
import { occurrencesOf } from '../../server/src/rules/rules.ts';
import { documentUsages } from '../../server/src/usage/document-usage.ts';
import { keywordsWith } from '../../server/src/usage/keywords.ts';
import { document } from '../support/texts.ts';

function pairsIn(text: string): number {
  const matches: Match[] = [];
  const newUses: NewClientUse[] = [];
  const { target } = defaultCheckOptions;
  const context = { catalogue, target, role: 'script', custom: [] } as const;
  for (const usage of documentUsages(document(text), keywordsWith([])))
    for (const occurrence of occurrencesOf(usage, context))
      if (occurrence.kind === 'match') matches.push(occurrence);
      else newUses.push(occurrence);
  return [...new Guards(newUses, matches).possibleAnswers(matches)].length;
}

describe('pairs of uses that are compared', () => {
  for (const line of [
    'mender commit\n',
    'if mender commit; then mender rollback; fi\n',
    'systemctl is-active -q mender-client || systemctl restart mender-client\n',
    'mender commit || mender commit\n',
    'if [ -e /x ]; then mender commit; else mender-update commit; fi\n',
  ])
    it(JSON.stringify(line), () => {
      const [once, twice] = [pairsIn(line.repeat(50)), pairsIn(line.repeat(100))];
      assert.ok(twice <= 2 * once + 2, `${once} and ${twice}`);
    });
});

/** How often one use is compared with another that might answer it. */
function comparisonsIn(text: string): number {
  const original = DeviceUses.prototype.isOfNew;
  let asked = 0;
  DeviceUses.prototype.isOfNew = function (use) {
    asked++;
    return original.call(this, use);
  };
  try {
    check(document(text));
  } finally {
    DeviceUses.prototype.isOfNew = original;
  }
  return asked;
}

describe('uses that are compared while a text is checked', () => {
  for (const line of [
    'systemctl stop mender-client\nsystemctl stop mender-updated mender-authd\n',
    'systemctl stop mender-client\nsystemctl start mender-updated\n',
    'if pidof mender; then mender commit; else mender-update commit; fi\n',
  ])
    it(JSON.stringify(line), () => {
      const [once, twice] = [comparisonsIn(line.repeat(160)), comparisonsIn(line.repeat(320))];
      assert.ok(once > 0 && twice <= 2.5 * once, `${once} and ${twice}`);
    });
});

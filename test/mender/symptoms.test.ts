/** Visible effects: defined for existing rules only, and for all that stop something of Mender's own. */
import assert from 'node:assert/strict';
import { allRules, findRule } from '../../server/src/mender/catalogue.ts';
import { symptomOf, symptoms } from '../../server/src/mender/symptoms.ts';

describe('symptoms', () => {
  it('are of rules that there are', () => {
    for (const id of Object.keys(symptoms)) assert.equal(findRule(id)?.id, id, id);
  });

  it('are texts of one line, or whole sentences', () => {
    for (const row of allRules) {
      const { prints = [], silent } = symptomOf(row) ?? { silent: 'None.' };
      assert.ok(prints.length > 0 || silent !== undefined, row.id);
      for (const text of prints) assert.match(text, /^\S.*\S$/, row.id);
      if (silent !== undefined) assert.match(silent, /^[A-Za-z].*\.$/, row.id);
    }
  });

  it('are known for every call of the old binary and every command about its service', () => {
    const unknown = allRules.filter(({ match }) => ['command', 'service', 'option'].includes(match.kind));
    assert.deepEqual(
      unknown.filter(row => row.effect === 'fails' && !symptomOf(row)).map(({ id }) => id),
      ['option-not-available'],
    );
  });
});

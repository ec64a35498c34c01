/**
 * The settings and the options of a project in JSON editors: VS Code's own language service completes and checks them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ClientCapabilities, getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { root } from '../support/build.ts';

const read = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

const settings: JSONSchema = {
  type: 'object',
  properties: read('package.json').contributes.configuration[0].properties,
};

describe('editors of JSON', () => {
  for (const [name, schema, before, after] of [
    ['settings.json', settings, '{ "menderLint.rules": ', ' }'],
    ['.mender-lint.json', read('schemas/mender-lint.schema.json'), '{ "rules": ', ' }'],
    [
      'an override of it',
      read('schemas/mender-lint.schema.json'),
      '{ "overrides": [{ "files": ["a"], "rules": ',
      ' }] }',
    ],
  ] as const) {
    const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
    service.configure({ schemas: [{ uri: 'test://schema', fileMatch: ['*'], schema }] });
    /** `|` is the cursor. */
    const opened = (rules: string) => {
      const text = `${before}${rules}${after}`;
      const document = TextDocument.create('file:///a.json', 'json', 1, text.replace('|', ''));
      return { document, json: service.parseJSONDocument(document), at: document.positionAt(text.indexOf('|')) };
    };
    const complete = async (rules: string) => {
      const { document, json, at } = opened(rules);
      return (await service.doComplete(document, at, json))?.items ?? [];
    };
    const check = async (rules: string) => {
      const { document, json } = opened(rules);
      return (await service.doValidation(document, json)).map(({ message }) => message);
    };

    for (const rules of ['{|}', '{ "|" }', '{ "mender-|" }', '{ "acme": "off", | }'])
      it(`complete the rules of ${name} in ${rules}, with what each is about`, async () => {
        const items = await complete(rules);
        assert.deepEqual(items.map(({ label }) => label).sort(), allRules.map(({ id }) => id).sort());
        const { documentation } = items.find(({ label }) => label === 'single-dash-option')!;
        assert.match(
          JSON.stringify(documentation),
          /Severity of `single-dash-option` \(long option with a single dash\)\./,
        );
      });

    it(`complete the severities of ${name}`, async () => {
      const labels = (await complete('{ "mender-commit": | }')).map(({ label }) => label);
      assert.deepEqual(labels.sort(), ['"error"', '"information"', '"off"', '"warning"']);
    });

    it(`accept custom rules in ${name}`, async () =>
      assert.deepEqual(await check('{ "acme-install": "warning", "mender-commit": "off" }'), []));

    it(`reject other severities in ${name}`, async () =>
      assert.match((await check('{ "mender-commit": "fatal" }')).join(), /Valid values: "error", "warning"/));
  }
});

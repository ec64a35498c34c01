/** Settings of an editor: which parts of any value are valid, and what is reported about the rest. */
import assert from 'node:assert/strict';
import { defaultOptions, parseOptions } from '../../server/src/options/options.ts';

const cases: readonly (readonly [given: unknown, understood: object, ...problems: string[]])[] = [
  [undefined, {}],
  [null, {}],
  [7, {}],
  [['error'], {}],
  [{ enable: null, target: undefined }, {}],
  [
    { tagret: '5.1', include: ['strings'], verbose: true },
    { include: ['strings'] },
    'The settings have no option `tagret`; did you mean `target`?',
    `The settings have no option \`verbose\`; they may have ${Object.keys(defaultOptions).join(', ')}.`,
  ],
  [
    { enable: false, wrapper: true, useIgnoreFiles: false },
    { enable: false, wrapper: true, useIgnoreFiles: false },
  ],
  [{ enable: 'yes' }, {}, 'Option `enable` must be true or false.'],
  [{ diagnosticMode: 'openFiles' }, { diagnosticMode: 'openFiles' }],
  [{ diagnosticMode: 1 }, {}, 'Option `diagnosticMode` must be one of workspace, openFiles, off.'],
  [
    { target: '6.0', from: '3.x' },
    { target: '5.1', from: '3.5' },
  ],
  [{ target: 5.1 }, {}, 'Option `target` must be one of "4.0", "5.0", "5.1" (also "6.0").'],
  [{ from: '2' }, {}, 'Option `from` must be one of "any", "3.5" (also "3.x"), "4.0", "5.0", "5.1" (also "6.0").'],
  [
    { yocto: ['wrynose'], include: ['strings'] },
    { yocto: ['wrynose'], include: ['strings'] },
  ],
  [{ yocto: ['wrynose', 'x'] }, {}, 'Option `yocto` must be a list of "kirkstone", "scarthgap", "wrynose".'],
  [
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`unheard-of-${index}`, 1])),
    {},
    ...Array.from(
      { length: 20 },
      (_, index) =>
        `The settings have no option \`unheard-of-${index}\`; they may have ${Object.keys(defaultOptions).join(', ')}.`,
    ),
    'The settings have 10 more options that do not exist.',
  ],
  [{ include: 'strings' }, {}, 'Option `include` must be a list of "markdown", "strings".'],
  [{ rules: { 'mender-commit': 'off', acme: 'error' } }, { rules: { 'mender-commit': 'off', acme: 'error' } }],
  [{ rules: ['off'] }, {}, 'Option `rules` must be an object.'],
  [
    { rules: { 'mender-commit': 'fatal', acme: null, other: 'off' } },
    { rules: { other: 'off' } },
    'The severity of `mender-commit` must be one of error, warning, information, off.',
    'The severity of `acme` must be one of error, warning, information, off.',
  ],
  [{ exclude: ['a/**', 1, ''] }, { exclude: ['a/**'] }, 'A glob must be a string.', 'A glob must be a string.'],
  [{ exclude: 'a' }, {}, 'Option `exclude` must be a list of globs.'],
  [{ limits: { files: 5 } }, { limits: { ...defaultOptions.limits, files: 5 } }],
  [
    { limits: { files: 0, folders: 1.5, findings: '9', fileSize: 3 } },
    { limits: { ...defaultOptions.limits, fileSize: 3 } },
    '`limits.files` must be a whole number above 0.',
    '`limits.folders` must be a whole number above 0.',
    '`limits.findings` must be a whole number above 0.',
  ],
  [
    { limits: { constructor: 1 } },
    {},
    '`limits` has no option `constructor`; it may have files, fileSize, folders, checkTime, findingsPerFile, findings.',
  ],
  [{ limits: { filesize: 1 } }, {}, '`limits` has no option `filesize`; did you mean `fileSize`?'],
  [{ limits: [1] }, {}, '`limits` must be an object.'],
];

describe('settings', () => {
  for (const [given, understood, ...problems] of cases)
    it(JSON.stringify(given) ?? 'none', () =>
      assert.deepEqual(parseOptions(given), { options: { ...defaultOptions, ...understood }, problems }),
    );
});

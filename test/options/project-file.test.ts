/** `.mender-lint.json`: which parts are valid, and where the others are reported. */
import assert from 'node:assert/strict';
import { parseProject } from '../../server/src/options/project-file.ts';

/** The ranges of the problems between « and », and their messages. */
function problemsOf(marked: string): { marked: string; messages: string[] } {
  const text = marked.replace(/[«»]/g, '');
  const { problems } = parseProject(text);
  let shown = text;
  for (const { start, end } of problems.toReversed())
    shown = `${shown.slice(0, start)}«${shown.slice(start, end)}»${shown.slice(end)}`;
  return { marked: shown, messages: problems.map(({ message }) => message) };
}

describe('options of a project', () => {
  it('are all valid, with comments and trailing commas', () => {
    const { options, problems } = parseProject(`\uFEFF{
      // Which release.
      "$schema": "x", "target": "6.0", "from": "3.x",
      "rules": { "mender-commit": "off", },
      "exclude": ["a/**"], /* more */
      "yocto": ["kirkstone", "wrynose"],
      "overrides": [{ "files": ["b"], "target": "5.0.3", "from": "any", "rules": { "mender-commit": "error" } }],
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(options, {
      target: '5.1',
      from: '3.5',
      yocto: ['kirkstone', 'wrynose'],
      rules: { 'mender-commit': 'off' },
      exclude: ['a/**'],
      overrides: [{ files: ['b'], target: '5.0.3', from: 'any', rules: { 'mender-commit': 'error' } }],
    });
  });

  for (const [marked, ...messages] of [
    ['{ "target": «"6"» }', /`target` must be one of "4\.0", "5\.0", "5\.1" \(also "6\.0"\)/],
    ['{ "yocto": «"kirkstone"» }', /`yocto` must be a list of "kirkstone", "scarthgap", "wrynose"\.$/],
    ['{ "yocto": «["dunfell"]» }', /`yocto` must be a list of "kirkstone"/],
    ['{ "target": «5.1» }', /`target` must be one of "4\.0"/],
    ['{ "target": «"3.x"» }', /`target` must be one of "4\.0"/],
    ['{ "target": «"5.1.7"» }', /`target` must be one of "4\.0"/],
    [
      '{ "from": «"2"» }',
      /`from` must be one of "any", "3\.5" \(also "3\.x"\), "4\.0", "5\.0", "5\.1" \(also "6\.0"\)/,
    ],
    ['{ "rules": { «"mender-comit"»: "off" } }', /no rule `mender-comit`; did you mean `mender-commit`\?$/],
    ['{ "rules": { "mender-commit": «1» } }', /one of error, warning, information, off\./],
    ['{ «"rule"»: {} }', /The file has no option `rule`; did you mean `rules`\?$/],
    ['{ «"verbose"»: {} }', /The file has no option `verbose`; it may have .*rules/],
    ['{ «"constructor"»: {} }', /no option `constructor`/],
    ['{ "exclude": «"a"» }', /`exclude` must be a list of globs/],
    ['{ "exclude": ["a", «1»] }', /A glob must be a string/],
    ['{ "overrides": [«{ "rules": {} }»] }', /name its `files`/],
    ['{ "overrides": «{}» }', /list of objects/],
    ['{ "overrides": [«1»] }', /An override must be an object/],
    ['«[]»', /The file must be an object/],
  ] as readonly [string, RegExp][]) {
    it(`have their mistakes reported: ${marked}`, () => {
      const found = problemsOf(marked);
      assert.equal(found.marked, marked);
      assert.equal(found.messages.length, messages.length);
      for (const [index, message] of messages.entries()) assert.match(found.messages[index]!, message);
    });
  }

  it('are used as far as they are valid', () => {
    const { options } = parseProject(
      '{ "target": "6", "rules": { "x": "off", "mender-commit": "off" }, "exclude": [1, "a"]',
    );
    assert.deepEqual(options, { rules: { 'mender-commit': 'off' }, exclude: ['a'], overrides: [] });
  });

  it('never make it throw', () => {
    const text = '{"target":"4.0","rules":{"mender-commit":"off"},"exclude":["a"],"overrides":[{"files":["a"]}]}';
    for (let at = 0; at <= text.length; at++) {
      parseProject(text.slice(0, at));
      parseProject(text.slice(at));
    }
  });
});

/**
 * How often control passes from one room to another while a script of five lines is checked: each call is counted, none
 * is timed.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from './support/build.ts';

/** Most of them make usages and fixes; of the guards each command is read once. */
const MOST_CALLS = 45;

const source = join(root, 'server/src');
const roomOf = (path: string) => relative(source, path).split('/')[0]!;

/**
 * A plugin between the rooms: every function that one room imports from another counts its calls. Types, and classes
 * that are instantiated, are not counted.
 */
const counting: Plugin = {
  name: 'counting',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, importer, namespace }) => {
      const target = join(resolveDir, path);
      if (namespace === 'counted' || !importer.startsWith(source) || roomOf(importer) === roomOf(target))
        return undefined;
      return { path: target, namespace: 'counted', pluginData: roomOf(importer) };
    });
    onLoad({ filter: /./, namespace: 'counted' }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const names = [...text.matchAll(/^export (?:const|class|function\*?) (\w+)/gm)].map(match => match[1]!);
      const lines = names.map(
        name => `export const ${name} = counted(real.${name}, ${JSON.stringify(`${roomOf(path)}: ${name}`)});`,
      );
      return {
        contents: `import * as real from ${JSON.stringify(path)};
          export * from ${JSON.stringify(path)};
          const counted = (value, name) => typeof value !== 'function' ? value : new Proxy(value, {
            apply(target, self, args) { globalThis.roomCalls?.push(name); return Reflect.apply(target, self, args); },
          });
          ${lines.join('\n')}`,
        loader: 'ts',
        resolveDir: dirname(path),
      };
    });
  },
};

/** The calls that go into another room while a text is checked, as `room: function`. */
async function callsFor(text: string): Promise<readonly string[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { createDocument } from './languages/document.ts';
        export { check, defaultCheckOptions } from './findings/check.ts';`,
      resolveDir: source,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [counting],
  });
  const module = { exports: {} as Record<string, (...args: readonly unknown[]) => never> };
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(module, module.exports, require);
  const { createDocument, check, defaultCheckOptions } = module.exports;
  const calls: string[] = [];
  Object.assign(globalThis, { roomCalls: calls });
  check!(createDocument!({ uri: 'file:///a.sh', text }), defaultCheckOptions);
  Object.assign(globalThis, { roomCalls: undefined });
  return calls;
}

/** Words and the catalogue are below all rooms, and may be called from anywhere. */
const below = /^(?:text|mender|programs): /;

describe('calls between rooms', () => {
  it('are few for a script of five lines', async () => {
    const calls = await callsFor('#!/bin/sh\nset -e\nsystemctl stop mender-client\nmender commit\nexit 0\n');
    const between = calls.filter(call => !below.test(call));
    assert.ok(between.length > 20, 'they are counted');
    assert.ok(between.length <= MOST_CALLS, `${between.length} calls:\n${between.join('\n')}`);
  });
});

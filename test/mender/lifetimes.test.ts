/** Releases, their order and names, and the consistency of what the catalogue says about them. */
import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/mender/catalogue.ts';
import { endings } from '../../server/src/mender/endings.ts';
import { generationIn, generationOf, sampleVersions } from '../../server/src/mender/generations.ts';
import { oldProgram } from '../../server/src/mender/programs.ts';
import { listOfNames } from '../../server/src/mender/release-names.ts';
import { thingsOf } from '../../server/src/mender/things.ts';
import { hasEnded, isAfter, isAvailable, type Lifetime, type Target } from '../../server/src/mender/version.ts';

describe('lifetimes', () => {
  for (const [lifetime, target, available, ended] of [
    [{}, '4.0', true, false],
    [{ since: '5.0' }, '4.0', false, false],
    [{ since: '5.0' }, '5.0', true, false],
    [{ since: '5.0', until: '5.1' }, '5.0', true, false],
    [{ since: '5.0', until: '5.1' }, '5.1', false, true],
    [{ since: '5.0', until: '5.1' }, '5.0.5', true, false],
    // A release includes all of its patch levels: what any of them lacks is found, what all of them have is written.
    [{ since: '5.0.4' }, '5.0', false, false],
    [{ since: '5.0.4' }, '5.0.3', false, false],
    [{ since: '5.0.4' }, '5.0.4', true, false],
    [{ since: '5.0.4' }, '5.1', true, false],
    [{ until: '5.0.4' }, '5.0', false, true],
    [{ until: '5.0.4' }, '5.0.3', true, false],
    [{ until: '5.0.4' }, '5.0.4', false, true],
    [{ until: '5.0.4' }, '4.0', true, false],
    // 10 is more than 9.
    [{ until: '9.0' }, '10.0', false, true],
    [{ since: '5.10' }, '5.9', false, false],
  ] as readonly (readonly [Lifetime, Target, boolean, boolean])[]) {
    it(`${JSON.stringify(lifetime)} on ${target}: ${available ? 'there' : 'not there'}${ended ? ', gone' : ''}`, () => {
      assert.equal(isAvailable(lifetime, target), available);
      assert.equal(hasEnded(lifetime, target), ended);
    });
  }

  it('count from the oldest patch level of where files come from', () => {
    assert.ok(isAfter('5.0.4', '5.0'));
    assert.ok(!isAfter('5.0', '5.0'));
    assert.ok(!isAfter('5.0.4', '5.0.4'));
    assert.ok(!isAfter('4.0', '5.0'));
  });
});

describe('names of releases', () => {
  const { target, origin, targetNames, originNames } = catalogue.releaseNames;
  for (const [name, asTarget, asOrigin] of [
    ['4.0', '4.0', '4.0'],
    ['6.0', '5.1', '5.1'],
    ['3.x', undefined, '3.5'],
    ['any', undefined, 'any'],
    ['4.0.7', '4.0.7', '4.0.7'],
    ['4.0.8', undefined, undefined],
    ['3.5.3', undefined, '3.5.3'],
    ['5.0.03', undefined, undefined],
    ['6', undefined, undefined],
    ['', undefined, undefined],
    [5.1, undefined, undefined],
    [null, undefined, undefined],
  ] as const) {
    it(`${JSON.stringify(name)} is ${asTarget ?? 'no target'}, and ${asOrigin ?? 'nothing'} to come from`, () => {
      assert.equal(target(name), asTarget);
      assert.equal(origin(name), asOrigin);
    });
  }

  it('are listed with their other ones', () => {
    assert.match(listOfNames(targetNames), /^4\.0, 5\.0, 5\.1 \(also 6\.0\)/);
    assert.match(listOfNames(originNames), /^any, 3\.5 \(also 3\.x\), 4\.0, 5\.0, 5\.1 \(also 6\.0\)/);
  });

  it('are each that of one release', () => {
    const all = [...new Set([...targetNames, ...originNames].map(({ name, of }) => `${name} ${of}`))];
    const used = all.map(each => each.split(' ')[0]!);
    assert.deepEqual(
      used.filter((name, index) => used.indexOf(name) !== index),
      [],
    );
  });

  it('are said by their series', () => assert.match(catalogue.releaseNames.series, /^4\.x(?:, \d\.x)*(?: and \d\.x)$/));
});

describe('what the catalogue says of releases', () => {
  const known = (version: string) => catalogue.releaseNames.origin(version) !== undefined;
  const { programs, keys, names } = catalogue;
  const options = programs.flatMap(program => [
    ...program.globals,
    ...program.commands.flatMap(command => command.options),
  ]);
  const commands = programs.flatMap(program => program.commands);
  const things: readonly (Lifetime & { readonly name: string })[] = [
    oldProgram,
    ...programs,
    ...commands,
    ...options,
    ...options.flatMap(({ values = [] }) => values),
    ...Object.entries(keys).map(([name, spec]) => (typeof spec === 'string' ? { name } : { ...spec, name })),
  ];

  it('names releases that there are, each end after its beginning', () => {
    for (const { name, since, until } of [...things, ...names]) {
      // Targets before 3.0 are impossible.
      for (const version of [since, until])
        assert.ok(version === undefined || known(version) || /^[12]\./.test(version), name);
      assert.ok(since === undefined || until === undefined || isAfter(until, since), name);
    }
  });

  it('knows all that a release ends, and no end of it twice', () => {
    const ended = endings(catalogue.releases);
    const spelled = new Set([
      ...thingsOf(programs).map(({ name }) => name),
      ...programs.map(({ name }) => name),
      ...Object.keys(keys),
      ...names.map(({ kind, name }) => `${kind} ${name}`),
    ]);
    assert.deepEqual(
      ended.filter(([name]) => !spelled.has(name)),
      [],
    );
    assert.equal(new Set(ended.map(([name]) => name)).size, ended.length);
  });

  it('has for each name that is replaced the one that replaces it, from then on', () => {
    for (const { name, deprecated } of options) {
      if (!deprecated) continue;
      const other = options.find(option => option.name === deprecated.use);
      assert.ok(other && isAvailable(other, deprecated.since), name);
    }
  });

  it('has a row for each key that ends, of the same release', () => {
    for (const [path, spec] of Object.entries(keys)) {
      if (typeof spec === 'string' || spec.until === undefined) continue;
      const row = catalogue
        .rulesOf('config')
        .find(({ match }) => match.defect === 'key' && match.path.join('.') === path && !match.when);
      assert.equal(row?.removedIn, spec.until, path);
    }
  });

  it('tells the generations apart by the release that split the client', () => {
    for (const name of ['mender-update', 'mender-setup', 'mender-authd.service', 'mender-client4:arm64'])
      assert.equal(generationOf(name), 'new');
    for (const name of ['mender', 'mender-client', 'mender-client.service.d']) assert.equal(generationOf(name), 'old');
    for (const name of ['docker', 'script', 'mender-connect']) assert.equal(generationOf(name), undefined);
    assert.equal(generationIn('x mender-updated y'), 'new');
    assert.equal(generationIn('^mender-client$'), 'old');
    assert.equal(generationIn('mender'), undefined);
    assert.deepEqual(sampleVersions.old, ['3.0.0', '3.4.0', '3.5.0', '3.5.3']);
    assert.deepEqual(sampleVersions.new.slice(0, 5), ['4.0.0', '4.0.7', '5.0.0', '5.0.5', '5.1.0']);
  });
});

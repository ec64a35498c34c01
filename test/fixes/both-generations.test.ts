/** Fixes for devices of both generations, and for both services: where they are offered. */
import assert from 'node:assert/strict';
import { findings } from '../support/texts.ts';

/** The titles of all fixes of the first finding. */
const titles = (text: string, path = 'script.sh') => findings(text, path)[0]?.fixes.map(({ title }) => title) ?? [];

const dropIn = '/etc/systemd/system/mender-client.service.d/x.conf';
const bothPrograms = /^Support 3\.x and 4\.x\+/;
const bothServices = /^Do it for `mender-authd\.service` and `mender-updated\.service`/;

describe('a fix for both', () => {
  for (const [text, title] of [
    ['mender commit\n', bothPrograms],
    ['A=1  B=2 /usr/bin/mender commit\n', bothPrograms],
    ['FOO= mender commit\n', bothPrograms],
    ['FOO=bar/a.b-c sudo mender commit\n', bothPrograms],
    [`echo a > ${dropIn}\n`, bothServices],
    [`echo a >${dropIn}\n`, bothServices],
    [`echo a>>${dropIn}\n`, bothServices],
    [`echo a 1>${dropIn}\n`, bothServices],
    [`echo a >| ${dropIn}\n`, bothServices],
  ] as const)
    it(`is offered for ${JSON.stringify(text)}`, () => assert.ok(titles(text).some(each => title.test(each))));

  for (const text of [
    'FOO=$(cat x) mender commit\n',
    'A=x/y=z mender commit\n',
    'A=b! mender commit\n',
    'mender commit -=x\n',
    `foo > ${dropIn}\n`,
  ])
    it(`is not offered for ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        titles(text).filter(each => bothPrograms.test(each) || bothServices.test(each)),
        [],
      ));

  it('wants the other service only where the unit does not want it yet', () =>
    assert.deepEqual(
      titles(
        '[Unit]\nWants=mender-authd.service\n[Service]\nExecStart=/usr/bin/mender --log-file /x daemon\n',
        'a.service',
      ),
      ['Replace with `mender-update daemon`'],
    ));
});

/** Exit codes of `check` and `fix`: by findings, their severity, and possible changes. */
import assert from 'node:assert/strict';
import { inFolder } from '../support/command.ts';

const error = '#!/bin/sh\nmender commit\n';
const toReview = '#!/bin/sh\nsystemctl is-active mender-client\n';
const warning = '{ "DBus": {} }';
const advice = '#!/bin/sh\ntrue # mender-lint: disable-line mender-commit\n';

interface Case {
  readonly name: string;
  readonly there: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly code: 0 | 1 | 2;
}

const cases: readonly Case[] = [
  { name: 'an error', there: { 'a.sh': error }, args: ['check'], code: 1 },
  { name: 'a warning', there: { 'mender.conf': warning }, args: ['check'], code: 1 },
  { name: 'advice', there: { 'a.sh': advice }, args: ['check'], code: 0 },
  { name: 'advice that counts', there: { 'a.sh': advice }, args: ['check', '--fail-on', 'info'], code: 1 },
  { name: 'advice by its long name', there: { 'a.sh': advice }, args: ['check', '--fail-on', 'information'], code: 1 },
  {
    name: 'a warning that does not count',
    there: { 'mender.conf': warning },
    args: ['check', '--fail-on', 'error'],
    code: 0,
  },
  {
    name: 'an error among what does not count',
    there: { 'a.sh': error, 'mender.conf': warning },
    args: ['check', '--fail-on', 'error'],
    code: 1,
  },
  { name: 'an error, when nothing counts', there: { 'a.sh': error }, args: ['check', '--exit-zero'], code: 0 },
  {
    name: 'a path that is missing, when nothing counts',
    there: { 'a.sh': error },
    args: ['check', '--exit-zero', 'a.sh', 'gone'],
    code: 2,
  },
  { name: 'a severity that there is not', there: {}, args: ['check', '--fail-on', 'bad'], code: 2 },
  { name: 'all that can be fixed', there: { 'a.sh': error }, args: ['fix'], code: 0 },
  { name: 'all that could be fixed', there: { 'a.sh': error }, args: ['fix', '--diff'], code: 1 },
  {
    name: 'all that could be fixed, when nothing counts',
    there: { 'a.sh': error },
    args: ['fix', '--diff', '--exit-zero'],
    code: 0,
  },
  {
    name: 'a warning that could be fixed and does not count when it is left',
    there: { 'mender.conf': warning },
    args: ['fix', '--diff', '--fail-on', 'error'],
    code: 1,
  },
  { name: 'nothing to fix', there: { 'a.sh': 'true\n' }, args: ['fix', '--diff'], code: 0 },
  { name: 'what is left to review', there: { 'a.sh': toReview }, args: ['fix'], code: 1 },
  { name: 'what would be left to review', there: { 'a.sh': toReview }, args: ['fix', '--diff'], code: 1 },
  { name: 'what is left, when nothing counts', there: { 'a.sh': toReview }, args: ['fix', '--exit-zero'], code: 0 },
];

describe('the exit code', () => {
  for (const { name, there, args, code } of cases)
    it(`of ${args.join(' ')} is ${code} with ${name}`, () =>
      inFolder(there, async (_, command) => assert.equal((await command(...args)).code, code)));
});

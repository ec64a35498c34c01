/**
 * Random scripts that mix probes for the client, uses of both generations and consequences of the answers. The same
 * seed, the same script.
 */
import type { Random } from '../fuzz/random.ts';
import { bothNames, consequences, use, verb } from './generated-commands.ts';
import { plainQuestion, probesNew, probesOld, stateQuestion } from './generated-questions.ts';
import { program, ScriptRandom } from './script-random.ts';

interface Scope {
  readonly random: ScriptRandom;
  readonly depth: number;
  /** Functions that are defined above. */
  readonly functions: readonly string[];
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

const MOST_DEPTH = 3;

export function generateScript(seeded: Random): string {
  const random = new ScriptRandom(seeded);
  const functions: string[] = [];
  const parts: string[] = [];
  if (random.once(3)) parts.push(random.pick(['#!/bin/sh', '#!/bin/sh', '#!/bin/bash']));
  if (random.once(10)) parts.push('set -e');
  if (random.once(4)) parts.push(random.pick(variableLines));
  const scope: Scope = { random, depth: 0, functions, inFunction: false, inLoop: false };
  if (random.once(4)) {
    const name = random.pick(['check', 'ensure', 'migrate', 'restart_client']);
    parts.push(`${name}() {\n${block({ ...scope, depth: 1, inFunction: true }, '\n')}\n}`);
    functions.push(name);
  }
  const count = random.pick([1, 1, 2, 2, 3, 4]);
  for (let at = 0; at < count; at++) parts.push(statement(scope));
  if (functions.length > 0 && !parts.slice(-count).some(part => part.includes(functions[0]!)))
    parts.push(functions[0]!);
  const text = `${parts.join('\n')}\n`;
  // A variable that nothing sets would mean nothing.
  return text.includes('SVC=') ? withMender(text) : withMender(text).replaceAll('"$SVC"', 'mender-client');
}

function withMender(text: string): string {
  return text.includes('MENDER=') ? text : text.replaceAll('$MENDER ', 'mender ');
}

const variableLines = [
  'SVC=mender-client',
  'MENDER=/usr/bin/mender',
  'MENDER=mender',
  'SVC=mender-updated',
  'SERVICES="mender-client ssh"',
];

function block(scope: Scope, separator: string): string {
  const { random } = scope;
  const count = random.pick([1, 1, 1, 2]);
  return Array.from({ length: count }, () => statement({ ...scope, depth: scope.depth + 1 })).join(separator);
}

function inner(scope: Scope): string {
  return block(scope, scope.random.pick(['; ', '\n  ']));
}

const compounds: readonly ((scope: Scope) => string)[] = [
  scope => `if ${question(scope)}; then ${inner(scope)}; fi`,
  scope => `if ${question(scope)}; then ${inner(scope)}; fi`,
  scope => `if ${question(scope)}; then\n  ${inner(scope)}\nelse\n  ${inner(scope)}\nfi`,
  scope => `if ${question(scope)}; then ${inner(scope)}; else ${inner(scope)}; fi`,
  scope =>
    `if ${question(scope)}; then ${inner(scope)}; elif ${question(scope)}; then ${inner(scope)}; else ${inner(scope)}; fi`,
  scope => `if ${question(scope)} ${scope.random.pick(['&&', '||'])} ${question(scope)}; then ${inner(scope)}; fi`,
  scope => `${question(scope)} && ${action(scope)}`,
  scope => `${question(scope)} || ${action(scope)}`,
  scope => `${question(scope)} || ${action(scope)}`,
  scope => `${question(scope)} && ${action(scope)} || ${action(scope)}`,
  scope => `${question(scope)} || { ${inner(scope)}; }`,
  scope => `${use(scope.random)} || ${action(scope)}`,
  scope => `${use(scope.random)} && ${action(scope)}`,
  scope =>
    `${scope.random.pick(['while !', 'until', 'while'])} ${plainQuestion(scope.random)}; do ${action(scope)}; sleep ${scope.random.pick(['1', '5'])}; done`,
  scope => `for i in 1 2 3; do ${question(scope)} && break; ${loopBody(scope)}; sleep 1; done`,
  scope => `for i in 1 2 3; do ${loopBody(scope)}; done`,
  scope =>
    `for s in ${scope.random.pick(['mender-client ssh', 'mender-authd mender-updated', 'mender-client'])}; do systemctl ${verb(scope.random)} $s; done`,
  scope =>
    `STATE=$(${stateQuestion(scope.random)})\nif [ "$STATE" ${scope.random.pick(['=', '!='])} ${scope.random.pick(['active', 'active', 'failed', 'enabled'])} ]; then ${inner(scope)}; fi`,
  scope =>
    `STATE=$(${stateQuestion(scope.random)}); case $STATE in ${scope.random.pick(['active', 'enabled', 'inactive|failed'])}) ${action(scope)} ;; *) ${action(scope)} ;; esac`,
  scope => `case "$(${stateQuestion(scope.random)})" in active|enabled) ${inner(scope)} ;; esac`,
  scope => `${plainQuestion(scope.random)}\nif [ $? ${scope.random.pick(['-eq', '-ne'])} 0 ]; then ${inner(scope)}; fi`,
  scope =>
    `${plainQuestion(scope.random)}\nRC=$?\n[ $RC ${scope.random.pick(['-eq', '-ne'])} 0 ] ${scope.random.pick(['&&', '||'])} ${action(scope)}`,
  scope =>
    `PID=$(${scope.random.pick(['pidof', 'pgrep -x', 'pgrep'])} ${program(scope.random)})\n[ ${scope.random.pick(['-n', '-z'])} "$PID" ] && ${action(scope)}`,
  scope =>
    `${scope.random.pick(['sh -c', 'ssh device', 'sudo sh -c'])} '${question(scope).replaceAll("'", '"')} || ${action(scope).replaceAll("'", '"')}'`,
  scope => `( ${inner(scope)} )`,
  scope =>
    `while read s; do systemctl ${verb(scope.random)} $s; done <<EOF\n${scope.random.pick(['mender-client', 'mender-client\nssh', 'mender-client\nmender-updated'])}\nEOF\n:`,
  scope => {
    const [old, young] = sameState(scope.random, name => `$(systemctl ${name})`);
    const isMet = scope.random.pick(['=', '!=']);
    return `OLD=${old}\nNEW=${young}\nif [ "$OLD" ${isMet} active ] ${scope.random.pick(['&&', '||'])} [ "$NEW" ${isMet} active ]; then ${inner(scope)}; fi`;
  },
  forBoth,
  forBoth,
  forBoth,
  forBoth,
];

function statement(scope: Scope): string {
  const { random, depth } = scope;
  if (depth >= MOST_DEPTH) return action(scope);
  return random.below(10) < (depth === 0 ? 7 : 3) ? random.pick(compounds)(scope) : action(scope);
}

function loopBody(scope: Scope): string {
  return action({ ...scope, inLoop: true });
}

/** The same probe for both clients, or nearly; `asked` puts it into words. */
function sameState(random: ScriptRandom, asked: (question: string) => string): readonly [string, string] {
  const verbs = ['is-active', 'is-active', 'is-enabled', 'is-failed'];
  const own = random.pick(verbs);
  const other = random.once(4) ? random.pick(verbs) : own;
  return [asked(`${own} mender-client`), asked(`${other} ${random.pick(['mender-updated', 'mender-authd'])}`)];
}

function sameStateAskedOfBoth(random: ScriptRandom, old: string, young: string): string {
  const [first, second] = sameState(random, name => `systemctl ${name} >/dev/null 2>&1`);
  return `${first} && { ${old}; }\n${second} && { ${young}; }`;
}

/** A plain command. */
function action(scope: Scope): string {
  const { random } = scope;
  const choice = random.below(10);
  if (choice < 6) return use(random);
  if (choice === 6 && scope.functions.length > 0) return random.pick(scope.functions);
  if (choice === 7) return early(scope);
  return random.pick(consequences);
}

function early({ random, inFunction, inLoop, depth }: Scope): string {
  if (depth === 0) return random.pick(consequences);
  if (inLoop) return random.pick(['break', 'continue', 'exit 1']);
  if (inFunction) return random.pick(['return 0', 'return 1', 'exit 1']);
  return random.pick(['exit 0', 'exit 1', 'exit 1']);
}

/** One script for both clients, as a person would write it; sometimes not quite. */
function forBoth(scope: Scope): string {
  const { random } = scope;
  const [old, young] = random.pick(bothNames);
  const more = random.once(3) ? `; ${action(scope)}` : '';
  return random.pick([
    () => `if ${probesNew(random)}; then ${young}${more}; else ${old}; fi`,
    () => `if ${probesNew(random)}; then ${young}; else ${old}${more}; fi`,
    () => `if ${probesOld(random)}; then ${old}${more}; else ${young}; fi`,
    () => `if ${probesOld(random)}; then ${old}; elif ${probesNew(random)}; then ${young}; else ${action(scope)}; fi`,
    () => `if ! ${probesNew(random)}; then\n  ${old}\n  exit 0\nfi\n${young}`,
    () => `${old} || { ${young}; }`,
    () => `${young.replace(/;.*/, '')} || ${old}${more}`,
    () => `${old} 2>/dev/null\n${young}`,
    () => `${probesOld(random)} && { ${old}${more}; }\n${probesNew(random)} && { ${young}; }`,
    () => sameStateAskedOfBoth(random, `${old}${more}`, random.once(2) ? `${young}${more}` : young),
    () => {
      const [first, second] = sameState(random, name => `systemctl ${name} >/dev/null 2>&1`);
      return `if ${first}; then ${old}${more}; elif ${second}; then ${young}${more}; fi`;
    },
  ])();
}

function question({ random, functions }: Scope): string {
  const choice = random.below(12);
  const not = random.once(3) ? '! ' : '';
  if (choice === 0) return `[ "$(${stateQuestion(random)})" ${random.pick(['=', '!='])} active ]`;
  if (choice === 1)
    return `[ ${random.pick(['-n', '-z'])} "$(${random.pick(['pidof', 'command -v', 'pgrep -x'])} ${program(random)})" ]`;
  if (choice === 2 && functions.length > 0) return not + random.pick(functions);
  return not + plainQuestion(random);
}

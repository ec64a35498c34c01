/** Probes of generated scripts: for which client there is, for its state, and whether a script has any of them. */
import { packageName, program, type ScriptRandom, unit } from './script-random.ts';

export const probesOld = (random: ScriptRandom) =>
  random.pick([
    'command -v mender >/dev/null',
    '[ -x /usr/bin/mender ]',
    'systemctl cat mender-client >/dev/null 2>&1',
    'systemctl is-active --quiet mender-client',
    'systemctl is-enabled --quiet mender-client',
    'pidof mender >/dev/null',
    'dpkg -s mender-client >/dev/null 2>&1',
  ]);
export const probesNew = (random: ScriptRandom) =>
  random.pick([
    'command -v mender-update >/dev/null',
    '[ -x /usr/bin/mender-update ]',
    'systemctl cat mender-updated >/dev/null 2>&1',
    'systemctl is-active --quiet mender-updated',
    'dpkg -s mender-update >/dev/null 2>&1',
    '[ -e /lib/systemd/system/mender-updated.service ]',
  ]);

/** A command that prints a state. */
export function stateQuestion(random: ScriptRandom): string {
  return `systemctl ${random.pick(['is-active', 'is-active', 'is-enabled', 'is-failed'])} ${unit(random)}`;
}

const questions: readonly ((random: ScriptRandom) => string)[] = [
  random => `pidof ${program(random)} >/dev/null`,
  random => `pgrep -x ${program(random)} >/dev/null`,
  random => `pgrep ${program(random)} >/dev/null`,
  random => `systemctl is-active --quiet ${unit(random)}`,
  random => `systemctl is-active --quiet ${unit(random)}`,
  random => `systemctl is-active ${unit(random)} >/dev/null`,
  random => `systemctl is-failed --quiet ${unit(random)}`,
  random => `systemctl is-enabled --quiet ${unit(random)}`,
  random => `systemctl status ${unit(random)} >/dev/null 2>&1`,
  random => `command -v ${program(random)} >/dev/null`,
  random => `command -v ${program(random)} >/dev/null 2>&1`,
  random => `which ${program(random)} >/dev/null`,
  random => `[ -x /usr/bin/${program(random)} ]`,
  random => `[ -e /lib/systemd/system/${unit(random).replace('.service', '')}.service ]`,
  random => `dpkg -s ${packageName(random)} >/dev/null 2>&1`,
  random => `service ${unit(random).replace('.service', '')} status >/dev/null`,
  random => `systemctl cat ${unit(random)} >/dev/null 2>&1`,
  random => `systemctl list-unit-files | grep -q ${unit(random)}`,
  random => `ps | grep -q "[m]ender${random.pick(['', ' ', '-update'])}"`,
];

export function plainQuestion(random: ScriptRandom): string {
  return random.pick(questions)(random);
}

/** Whether a script probes for the client. */
export function probes(text: string): boolean {
  return /\b(?:pidof|pgrep|is-active|is-failed|is-enabled|status|command -v|which|dpkg -s|ps \|)|\[ -[xe] |systemctl (?:cat|list)/.test(
    text,
  );
}

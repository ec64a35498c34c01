/** The service of 3.x, its successors, their programs and processes, and the signals it handled. */
import type { ServiceNames } from './patterns-of-services.ts';

/**
 * Units of 2.3 to 3.x, and of 2.2 and before (mender@bca82a4f); they exist in no later release, not even as an alias
 * (mender@1471774b).
 */
export const oldUnits = ['mender-client', 'mender'] as const;

/** Their successors, in the order in which upstream names them (mender@5.1.0:README.md:258). */
export const newUnits = ['mender-authd', 'mender-updated'] as const;

/** It wants the other one: starting it starts both. */
export const leadingUnit = newUnits[1];

/** Possible replacements of an old one, the most likely first. */
export const unitChoices = ['mender-authd mender-updated', 'mender-updated', 'mender-authd'] as const;

/** Units that they conflict with, so that neither runs next to the other: mender@5.1.0:support/mender-authd.service. */
export const conflictingUnits: readonly string[] = ['mender'];

/** What a person must know to choose one of them. */
const unitPurposes: Readonly<Record<(typeof newUnits)[number], string>> = {
  'mender-authd': 'authentication, D-Bus, connection',
  'mender-updated': 'deployments, inventory, state scripts',
};

export const clientService: ServiceNames = { old: oldUnits, new: newUnits, purposes: unitPurposes };

/** The programs the units run, and the process name and syslog identifier of 3.x. */
export const oldProcess = 'mender';
export const newProcesses = ['mender-auth', 'mender-update'] as const;

/** Their lines in ps(1), including `-daemon` of 2.x. */
export const processLines: Readonly<Record<'old' | 'new', readonly string[]>> = {
  old: [`/usr/bin/${oldProcess} daemon`, `/usr/bin/${oldProcess} -daemon`, oldProcess],
  new: ['/usr/bin/mender-update daemon', '/usr/bin/mender-auth daemon', 'mender-update'],
};

/** Patterns for the old one, by its name or its command line. The first group is the name. */
export const oldProcessPattern = new RegExp(`^\\^?(?:(?:/usr)?/?bin/)?(${oldProcess})(?: -?daemon)?\\$?$`);

/** The process that handles signals. */
export const signalledProcess = newProcesses[1];

/**
 * Signals that 3.x handled (mender@3.5.3:main.go:31-36), and the command that now does the same. mender-auth handles
 * neither and would be terminated: mender@5.1.0:src/mender-auth/cli/actions.cpp:158-164.
 */
export const clientSignals: Readonly<Record<string, string>> = { USR1: 'check-update', USR2: 'send-inventory' };

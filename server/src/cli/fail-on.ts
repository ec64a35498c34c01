/** `--fail-on` and `--exit-zero`: which findings make a command exit with 1. */
import { InvalidArgumentError, Option } from 'commander';
import type { Finding, Severity } from '../findings/finding.ts';
import { type ExitCode, exitCodes } from './streams.ts';

export interface FailOptions {
  readonly failOn: Severity;
  readonly exitZero: boolean;
}

/** The worst first. */
const severities: readonly Severity[] = ['error', 'warning', 'information'];

export function failOptions(): readonly Option[] {
  return [
    new Option('--fail-on <severity>', 'exit with 1 for findings of this severity and above: error, warning or info')
      .default('warning')
      .argParser(severityNamed),
    new Option('--exit-zero', 'exit with 0 whatever is found; with 2 still when something was not checked').default(
      false,
    ),
  ];
}

function severityNamed(name: string): Severity {
  const found = severities.find(severity => severity === (name === 'info' ? 'information' : name));
  if (!found) throw new InvalidArgumentError('It must be one of error, warning, info.');
  return found;
}

export function isFailure({ severity }: Pick<Finding, 'severity'>, { failOn }: Pick<FailOptions, 'failOn'>): boolean {
  return severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** For a run that has checked everything. */
export function exitCodeOf(findings: readonly Finding[], options: FailOptions): ExitCode {
  return !options.exitZero && findings.some(finding => isFailure(finding, options))
    ? exitCodes.findings
    : exitCodes.clean;
}

/** Pipelines: how they end and what they print. */
import type { Part } from '../../usage/script.ts';
import { isOfNew, isSearch, printed, stateInList, succeeds } from './answers.ts';
import { answered } from './commands.ts';
import { decidedAt } from './decisions.ts';
import type { Environment } from './environment.ts';
import { done, type Outcome } from './outcome.ts';
import { lineOf } from './read-line.ts';
import type { ScriptRun } from './script-run.ts';
import type { Ternary } from './ternary.ts';
import { textValue } from './texts.ts';
import { unknownValue } from './values.ts';

export function pipelineOutcome(
  run: ScriptRun,
  parts: readonly Part[],
  at: number,
  runs: Ternary,
  environment: Environment,
): Outcome {
  for (const part of parts) run.evaluation.notePiped(part.at, at);
  const simple = parts.every(({ step }) => step.kind === 'command' && !step.script);
  const outcomes = parts.map(part => run.heard(part, runs, environment));
  const last = parts.at(-1)!.step;
  const status = decidedAt(outcomes.at(-1)!.status, at);
  // `OLD | tee LOG`: a search without input fails, too; the status of other programs does not depend on it.
  const lastLine = run.lines.get(last);
  if (!environment.failsInPipe && !(lastLine && isSearch(lastLine))) run.evaluation.noteUnheeded(at);
  if (!simple || last.kind !== 'command') return { ...done, status, printed: unknownValue };
  const lines = parts.map(({ step }) => run.lines.get(step) ?? lineOf(at, [], false));
  const input = last.input && textValue(run, last.input, runs, environment);
  const version = outcomes.find(outcome => outcome.printed.version)?.printed;
  if (lines.some(isOfNew)) run.evaluation.noteOfNew(at);
  const listed = stateInList(lines);
  if (listed) run.evaluation.states.note(listed.generation ? listed.at : at, listed.kind, listed.generation);
  // Being in a list of processes means that they run.
  if (listed?.generation === 'new') run.evaluation.noteOfNew(listed.at);
  const isCall = run.functions.has(lines.at(-1)!.texts[0] ?? '');
  return answered(
    run,
    isCall ? status : decidedAt(succeeds(lines, input, run.installed), at),
    version ?? printed(lines, input, run.installed),
  );
}

/** Which variables a part of a script sets, as it is written. */
import type { Part, Step } from '../../usage/script.ts';

export function assignedIn(step: Step): ReadonlySet<string> {
  const names = new Set<string>();
  collect(step, names);
  return names;
}

function collect(step: Step, names: Set<string>): void {
  if (step.kind === 'command') for (const { name } of step.assignments) names.add(name);
  if (step.kind === 'for') names.add(step.variable);
  if (step.kind === 'lines') for (const name of step.names) names.add(name);
  for (const { step: inner } of partsOf(step)) collect(inner, names);
}

function partsOf(step: Step): readonly Part[] {
  switch (step.kind) {
    case 'list':
    case 'chain':
    case 'pipeline':
      return step.parts;
    case 'if':
      return [...step.branches.flatMap(({ test, body }) => [test, body]), ...(step.otherwise ? [step.otherwise] : [])];
    case 'case':
      return step.branches.map(({ body }) => body);
    case 'loop':
      return [step.test, step.body];
    case 'for':
    case 'lines':
    case 'background':
    case 'subshell':
      return [step.body];
    case 'not':
      return [step.of];
    default:
      return [];
  }
}

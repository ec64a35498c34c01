/**
 * Uses that are no mistake where a script has replaced the old program (`mender-lint wrapper`): calls that it accepts,
 * and probes for it.
 */

import type { CallLine, OptionItem } from '../fixes/call-line.ts';
import { acceptedLogLevel, valueText } from '../fixes/option-text.ts';
import { SuccessorView } from '../fixes/successor-view.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import type { Successor } from '../mender/patterns-of-calls.ts';
import { oldProgram } from '../mender/programs.ts';
import type { Target } from '../mender/version.ts';
import { knownText } from '../usage/shell/variables.ts';
import type { Match } from './occurrence.ts';

/** Whether the wrapper accepts a call, as far as its words are known. */
export function isAcceptedByWrapper(
  line: CallLine,
  successors: readonly Successor[],
  { catalogue, target }: { readonly catalogue: Catalogue; readonly target: Target },
): boolean {
  if (line.unknownCommand !== undefined && !/^(?:h|help)?$/.test(line.unknownCommand)) return false;
  const isUnknown = line.items.some(item => item.kind === 'unknown' && /^--?\w/.test(knownText(item.words[0])));
  return (
    !isUnknown &&
    !hasTooMany(line) &&
    successors.every(successor => {
      const grammar = catalogue.grammar(successor.program, target);
      if (!grammar) return false;
      const view = new SuccessorView(line, successor, grammar);
      return line.items.every(item => item.kind !== 'option' || isOptionTaken(item, view));
    })
  );
}

function hasTooMany({ command, items }: CallLine): boolean {
  if (!command || command.spec.operands === 'any' || command.spec.ignoresExtraOperands) return false;
  return items.filter(({ kind }) => kind === 'operand').length > command.spec.operands;
}

function isOptionTaken(item: OptionItem, view: SuccessorView): boolean {
  if (item.spec.name === 'help' || item.spec.name === 'version') return true;
  const placed = view.optionOf(item);
  if (!placed) return view.changeOf(item) !== undefined;
  if (placed.spec.unusable) return false;
  const value = item.value && valueText(item.value);
  return placed.spec.value !== 'level' || value === undefined || acceptedLogLevel(value, placed.spec) !== undefined;
}

export function isWrapped({ rule, isAcceptedByWrapper: taken }: Match): boolean {
  const { match } = rule;
  if (match.kind === 'probe') return match.by === 'binary';
  return match.kind === 'path' ? match.pattern.test(`/usr/bin/${oldProgram.name}`) : taken === true;
}

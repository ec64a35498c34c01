/** Uses of the new generation that no rule is about: they show that the author knows of both. */
import { generationIn, generationOf } from '../catalogue/generations.ts';
import { newProgram, oldProgram } from '../catalogue/programs.ts';
import { newProcesses, newUnits } from '../catalogue/service-names.ts';
import { baseName } from '../programs/base-name.ts';
import { programOf } from '../programs/programs.ts';
import type { FunctionCall, Invocation } from '../usage/usage.ts';
import {
  asksVersion,
  isProcessTool,
  isSearchProgram,
  processAction,
  processEnding,
  type Question,
  spelled,
  stateKind,
} from './presence.ts';
import { askedBySignal } from './process.ts';
import type { Reference } from './sighting.ts';

export function referencesOf(invocation: Invocation, question: Question): Reference[] {
  const action = askedBySignal(invocation) ?? actionOf(question);
  if (action === undefined) return [];
  const reference: Reference = { kind: 'reference', action, frame: invocation.context.frame };
  return [action === processEnding ? { ...reference, units: unitsOfProcesses(question.words.flat()) } : reference];
}

/** Of the new client, those whose processes are named. */
function unitsOfProcesses(texts: readonly string[]): readonly string[] {
  return newUnits.filter((_, at) => texts.some(text => baseName(text) === newProcesses[at]));
}

/** `have mender-update`, where `have` is a function of the script. */
export function referencesOfCall({ args, context }: FunctionCall): Reference[] {
  const isNew = spelled(args)
    .flat()
    .some(text => generationOf(baseName(text)) === 'new');
  return isNew ? [{ kind: 'reference', action: 'probe', frame: context.frame }] : [];
}

function actionOf({ words, generation }: Question): string | undefined {
  const [[name = ''] = [], ...operands] = words;
  const program = baseName(name);
  const names = operands.flat();
  if (isProcessTool(program))
    return names.some(text => generationOf(text) === 'new') ? processAction(program) : undefined;
  // What is asked of a service is told with what else is done with services.
  if (generation === 'new' && stateKind(words)) return undefined;
  if (generation === 'new') return asksVersion(words) ? 'command:version' : 'probe';
  if (isSearchProgram(program)) return names.some(text => generationIn(text) === 'new') ? 'probe' : undefined;
  const { packages, places } = programOf(program);
  if (packages?.changes) return names.some(text => generationOf(text) === 'new') ? 'package' : undefined;
  // `ln -s mender-update /usr/bin/mender`
  const isShim = names.some(isOldPath) && names.some(text => newProgram(baseName(text)) !== undefined);
  return isShim && places ? 'shim' : undefined;
}

function isOldPath(text: string): boolean {
  return text.endsWith(`/${oldProgram.name}`) || text === oldProgram.name;
}

/** Uses of the new generation that no rule is about: they show that the author knows both. */

import { generationIn, generationOf } from '../mender/generations.ts';
import { newProgram, oldProgram } from '../mender/programs.ts';
import { newProcesses, newUnits } from '../mender/service-names.ts';
import { baseName } from '../programs/base-name.ts';
import { isProcessTool, isSearchProgram, programOf } from '../programs/programs.ts';
import type { FunctionCall, Invocation } from '../usage/usage.ts';
import type { NewClientUse } from './occurrence.ts';
import { expandWords, type Probe, printsVersion, processAction, processEnding, stateKind } from './probe-queries.ts';
import { requestedBySignal } from './process.ts';

export function newClientUsesOf(invocation: Invocation, probe: Probe): NewClientUse[] {
  const actionKey = requestedBySignal(invocation) ?? actionOf(probe);
  if (actionKey === undefined) return [];
  const newUse: NewClientUse = { kind: 'reference', actionKey, branchContext: invocation.context.branchContext };
  return [actionKey === processEnding ? { ...newUse, units: unitsOfProcesses(probe.words.flat()) } : newUse];
}

/** Units of the new client whose processes are named. */
function unitsOfProcesses(texts: readonly string[]): readonly string[] {
  return newUnits.filter((_, at) => texts.some(text => baseName(text) === newProcesses[at]));
}

/** `have mender-update`, where `have` is a function of the script. */
export function newClientUsesOfCall({ args, context }: FunctionCall): NewClientUse[] {
  const isNew = expandWords(args)
    .flat()
    .some(text => generationOf(baseName(text)) === 'new');
  return isNew ? [{ kind: 'reference', actionKey: 'probe', branchContext: context.branchContext }] : [];
}

function actionOf({ words, generation }: Probe): string | undefined {
  const [[name = ''] = [], ...operands] = words;
  const program = baseName(name);
  const names = operands.flat();
  if (isProcessTool(program))
    return names.some(text => generationOf(text) === 'new') ? processAction(program) : undefined;
  // Queries of a service's state are handled with the other actions on services.
  if (generation === 'new' && stateKind(words)) return undefined;
  if (generation === 'new') return printsVersion(words) ? 'command:version' : 'probe';
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

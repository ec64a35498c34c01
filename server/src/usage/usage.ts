/** What a file uses, free of the language it was written in. All later rooms see only these types. */
import type { EmbeddedBusName, EmbeddedDependency } from '../languages/embedded.ts';
import type { ConfigUse } from './config-use.ts';
import type { FunctionCall, Invocation } from './invocation.ts';
import type { RecipeCondition, RecipeFile, RecipeLayer, RecipeVariable } from './recipe-uses.ts';
import type {
  ModuleCase,
  PathUse,
  ReadOutput,
  ScriptEnvironment,
  ScriptFile,
  Setting,
  WrittenFile,
} from './script-uses.ts';
import type { PackageTask, ServiceTask, TaskFact } from './task-uses.ts';
import type { UnitEnvironment, UnitFile, UnitReference } from './unit-uses.ts';

export type { ConfigEntry, ConfigUse } from './config-use.ts';
export type { Context, Place, UnitSection } from './context.ts';
export type { FunctionCall, Indirection, Invocation } from './invocation.ts';
export { calledWord } from './invocation.ts';
export type { RecipeCondition, RecipeFile, RecipeLayer, RecipeVariable } from './recipe-uses.ts';
export type { Definition, ResolvedValue, ResolvedWord } from './resolved-word.ts';
export type {
  ModuleBranch,
  ModuleCase,
  PathUse,
  ReadOutput,
  ScriptEnvironment,
  ScriptFile,
  Setting,
  WrittenFile,
} from './script-uses.ts';
export type { PackageTask, ServiceTask, TaskFact } from './task-uses.ts';
export type { UnitEnvironment, UnitFile, UnitReference } from './unit-uses.ts';

export type Usage =
  | Invocation
  | FunctionCall
  | PathUse
  | UnitReference
  | UnitEnvironment
  | ScriptEnvironment
  | ReadOutput
  | UnitFile
  | ConfigUse
  | WrittenFile
  | ModuleCase
  | Setting
  | ScriptFile
  | ServiceTask
  | EmbeddedBusName
  | EmbeddedDependency
  | PackageTask
  | TaskFact
  | RecipeVariable
  | RecipeCondition
  | RecipeFile
  | RecipeLayer;

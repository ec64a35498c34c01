/** How uses of something that a release changed are recognised. */
import type {
  BusPattern,
  CallPattern,
  CommandPattern,
  OptionPattern,
  PackagePattern,
  ProbePattern,
  ProcessPattern,
  ProgramPattern,
} from './patterns-of-calls.ts';
import type { ConfigPattern } from './patterns-of-configurations.ts';
import type {
  EnvironmentPattern,
  FileNamePattern,
  InventoryPattern,
  ModulePattern,
  OutputPattern,
  PathPattern,
  SettingPattern,
  SuppressionPattern,
} from './patterns-of-files.ts';
import type { RecipePattern } from './patterns-of-recipes.ts';
import type {
  CustomServicePattern,
  JournalPattern,
  ServicePattern,
  ServiceTaskPattern,
  UnitLinkPattern,
  UnitPattern,
} from './patterns-of-services.ts';

/** One matcher in the rules room reads each kind. */
export type RulePattern =
  | CommandPattern
  | OptionPattern
  | ServicePattern
  | JournalPattern
  | ProcessPattern
  | ProbePattern
  | PathPattern
  | UnitLinkPattern
  | UnitPattern
  | BusPattern
  | PackagePattern
  | RecipePattern
  | ModulePattern
  | SettingPattern
  | FileNamePattern
  | EnvironmentPattern
  | ServiceTaskPattern
  | ConfigPattern
  | SuppressionPattern
  | ProgramPattern
  | InventoryPattern
  | OutputPattern
  | CallPattern
  | CustomServicePattern;

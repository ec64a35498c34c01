/** How a use of what a release changed is recognised. */
import type {
  BusMatch,
  CallMatch,
  CommandMatch,
  OptionMatch,
  PackageMatch,
  ProbeMatch,
  ProcessMatch,
  ProgramMatch,
} from './match-calls.ts';
import type { ConfigMatch } from './match-configuration.ts';
import type {
  EnvironmentMatch,
  FileNameMatch,
  InventoryMatch,
  ModuleMatch,
  OutputMatch,
  PathMatch,
  SettingMatch,
  SuppressionMatch,
} from './match-files.ts';
import type { RecipeMatch } from './match-recipes.ts';
import type {
  JournalMatch,
  OwnServiceMatch,
  ServiceMatch,
  ServiceTaskMatch,
  UnitLinkMatch,
  UnitMatch,
} from './match-services.ts';

/** One matcher in the rules room reads each kind. */
export type Match =
  | CommandMatch
  | OptionMatch
  | ServiceMatch
  | JournalMatch
  | ProcessMatch
  | ProbeMatch
  | PathMatch
  | UnitLinkMatch
  | UnitMatch
  | BusMatch
  | PackageMatch
  | RecipeMatch
  | ModuleMatch
  | SettingMatch
  | FileNameMatch
  | EnvironmentMatch
  | ServiceTaskMatch
  | ConfigMatch
  | SuppressionMatch
  | ProgramMatch
  | InventoryMatch
  | OutputMatch
  | CallMatch
  | OwnServiceMatch;

/** Files that have to be called otherwise: where those that a rule finds by their path belong. */
import { newUnits } from './service-names.ts';

interface FileMove {
  readonly pattern: RegExp;
  /** All of them, each with the same text. */
  readonly to: readonly string[];
}

/** By the rule that finds the file. */
const fileMoves: Readonly<Record<string, FileMove>> = {
  'unit-drop-in': {
    pattern: /^(.*\/)?mender(?:-client)?\.service\.d\/([^/]+)$/,
    to: newUnits.map(name => `$1${name}.service.d/$2`),
  },
  'recipe-append': { pattern: /^(.*\/)?mender-client_[^/]*\.bbappend$/, to: ['$1mender_%.bbappend'] },
};

/** None for rules and paths that no other path is known for. */
export function movedPaths(rule: string, path: string): readonly string[] {
  const move = fileMoves[rule];
  return move?.pattern.test(path) ? move.to.map(to => path.replace(move.pattern, to)) : [];
}

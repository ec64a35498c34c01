/**
 * File names that alone decide whether a file is looked at. The scan worker uses them, too, so no language is imported
 * here.
 */
import { busInterfaceFileName, clientConfiguration, markerFileName, namedFile } from '../mender/file-names.ts';
import { isTemporaryName } from './temporary-name.ts';

/**
 * - `skip`: never opened.
 * - `scan`: opened, and checked when it names Mender and is in a known language.
 * - `always`: opened and checked, whatever it contains.
 */
export type NameSelection = 'skip' | 'scan' | 'always';

/** Undefined where the name is not one of these. */
export function selectMarked(name: string): NameSelection | undefined {
  if (!namedFile.test(name)) return undefined;
  if (isTemporaryName(name)) return 'skip';
  if (clientConfiguration.pattern.test(name) || markerFileName.test(name)) return 'always';
  return busInterfaceFileName.test(name) ? 'scan' : undefined;
}

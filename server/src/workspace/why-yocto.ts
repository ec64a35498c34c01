/** The releases of Yocto that a file is checked for, and why, as part of a sentence for people. */

import type { CheckOptions } from '../findings/check.ts';
import { splitRelease } from '../mender/generations.ts';
import type { ProjectFiles } from './project-files.ts';

/** Undefined where nothing names any. */
export function whyYocto(projects: ProjectFiles, path: string, base: CheckOptions): string | undefined {
  const { yocto = [] } = projects.optionsFor(path, base);
  const { names, by } = projects.yoctoSaidOf(path);
  const isFound = names.length > 0 && yocto.every(name => names.includes(name));
  if (yocto.length > 0)
    return `for Yocto ${listed(yocto)}, as ${isFound ? listed(by) : 'the options'} say${isFound && by.length === 1 ? 's' : ''}`;
  return names.length > 0 ? `for any Yocto, because ${listed(names)} has no client of ${splitRelease}` : undefined;
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}

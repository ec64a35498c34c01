/** The names of a service, old and new, as words of a command line contain them. */
import type { ServiceNames } from '../mender/patterns-of-services.ts';
import { clientService } from '../mender/service-names.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { ResolvedWord } from '../usage/usage.ts';

export interface Service {
  readonly names: ServiceNames;
  /** Where the old unit's name is in a text that is nothing but its path, without its `.service`. */
  find(text: string): { offset: number; length: number } | undefined;
  /** Also when only one of several definitions of a variable does. */
  namesNew(word: ResolvedWord): boolean;
}

export function serviceOf(names: ServiceNames): Service {
  const oldUnit = new RegExp(`^(?:\\S*/systemd/(?:system|user)/)?(${anyOf(names.old)})(?:\\.service)?$`);
  const newUnit = new RegExp(`(?:^|[^\\w-])(?:${anyOf(names.new)})(?:\\.service)?(?![\\w-])`);
  return {
    names,
    find: text => {
      const found = oldUnit.exec(text)?.[1];
      return found === undefined ? undefined : { offset: text.lastIndexOf('/') + 1, length: found.length };
    },
    namesNew: word =>
      names.new.length > 0 &&
      [...word.values.map(({ text }) => text), ...word.open, textWithPlaceholders(word)].some(text =>
        newUnit.test(text),
      ),
  };
}

function anyOf(names: readonly string[]): string {
  return names.map(name => name.replace(/[.@\\]/g, '\\$&')).join('|');
}

export const client = serviceOf(clientService);

/** Init scripts are named after their service, not after a program. */
export function isInitScript(path: string): boolean {
  return /\/(?:init|rc)\.d\/[^/]+$/.test(path);
}

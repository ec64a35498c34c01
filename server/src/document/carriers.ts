/**
 * Files in other languages that carry shell, units or configurations inside them, known by their names alone: what is in
 * them is looked at only when they name Mender. Data only.
 */
import type { Role } from './file-kinds.ts';

export type CarrierLanguage = 'bitbake';

export interface Carrier {
  readonly language: CarrierLanguage;
  readonly role: Role;
  readonly why: string;
}

interface NamedCarrier extends Carrier {
  /** Matched against the whole path, a template's suffix taken off. */
  readonly pattern: RegExp;
}

const recipe = { language: 'bitbake', role: 'recipe' } as const;

export const carriers: readonly NamedCarrier[] = [
  { ...recipe, pattern: /\.(?:bb|bbappend|bbclass)$/, why: 'BitBake file by its extension' },
  {
    ...recipe,
    // Programs of other languages have files of this extension too, but not in the folders of a layer.
    pattern: /(?:^|\/)(?:recipes-[^/]+|classes(?:-[^/]+)?|conf)\/(?:[^/]+\/)*[^/]+\.inc$/,
    why: 'BitBake include by its folder',
  },
  {
    ...recipe,
    pattern: /(?:^|\/)(?:conf\/(?:[^/]+\/)*[^/]+|local|auto|site|bblayers)\.conf$/,
    why: 'BitBake configuration by its name',
  },
];

/** Language ids that editors and their extensions use for carriers. */
export const carrierLanguageIds: ReadonlyMap<string, Carrier> = new Map([
  ['bitbake', { ...recipe, why: 'language bitbake of the editor' }],
]);

/** Which files are units of systemd or drop-ins: by their extension or folder, or by the editor's language id. */
import { clientConfiguration } from '../../mender/file-names.ts';
import type { NamedText, Recognition, Recognized } from '../language.ts';
import { unitExtensions } from './unit-path.ts';

export const editorIds = ['systemd', 'systemd-unit', 'systemd-conf'];

const dropIn = new RegExp(`(?:^|/)([^/]+)\\.(?:${unitExtensions.join('|')})\\.d/[^/]+\\.conf$`);
const unitName = new RegExp(`\\.(?:${unitExtensions.join('|')})$`);

/** systemd.syntax(7): the first section of a unit or a drop-in. Only comments may come before it. */
export const unitStart = /^\uFEFF?(?:[#;][^\n]*\n|\s)*\[(?:Unit|Service|Install|Timer|Path|Socket|Mount)\]/;

export const unitFiles: Recognition = {
  order: 'first',
  recognize,
  kinds: [
    {
      why: 'unit file by its extension',
      names: [...unitExtensions.map(own => `agent.${own}`), 'agent.service.in', 'agent.path.j2'],
    },
    { why: 'drop-in by its folder', names: [`agent.service.d/${clientConfiguration.installed}`] },
  ],
};

function recognize({ plain, languageId, shebang }: NamedText): Recognized | undefined {
  if (dropIn.test(plain)) return { role: 'drop-in', why: 'drop-in by its folder' };
  if (unitName.test(plain) && !shebang) return { role: 'unit', why: 'unit file by its extension' };
  if (languageId !== undefined && editorIds.includes(languageId))
    return { role: 'unit', why: `language ${languageId} of the editor` };
  return undefined;
}

/**
 * Every kind of file that is checked, with examples: the table in docs/configuration.md and tests of the editor are
 * generated from it. Decides nothing.
 */
import { clientConfiguration, connectConfiguration, stateScripts } from '../mender/file-names.ts';
import { shellExtensions, shellPaths, unitExtensions } from './file-kinds.ts';
import type { Language } from './language.ts';
import { languages } from './languages.ts';
import type { OptIn } from './opt-ins.ts';

export interface Kind {
  /** The reason that the classification gives. */
  readonly why: string;
  /** Paths, one of each shape. */
  readonly names: readonly string[];
  /** The beginning of the text, where the name is not enough. */
  readonly beginning?: string;
  readonly optIn?: OptIn;
}

const decided: readonly Kind[] = [
  { why: 'state script by its name', names: stateScripts.names },
  { why: 'shell script by its extension', names: [...shellExtensions.map(own => `agent.${own}`), 'agent.sh.in'] },
  { why: 'shebang /bin/sh', names: ['agent', 'agent.hook'], beginning: '#!/bin/sh\n' },
  { why: 'shell script by a first line without `!`', names: ['agent.txt'], beginning: '#/bin/sh\n' },
  { why: 'shebang /sbin/openrc-run', names: ['agent-openrc'], beginning: '#!/sbin/openrc-run\n' },
  {
    why: 'unit file by its extension',
    names: [...unitExtensions.map(own => `agent.${own}`), 'agent.service.in', 'agent.path.j2'],
  },
  { why: 'drop-in by its folder', names: [`agent.service.d/${clientConfiguration.installed}`] },
  { why: clientConfiguration.why, names: clientConfiguration.names, beginning: '{\n' },
  { why: connectConfiguration.why, names: connectConfiguration.names, beginning: '{\n' },
];

export const kinds: readonly Kind[] = [...decided, ...shellPaths, ...languages.flatMap(kindsOf)];

function kindsOf({ files = [], interpreters, start, optIn }: Language): readonly Kind[] {
  const known = [interpreters, start].flatMap(found => (found ? [{ why: found.why, ...found.sample }] : []));
  return [...files, ...known].map(({ why, names, ...rest }) => ({ why, names, ...rest, ...(optIn && { optIn }) }));
}

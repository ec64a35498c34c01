/**
 * Every kind of file that is checked, with examples: the table of docs/configuration.md and tests of the editor are
 * made from it. Decides nothing.
 */
import { clientConfiguration, connectConfiguration, stateScripts, sudoRule } from '../mender/file-names.ts';
import { embeddingLanguages, type OptIn } from './embedding-languages.ts';
import { shellExtensions, shellPaths, unitExtensions } from './file-kinds.ts';

export interface Kind {
  /** What the classification gives as its reason. */
  readonly why: string;
  /** Paths, of each shape there is. */
  readonly names: readonly string[];
  /** What the text begins with, where the name does not say enough. */
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
  { why: 'rules of sudo by their first one', names: ['agent-rights'], beginning: sudoRule },
  { why: 'unit file by its first section', names: ['agent-unit', 'override.conf'], beginning: '[Unit]\n' },
  {
    why: 'BitBake configuration by its variables',
    names: ['agent-build', 'agent-build.conf', 'agent.inc'],
    beginning: 'MACHINE ??= "board"\n',
  },
  { why: 'description of D-Bus by its first element', names: ['agent-bus'], beginning: '<busconfig>\n' },
  { why: 'tests of bats by their first line', names: ['agent-tests'], beginning: '#!/usr/bin/env bats\n' },
  { why: 'script of execline by its first line', names: ['run'], beginning: '#!/usr/bin/execlineb -P\n' },
  { why: 'Python by its first line', names: ['agent-python'], beginning: '#!/usr/bin/env python3\n', optIn: 'strings' },
  {
    why: 'JavaScript by its first line',
    names: ['agent-node'],
    beginning: '#!/usr/bin/env node\n',
    optIn: 'strings',
  },
  { why: 'PHP by its first line', names: ['agent-php'], beginning: '#!/usr/bin/env php\n', optIn: 'strings' },
];

export const kinds: readonly Kind[] = [...decided, ...shellPaths, ...embeddingLanguages];

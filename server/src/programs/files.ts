/** Programs that work on the files named in their arguments. Other arguments are left alone. */
import { flags, type Program, takes } from './program.ts';
import { runByFind } from './told-otherwise.ts';

const prose = { most: 0, alone: true } as const;
const oneCall = { both: 'one-call' } as const;

/** Programs that put one file in the place of another. */
const placing = { files: { makes: 'last', both: 'two-calls' }, places: true, brings: 'copied' } as const;
const targets = [...takes('folder', '-t --target-directory'), ...takes('other', '-S --suffix')];
const madeFolders = flags('makes-folders', '-d --directory');

export const files: readonly Program[] = [
  { ...placing, names: ['cp'], options: targets, prose },
  { ...placing, names: ['mv'], options: targets, prose },
  { ...placing, names: ['ln'], options: [...targets, ...madeFolders], prose },
  {
    ...placing,
    names: ['install'],
    options: [...targets, ...madeFolders, ...takes('other', '-m --mode', '-o --owner', '-g --group')],
  },
  { names: ['update-alternatives', 'alternatives'], places: true },
  {
    names: ['touch'],
    options: [...takes('other', '-d --date', '-t'), ...takes('reference', '-r --reference')],
    files: { makes: 'last', ...oneCall },
    prose,
  },
  { names: ['chmod', 'chown'], options: takes('reference', '--reference'), files: { skip: 1, ...oneCall }, prose },
  { names: ['chgrp'], options: takes('reference', '--reference'), files: { skip: 1, ...oneCall } },
  { names: ['rm'], options: flags('forced', '-f --force'), files: { removes: true, ...oneCall }, prose },
  { names: ['rmdir'], files: { removes: true, ...oneCall } },
  { names: ['unlink'], files: { removes: true, both: 'two-calls' } },
  { names: ['mkdir'], options: takes('other', '-m --mode'), files: oneCall, prose },
  { names: ['rsync'], options: takes('other', '-e --rsh'), files: { both: 'two-calls' }, brings: 'copied', prose },
  { names: ['du'], files: oneCall },
  { names: ['dirname'], files: {}, quiet: true },
  { names: ['basename', 'date'], quiet: true },
  { names: ['realpath'], files: {} },
  { names: ['ls'], files: oneCall, probes: { when: 'always', for: 'files' }, lists: true, prose },
  {
    names: ['stat'],
    options: takes('other', '-c --format'),
    files: oneCall,
    probes: { when: 'always', for: 'files' },
    prose,
  },
  { names: ['readlink'], files: {}, probes: { when: 'always', for: 'files' } },
  { names: ['find'], runsOf: runByFind, lists: true, prose },
  { names: ['crontab'], options: takes('user', '-u'), schedules: true },
  {
    names: ['tar'],
    options: [
      ...takes('folder', '-C --directory'),
      ...flags('unpacks', '-x --extract --get'),
      ...takes('other', '-f --file', '-b', '-T', '-X', '-I', '--exclude'),
    ],
    brings: 'unpacked',
    prose,
  },
  { names: ['unzip'], options: [...takes('folder', '-d'), ...takes('other', '-x')], brings: 'unpacked', prose },
  {
    names: ['wget'],
    options: [
      ...takes('output', '-O --output-document'),
      ...takes('folder', '-P --directory-prefix'),
      ...takes('other', '-i --input-file', '-o --output-file', '-a', '-e', '-t --tries', '-T', '-w', '-Q', '-U', '-B'),
      ...takes('other', '--header', '--user', '--password'),
    ],
    brings: 'fetched',
    prose,
  },
  {
    names: ['curl'],
    options: [
      ...takes('output', '-o --output'),
      ...takes('folder', '--output-dir'),
      ...takes('address', '--url'),
      ...takes('other', '-H --header', '-X --request', '-d --data', '-u --user', '-A --user-agent', '-E --cert'),
      ...takes('other', '-F', '-T', '-x', '-e', '-b', '-c', '-m', '-C', '-K', '-r', '-w', '-y', '-Y', '-z'),
      ...takes('other', '--retry', '--cacert'),
    ],
    brings: 'fetched',
    prose,
  },
  { names: ['scp'], options: takes('other', '-S', '-o', '-i', '-P', '-F', '-J', '-l', '-c'), brings: 'copied', prose },
  { names: ['dd', 'sync', 'mount', 'umount', 'openssl'], prose },
];

const sentences = {
  verbs: /^(?!(?:a|an|the|it|is|are|that|this|to|of|for|sure|in|on|and|or|with|you|your|not)$)/,
  most: 4,
  alone: true,
} as const;

/**
 * Programs of which only lines in documentation matter: nothing of theirs is reported, and their lines only must not be
 * mistaken for sentences.
 */
export const others: readonly Program[] = [
  {
    names: ['git'],
    options: takes('other', '-b --branch', '-c --config', '-o --origin', '--depth'),
    brings: 'cloned',
    prose: sentences,
  },
  {
    names: [
      'make',
      'bitbake',
      'kas',
      'repo',
      'npm',
      'pip',
      'pip3',
      'python',
      'python3',
      'ssh-keygen',
      'reboot',
      'poweroff',
      'sleep',
    ],
    prose: sentences,
  },
];

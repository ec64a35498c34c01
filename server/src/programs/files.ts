/** Programs that work on the files named in their arguments. What they are told to do with other words is left alone. */
import { flags, type Program, takes } from './program.ts';
import { runByFind } from './told-otherwise.ts';

const prose = { most: 0, alone: true } as const;
const oneCall = { both: 'one-call' } as const;

/** Programs that put one file in the place of another. */
const placing = { files: { makes: 'last', both: 'two-calls' }, places: true } as const;
const targets = [...takes('folder', '-t --target-directory'), ...takes('other', '-S --suffix')];

export const files: readonly Program[] = [
  { ...placing, names: ['cp'], options: targets, prose },
  { ...placing, names: ['mv'], options: targets, prose },
  { ...placing, names: ['ln'], options: targets, prose },
  {
    ...placing,
    names: ['install'],
    options: [...targets, ...takes('other', '-m --mode', '-o --owner', '-g --group')],
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
  { names: ['rsync'], options: takes('other', '-e --rsh'), files: { both: 'two-calls' }, prose },
  { names: ['du'], files: oneCall },
  { names: ['dirname'], files: {}, quiet: true },
  { names: ['basename', 'date'], quiet: true },
  { names: ['realpath'], files: {} },
  { names: ['ls'], files: oneCall, asks: { when: 'always', for: 'files' }, lists: true, prose },
  {
    names: ['stat'],
    options: takes('other', '-c --format'),
    files: oneCall,
    asks: { when: 'always', for: 'files' },
    prose,
  },
  { names: ['readlink'], files: {}, asks: { when: 'always', for: 'files' } },
  { names: ['find'], runsOf: runByFind, lists: true, prose },
  { names: ['crontab'], options: takes('user', '-u'), schedules: true },
  { names: ['tar', 'unzip', 'wget', 'curl', 'scp', 'dd', 'sync', 'mount', 'umount', 'openssl'], prose },
];

/** Programs of which only lines in documentation matter: nothing of theirs is reported, all that they must not be is a sentence. */
export const others: readonly Program[] = [
  {
    names: [
      'git',
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
    prose: {
      verbs: /^(?!(?:a|an|the|it|is|are|that|this|to|of|for|sure|in|on|and|or|with|you|your|not)$)/,
      most: 4,
      alone: true,
    },
  },
];

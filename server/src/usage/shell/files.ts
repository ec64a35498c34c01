/** The files that a simple command works on, and those it writes with a text that is in the script. */

import { shellWord } from '../../languages/shell/shell-word.ts';
import { baseName } from '../../programs/base-name.ts';
import { hasOption, readOptions } from '../../programs/command-line.ts';
import type { KnownProgram } from '../../programs/program.ts';
import { optionFor } from '../../programs/programs.ts';
import { literalSuffix, textWithPlaceholders, type Word } from '../../text/word.ts';
import type { BranchContext } from '../branch-context.ts';
import type { Context, Definition, PathUse, WrittenFile } from '../usage.ts';
import { broughtFiles } from './brought-files.ts';
import { fileOperands, isMade, probedFiles } from './file-operands.ts';
import { inputsOf, type Printed, printedBy } from './printed.ts';
import { sedEdits } from './sed-edits.ts';
import type { SimpleCommand } from './shell-facts.ts';
import { resolved, type Variables } from './variables.ts';

export function redirectedFiles(
  { source, range, redirects, context }: SimpleCommand,
  variables: Variables,
): readonly PathUse[] {
  return redirects.map(({ target, writes }) => ({
    kind: 'path',
    source,
    word: variables.resolve(shellWord(target, source), context.branchContext),
    created: writes,
    program: undefined,
    at: source.startOf(range.start),
    command: range,
    context,
  }));
}

/** `name` is a program and `args` its arguments, whoever runs it for the command. */
export function filesOf(
  { source, range, context }: SimpleCommand,
  name: string,
  args: readonly Word[],
  variables: Variables,
): readonly PathUse[] {
  const program = baseName(name);
  const files = fileOperands(name, args);
  const brought = broughtFiles(name, args);
  return [
    ...probedFiles(name, args).map(word => ({ word, created: false })),
    ...files.map((word, index) => ({ word, created: isMade(name, files, index) })),
    ...brought.flatMap(({ place }) => (files.includes(place) ? [] : [{ word: place, created: true }])),
  ].map(({ word, created }) => ({
    kind: 'path',
    source,
    word: variables.resolve(word, context.branchContext),
    created,
    ...(created && { files: brought.flatMap(({ place, names }) => (place === word ? names : [])) }),
    program,
    at: source.startOf(range.start),
    command: range,
    context,
  }));
}

/** `cat > FILE <<EOF`, `echo TEXT >> FILE`. */
export function filesWritten(
  command: SimpleCommand,
  input: Printed | undefined,
  variables: Variables,
): readonly WrittenFile[] {
  const { name, args, redirects, source } = command;
  const written = redirects.filter(({ writes }) => writes);
  if (!name || written.length === 0) return [];
  const text = name.value === 'cat' && args.length === 0 ? input : printedBy(name, args, source);
  return written.flatMap(({ target, appends }) =>
    fileWritten(command, shellWord(target, source), text, appends, variables),
  );
}

/** Files that a program writes by itself, with texts from the script; `args` are those of the program. */
export function filesWrittenBy(
  program: KnownProgram,
  command: SimpleCommand,
  args: readonly Word[],
  input: Printed | undefined,
  variables: Variables,
): readonly WrittenFile[] {
  if (program.files?.makes === 'all') return filesTeed(program, command, args, input, variables);
  if (program.schedules) return tablesScheduled(program, command, args, input ? [input] : inputsOf(command));
  return optionFor(program, 'in-place') ? filesEdited(command, args, variables) : [];
}

function filesTeed(
  program: KnownProgram,
  command: SimpleCommand,
  args: readonly Word[],
  input: Printed | undefined,
  variables: Variables,
): readonly WrittenFile[] {
  const line = readOptions(args, program);
  const appends = hasOption(line, 'append');
  return line.operands.flatMap(word => fileWritten(command, word, input, appends, variables));
}

/** crontab(1): with `-`, or without an operand, it reads the table of a user. */
function tablesScheduled(
  program: KnownProgram,
  { context: { branchContext } }: SimpleCommand,
  args: readonly Word[],
  inputs: readonly Printed[],
): readonly WrittenFile[] {
  const { options, operands } = readOptions(args, program);
  const reads = operands.every(({ value }) => value === '-') && options.every(({ meaning }) => meaning === 'user');
  const path = '/var/spool/cron/crontabs/root';
  return inputs.flatMap(printed =>
    reads && printed.kind === 'text'
      ? [{ kind: 'written-file' as const, path, text: printed.text, appended: true, branchContext }]
      : [],
  );
}

/** `args` are those of `sed`. */
function filesEdited(
  { redirects, source, context: { branchContext } }: SimpleCommand,
  args: readonly Word[],
  variables: Variables,
): readonly WrittenFile[] {
  const { texts, files } = sedEdits(args);
  const redirected = redirects.flatMap(({ target, writes }) => (writes ? [shellWord(target, source)] : []));
  return (files.length > 0 ? files : redirected).flatMap(file =>
    texts.map(({ text, whole }) => ({
      kind: 'written-file',
      path: pathOf(file, branchContext, variables),
      text,
      appended: false,
      edited: whole ? 'lines' : 'part',
      branchContext,
    })),
  );
}

function fileWritten(
  { context: { branchContext } }: SimpleCommand,
  target: Word,
  printed: Printed | undefined,
  appended: boolean,
  variables: Variables,
): readonly WrittenFile[] {
  if (printed?.kind !== 'text') return [];
  return [
    {
      kind: 'written-file',
      path: pathOf(target, branchContext, variables),
      text: printed.text,
      appended,
      branchContext,
    },
  ];
}

function pathOf(file: Word, branchContext: BranchContext | undefined, variables: Variables): string {
  const [value] = variables.resolve(file, branchContext).values;
  return value?.text ?? textWithPlaceholders(file);
}

/** `MENDER=/usr/bin/mender`, for scripts that source this one: a path with a file name, not a folder. */
export function handedOnPaths(handedOn: readonly Definition[], context: Context): readonly PathUse[] {
  return handedOn.flatMap(({ words: [word], branchContext }) =>
    word && /\/s?bin\/[\w-]+$/.test(literalSuffix(word))
      ? [
          {
            kind: 'path',
            source: word.source,
            word: resolved(word),
            created: false,
            program: undefined,
            context: { ...context, branchContext },
          },
        ]
      : [],
  );
}

/**
 * What the table of programs says about one command line, in words: what it runs, which files and units, what it probes
 * for.
 */

import { parseShell } from '../../server/src/languages/shell/shell.ts';
import { shellWord } from '../../server/src/languages/shell/shell-word.ts';
import { hasOption, type ReadLine, readOptions } from '../../server/src/programs/command-line.ts';
import type { KnownProgram, Run } from '../../server/src/programs/program.ts';
import { programOf } from '../../server/src/programs/programs.ts';
import { appendsArguments, readsScript, runsOf } from '../../server/src/programs/runs.ts';
import { wholeText } from '../../server/src/text/fragment.ts';
import type { Word } from '../../server/src/text/word.ts';
import { broughtFiles } from '../../server/src/usage/shell/brought-files.ts';
import { fileOperands, isMade, probedFiles } from '../../server/src/usage/shell/file-operands.ts';

/** The words of a command line. */
export function wordsOf(line: string): readonly Word[] {
  const [part] = parseShell(wholeText(line)).parts;
  const command = part?.scripts[0]?.commands[0]?.command;
  if (command?.type !== 'Command' || !command.name) throw new Error(`no command in ${line}`);
  return [command.name, ...command.args].flatMap(node => (node.type === 'Word' ? [shellWord(node, part!.source)] : []));
}

const texts = (words: readonly Word[]) => words.map(({ value, text }) => value ?? text).join(' ');

/** `runs A; file B`, in an order that does not depend on the program. */
export function told(line: string): string {
  const words = wordsOf(line);
  const [name = '', ...args] = [words[0]?.value, ...words.slice(1)] as [string, ...Word[]];
  const program = programOf(name);
  const read = readOptions(args, program);
  return [
    ...runsOf(words).map(runText),
    ...(readsScript(words) ? ['reads a script'] : []),
    ...(appendsArguments(name) ? ['appends'] : []),
    ...fileTexts(name, args),
    ...broughtFiles(name, args).map(({ place, names }) => `brings ${[...names, 'to', texts([place])].join(' ')}`),
    ...serviceTexts(program, read),
    ...processTexts(program, read),
    ...packageTexts(program, read),
    ...askingTexts(program, read),
    ...textTexts(program, read),
    ...traits(program),
  ].join('; ');
}

function runText(run: Run): string {
  switch (run.kind) {
    case 'program':
      return `runs ${texts(run.words)}`;
    case 'script': {
      const { value = '' } = run.word;
      return `script ${value.slice(run.from ?? 0, run.to ?? value.length)}`;
    }
    default:
      return `${run.kind} ${texts([run.name])}`;
  }
}

function fileTexts(name: string, args: readonly Word[]): readonly string[] {
  const files = fileOperands(name, args);
  return [
    ...probedFiles(name, args).map(file => `looks for ${texts([file])}`),
    ...files.map((file, index) => `${isMade(name, files, index) ? 'makes' : 'file'} ${texts([file])}`),
  ];
}

const valuesOf = ({ options }: ReadLine, ...meanings: readonly string[]) =>
  options.flatMap(({ meaning, value }) =>
    value && meanings.includes(meaning ?? '') ? [value.word.value!.slice(value.offset)] : [],
  );

function serviceTexts({ services }: KnownProgram, line: ReadLine): readonly string[] {
  const units = [...valuesOf(line, 'unit'), ...valuesOf(line, 'identifier').map(name => `log of ${name}`)];
  const { options, operands } = line;
  const named = services && (services.at === 'rest' ? operands.slice(1) : operands.slice(services.at, services.at + 1));
  const states = operands.flatMap(({ value = '' }) => services?.states[value] ?? []);
  return [
    ...units.map(unit => `unit ${unit}`),
    ...(named ?? []).map(word => `${services?.scripts ? 'init script' : 'unit'} ${texts([word])}`),
    ...valuesOf(line, 'signal')
      .map(signal => `signal ${signal}`)
      .slice(0, services ? 1 : 0),
    ...states.map(state => `asks whether it is ${state}`),
    ...options.flatMap(({ meaning }) =>
      meaning === 'user' || meaning === 'now' || meaning === 'elsewhere' ? [meaning] : [],
    ),
  ];
}

function processTexts(program: KnownProgram, line: ReadLine): readonly string[] {
  const { processes, options = [] } = program;
  if (!processes) return [];
  const isNamed = options.some(({ meaning }) => meaning === 'process');
  const names = isNamed ? valuesOf(line, 'process') : line.operands.map(word => texts([word]));
  return [
    ...names.map(name => `process ${name}`),
    processes.does,
    ...(processes.pattern && !hasOption(line, 'exact') ? ['as a pattern'] : []),
    ...(hasOption(line, 'full') ? ['in command lines'] : []),
    ...(processes.several ? ['several'] : []),
    ...valuesOf(line, 'signal').map(signal => `signal ${signal}`),
    ...(hasOption(line, 'shown') ? ['shown'] : []),
  ];
}

function packageTexts({ packages }: KnownProgram, line: ReadLine): readonly string[] {
  if (!packages) return [];
  const verb = packages.verbs?.[line.operands[0]?.value ?? ''];
  return [
    ...(verb ? [verb] : []),
    ...(['removes', 'installs', 'versions', 'format', 'describes'] as const).filter(meaning =>
      hasOption(line, meaning),
    ),
    packages.debian ? 'package of Debian' : 'package',
    ...(packages.changes ? ['changes'] : []),
  ];
}

function askingTexts({ probes }: KnownProgram, line: ReadLine): readonly string[] {
  if (!probes) return [];
  const { when, for: wanted = 'names', prints } = probes;
  const isAsking =
    when === 'always' ||
    (when === 'option' ? hasOption(line, 'probes') : line.operands.some(({ value = '' }) => when.test(value)));
  return isAsking ? [`asks for ${wanted}`, ...(prints ? ['prints its path'] : [])] : [];
}

function textTexts({ searches }: KnownProgram, line: ReadLine): readonly string[] {
  const patterns = valuesOf(line, 'pattern');
  const first = hasOption(line, 'pattern', 'pattern-file') ? [] : line.operands.slice(0, 1).map(word => texts([word]));
  const meanings = ['inverted', 'counts', 'positions', 'extended', 'in-place', 'append', 'escapes', 'forced'] as const;
  return [
    ...(searches ? [...patterns, ...first].map(pattern => `${searches} with ${pattern}`) : []),
    ...meanings.filter(meaning => hasOption(line, meaning)),
  ];
}

/** What is known about a program whatever its arguments are. */
function traits(program: KnownProgram): readonly string[] {
  const { lists, logs, bus, prints, counts, sorts, sets, passes, byLine, quiet, prose, before, inNames, here } =
    program;
  const { places, schedules, repositories, files } = program;
  return [
    ...(files?.removes ? ['removes'] : []),
    ...(files?.both ? [files.both] : []),
    ...(places ? ['places'] : []),
    ...(schedules ? ['schedules'] : []),
    ...(repositories ? ['repositories'] : []),
    ...(lists ? ['lists'] : []),
    ...(logs ? ['logs'] : []),
    ...(bus ? [`bus ${bus}`] : []),
    ...(prints ? ['prints'] : []),
    ...(counts ? ['counts'] : []),
    ...(sorts ? ['sorts'] : []),
    ...(sets ? [`sets ${sets}`] : []),
    ...(passes ? [passes === true ? 'passes' : passes] : []),
    ...(byLine ? ['by line'] : []),
    ...(quiet ? ['quiet'] : []),
    ...(prose || before ? ['prose'] : []),
    ...(inNames ? ['in names'] : []),
    ...(here ? ['here'] : []),
  ];
}

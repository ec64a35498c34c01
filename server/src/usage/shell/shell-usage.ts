/** What a shell script uses: the programs it runs, whoever runs them for it, and the files it works on. */
import type { Fragment } from '../../syntax/fragment.ts';
import { type ParseHints, parseShell } from '../../syntax/shell.ts';
import { innerScript, shellWord } from '../../syntax/shell-word.ts';
import { skeleton, type Word } from '../../syntax/word.ts';
import type { Context, Definition, Usage, Via } from '../usage.ts';
import { isWrapper, type Run, runsOf } from '../wrappers.ts';
import { creates, fileOperands } from './file-operands.ts';
import { type PassThrough, passThroughs } from './functions.ts';
import { type GatheredFacts, gather, SUBJECT } from './gather.ts';
import { type ShellFacts, type SimpleCommand, walkShell } from './walk.ts';

/** `sh -c "sh -c ..."` is followed this deep. */
const DEEPEST_SCRIPT = 6;

/** How sure it is that a program is called, and by what detour. */
interface Call {
  readonly certain: boolean;
  readonly via?: Via;
}

const plainCall: Call = { certain: true };

export function shellUsages(source: Fragment, context: Context, hints?: ParseHints): Usage[] {
  return new Reader(gather(parseShell(source, hints), context)).read();
}

class Reader {
  readonly #facts: GatheredFacts;
  readonly #functions: ReadonlyMap<string, PassThrough>;
  readonly #defined: ReadonlySet<string>;
  readonly #usages: Usage[] = [];

  constructor(facts: GatheredFacts) {
    this.#facts = facts;
    this.#functions = passThroughs(facts.functions);
    this.#defined = new Set(facts.functions.map(({ name }) => name));
  }

  read(): Usage[] {
    for (const command of this.#facts.commands) this.#command(command, 0);
    return this.#usages;
  }

  #command(command: SimpleCommand, depth: number): void {
    const { source, range, context } = command;
    if (!this.#facts.interesting.test(source.text.slice(range.start, range.end))) return;
    for (const { target, writes } of command.redirects) {
      this.#usages.push({ kind: 'path', source, word: shellWord(target, source), created: writes, context });
    }
    if (command.test) this.#program(command, command.test, depth, plainCall);
    else if (command.name) {
      const words = [command.name, ...command.args].map(node => shellWord(node, source));
      this.#program(command, words, depth, plainCall);
    }
  }

  /** `words` is a program and its arguments, perhaps a wrapper around another one. */
  #program(command: SimpleCommand, words: readonly Word[], depth: number, call: Call): void {
    const [name, ...args] = words;
    if (!name || depth > DEEPEST_SCRIPT) return;
    if (this.#variableInFront(command, words, depth, call)) return;
    const value = name.value ?? '';
    const passed = this.#functions.get(value);
    const runs = passed ? passedRuns(passed, args) : isWrapper(value) ? runsOf(words) : [];
    for (const run of runs) this.#run(command, run, depth + 1, call);
    // A function of the script's own hides a program of that name.
    if (passed || this.#defined.has(value)) return;
    if (value === 'alias') {
      for (const word of args) this.#script(command, word, depth + 1);
      return;
    }
    this.#invocation(command, command.test ? testName(command, name) : name, command.test ? words : args, call);
    this.#files(command, value, args);
  }

  #run(command: SimpleCommand, run: Run, depth: number, call: Call): void {
    if (run.kind === 'program') this.#program(command, run.words, depth, call);
    else this.#script(command, run.word, depth);
  }

  /** A word that is a script: all its commands stand where the word's command stands. */
  #script(command: SimpleCommand, word: Word, depth: number): void {
    if (depth > DEEPEST_SCRIPT || !skeleton(word).includes(SUBJECT)) return;
    const facts: ShellFacts = { commands: [], definitions: [], functions: [] };
    const context: Context = { ...command.context, place: 'statement' };
    walkShell(parseShell(innerScript(word)), context, facts);
    for (const inner of facts.commands) this.#command(inner, depth);
  }

  /**
   * A variable as the first word: it holds the program, or something that runs the rest, such as `$SUDO`.
   * True when the command has been dealt with.
   */
  #variableInFront(command: SimpleCommand, [first, ...rest]: readonly Word[], depth: number, call: Call): boolean {
    const [piece, ...others] = first!.pieces;
    if (piece?.kind !== 'variable' || others.length > 0) return false;
    const values = this.#facts.variables.resolve(first!).values;
    if (values.some(({ text }) => text.includes(SUBJECT))) {
      const alternatives = values.map(({ text }) => text);
      for (const { origin, text } of values) {
        if (!origin.word || !origin.definition || !text.includes(SUBJECT)) continue;
        const via: Via = { definition: origin.definition, use: first!, alternatives };
        this.#program(command, [...definedWords(origin.word, origin.definition), ...rest], depth + 1, { ...call, via });
      }
      return true;
    }
    if (values.length === 0) {
      const runs = /sudo|doas/i.test(piece.name);
      // `$LOG mender commit` is a message, not a call.
      if (!/echo|print|log|msg|message|debug|warn|info|err/i.test(piece.name))
        this.#program(command, rest, depth + 1, { ...call, certain: call.certain && runs });
      return true;
    }
    // Options of the wrapper may stand in the variable; they come before the rest.
    const runs = values.every(({ text }) => text.trim() === '' || isWrapper(text.trim().split(/\s+/)[0]!));
    if (runs) this.#program(command, rest, depth + 1, call);
    return true;
  }

  #invocation(command: SimpleCommand, name: Word, args: readonly Word[], call: Call): void {
    this.#usages.push({
      kind: 'invocation',
      source: command.source,
      name: this.#facts.variables.resolve(name),
      args: args.map(word => this.#facts.variables.resolve(word)),
      command: command.range,
      context: command.context,
      ...call,
    });
  }

  #files(command: SimpleCommand, name: string, args: readonly Word[]): void {
    const files = fileOperands(name, args);
    files.forEach((word, index) => {
      const created = creates(name) && files.length > 1 && index === files.length - 1;
      this.#usages.push({ kind: 'path', source: command.source, word, created, context: command.context });
    });
  }
}

/** The words a variable's value is split into where it is used without quotes. */
function definedWords(word: Word, definition: Definition): readonly Word[] {
  if (definition.kind === 'loop' || !/\s/.test(word.value ?? '')) return [word];
  const [part] = parseShell(innerScript(word)).parts;
  const command = part?.scripts[0]?.commands[0]?.command;
  if (command?.type !== 'Command' || !command.name) return [word];
  return [command.name, ...command.args].flatMap(node => (node.type === 'Word' ? [shellWord(node, part!.source)] : []));
}

function passedRuns(passed: PassThrough, args: readonly Word[]): Run[] {
  const rest = args.slice(passed.skip);
  const [first] = rest;
  if (!first) return [];
  return [
    passed.runs === 'script' && (rest.length === 1 || first.value?.includes(' '))
      ? { kind: 'script', word: first }
      : { kind: 'program', words: rest },
  ];
}

/** `[[ -x FILE ]]` is read as the program `test` with these arguments. */
function testName(command: SimpleCommand, flag: Word): Word {
  const { start } = command.range;
  return { ...flag, start, end: start, text: 'test', value: 'test', pieces: [] };
}

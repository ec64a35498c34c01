/** What a shell script uses: the programs it runs, whoever runs them for it, and the files it works on. */

import { type ParseHints, parseShell } from '../../languages/shell/shell.ts';
import { innerScript, shellWord } from '../../languages/shell/shell-word.ts';
import { oldProgram } from '../../mender/programs.ts';
import type { Run } from '../../programs/program.ts';
import { programOf } from '../../programs/programs.ts';
import { appendsArguments, isWrapper, readsScript, runsOf } from '../../programs/runs.ts';
import type { Fragment } from '../../text/fragment.ts';
import { DEEPEST_SCRIPT } from '../../text/limits.ts';
import type { Word } from '../../text/word.ts';
import { type Keywords, mentionsAny } from '../keywords.ts';
import { partOf, taskOf } from '../run-usage.ts';
import type { Context, Indirection, Usage } from '../usage.ts';
import { nameInFront } from '../words-in-names.ts';
import { aliasedText, namesGivenAway } from './aliases.ts';
import { awkCommands, isAwk } from './awk-commands.ts';
import { type Call, enterIndirection, joinedCall, plainCall } from './call.ts';
import { definedWords, isWritten, named, testName } from './called-words.ts';
import { filesOf, filesWritten, filesWrittenBy, handedOnPaths, redirectedFiles } from './files.ts';
import { type Body, bodiesOf, type CalledLine, calledWith, readersOf } from './functions.ts';
import { invocationOf } from './invocation.ts';
import { layersAdded } from './layers.ts';
import { inputOf, inputsOf, type Printed } from './printed.ts';
import { type GatheredFacts, relevantStatements } from './relevant-statements.ts';
import type { SimpleCommand } from './shell-facts.ts';
import { ShellScript } from './shell-script.ts';
import { loneVariable } from './variables.ts';
import { WordValues } from './word-values.ts';

export function shellUsages(source: Fragment, context: Context, hints?: ParseHints): Usage[] {
  const facts = relevantStatements(parseShell(source, hints), context);
  return [...new Reader(facts, context.keywords).read(), ...handedOnPaths(facts.handedOn, context)];
}

class Reader {
  readonly #facts: GatheredFacts;
  readonly #subject: Keywords;
  readonly #bodies: ReadonlyMap<string, Body>;
  readonly #readers: ReadonlyMap<string, readonly (readonly Word[])[]>;
  readonly #defined: ReadonlySet<string>;
  readonly #values: WordValues;
  readonly #usages: Usage[] = [];
  /** Scripts in variables that have been read: once is enough, however often they are run. */
  readonly #read = new Set<Word>();

  constructor(facts: GatheredFacts, keywords: Keywords) {
    this.#facts = facts;
    this.#subject = keywords;
    this.#values = new WordValues(facts, keywords);
    this.#bodies = bodiesOf(facts.functions, keywords);
    this.#readers = readersOf(facts.functions);
    const aliases = facts.commands.flatMap(command => namesGivenAway(command, keywords));
    this.#defined = new Set([...facts.functions.map(({ name }) => name), ...aliases]);
  }

  read(): Usage[] {
    for (const command of this.#facts.commands) this.#command(command, plainCall);
    return this.#usages;
  }

  #command(command: SimpleCommand, call: Call, outerInput?: Printed): void {
    const { source, range, context } = command;
    context.checkpoint?.();
    const input = inputOf(command) ?? outerInput;
    const inputs = input ? [input] : inputsOf(command);
    if (
      !this.#isInteresting(source.text.slice(range.start, range.end)) &&
      !inputs.some(each => this.#printsSubject(each))
    )
      return;
    this.#usages.push(
      ...redirectedFiles(command, this.#facts.variables),
      ...filesWritten(command, input, this.#facts.variables),
    );
    if (command.test) this.#program(command, command.test, call);
    else if (command.name) {
      const words = [command.name, ...command.args].map(node => shellWord(node, source));
      this.#program(command, words, call, input);
    }
  }

  #isInteresting(text: string): boolean {
    return this.#facts.interesting.test(text);
  }

  #printsSubject(printed: Printed): boolean {
    return printed.kind === 'text'
      ? mentionsAny(this.#subject, printed.text.text)
      : printed.words.some(word => this.#isInteresting(word.text));
  }

  /** `words` is a program and its arguments, perhaps a wrapper around another one; `input` is what it reads. */
  #program(command: SimpleCommand, words: readonly Word[], call: Call, input?: Printed): void {
    const [name, ...args] = words;
    if (!name || call.depth > DEEPEST_SCRIPT) return;
    const joined = this.#values.joined(name, command);
    if (joined) return this.#program(command, [joined, ...args], joinedCall(call, name, joined), input);
    if (this.#variableInFront(command, words, call, input)) return;
    const value = name.value ?? '';
    const body = this.#bodies.get(value);
    const inner = { ...call, depth: call.depth + 1 };
    if (input) this.#readInside(command, value, inner, input);
    if (body) return this.#body(command, value, calledWith(body, args), inner, input);
    if (isWrapper(value)) this.#wrapped(command, words, inner, input);
    // A function of the script hides a program with that name.
    if (this.#defined.has(value)) {
      const resolved = args.map(word => this.#facts.variables.resolve(word, command.context.branchContext));
      this.#usages.push({ kind: 'function-call', args: resolved, context: command.context });
      return;
    }
    if (value === 'alias') {
      for (const word of args) this.#aliased(command, word, { ...inner, unknownTail: 'alias' });
      return;
    }
    if (!isWrapper(value) && /^[\w.-]+$/.test(value)) this.#unknownFunction(command, words, inner, input);
    this.#usages.push(...filesWrittenBy(programOf(value), command, args, input, this.#facts.variables));
    if (isAwk(value))
      for (const { line, input: fed } of awkCommands(args))
        this.#text(command, line, inner, fed && { kind: 'text', text: fed });
    const called = command.test ? testName(command, name) : name;
    this.#usages.push(invocationOf(command, called, command.test ? words : args, call, this.#facts.variables));
    this.#usages.push(
      ...layersAdded(value, args, command.context.branchContext),
      ...filesOf(command, command.test ? 'test' : value, command.test ? words : args, this.#facts.variables),
    );
  }

  #body(command: SimpleCommand, name: string, lines: Iterable<CalledLine>, call: Call, input?: Printed): void {
    const inner = enterIndirection(call, name);
    if (!inner) return;
    for (const { words, positional } of lines)
      this.#line(command, words, positional ? { ...inner, positional } : inner, input);
  }

  /** A function that runs a shell on what the function reads. */
  #readInside(command: SimpleCommand, name: string, call: Call, input: Printed): void {
    const inner = enterIndirection(call, name);
    for (const words of inner ? (this.#readers.get(name) ?? []) : []) this.#program(command, words, inner!, input);
  }

  #wrapped(command: SimpleCommand, words: readonly Word[], call: Call, input: Printed | undefined): void {
    const followed = appendsArguments(words[0]!.value ?? '') ? 'xargs' : call.unknownTail;
    for (const run of runsOf(words)) this.#run(command, run, { ...call, unknownTail: followed }, input);
    if (input && readsScript(words)) this.#reads(command, input, call);
  }

  #run(command: SimpleCommand, run: Run, call: Call, input?: Printed): void {
    if (run.kind === 'program') this.#program(command, run.words, call, input);
    else if (run.kind !== 'script') this.#usages.push(taskOf(run, command.context.branchContext));
    else if (run.from || run.to) this.#text(command, partOf(innerScript(run.word), run), call);
    else this.#script(command, run.word, { ...call, unknownTail: undefined }, input);
  }

  /** The input of a shell is a script, whoever starts the shell. */
  #reads(command: SimpleCommand, input: Printed, call: Call): void {
    if (input.kind === 'words') this.#program(command, input.words, call);
    else this.#text(command, input.text, call);
  }

  #aliased(command: SimpleCommand, word: Word, call: Call): void {
    const text = aliasedText(word);
    if (text) this.#text(command, text, call);
    else this.#script(command, word, call);
  }

  /** A command line whose first word may be one that an unquoted variable is split into. */
  #line(command: SimpleCommand, words: readonly Word[], call: Call, input?: Printed): void {
    const [first] = words;
    if (first?.value !== undefined && /\s/.test(first.value)) this.#script(command, first, call, input);
    else this.#program(command, words, call, input);
  }

  /** A word that is a script: all its commands are at the place of the word's command. */
  #script(command: SimpleCommand, word: Word, call: Call, input?: Printed): void {
    const variable = loneVariable(word);
    for (const source of variable ? this.#values.sourcesOf(word, command) : []) {
      if (!mentionsAny(this.#subject, source.word.text) || this.#read.has(source.word)) continue;
      this.#read.add(source.word);
      // The whole text is written elsewhere, and may have other uses.
      this.#text(command, innerScript(source.word), { ...call, certain: false });
    }
    if (!variable && (this.#isInteresting(word.text) || input)) this.#text(command, innerScript(word), call, input);
  }

  #text(command: SimpleCommand, text: Fragment, call: Call, input?: Printed): void {
    if (call.depth > DEEPEST_SCRIPT) return;
    const { commands } = new ShellScript(parseShell(text), { ...command.context, place: 'statement' }).walk();
    for (const inner of commands) {
      this.#command(inner, { ...call, depth: call.depth + 1 }, commands.length === 1 ? input : undefined);
    }
  }

  /**
   * A variable as the first word: it holds the program, or something that runs the rest, such as `$SUDO`. True when the
   * command has been dealt with.
   */
  #variableInFront(command: SimpleCommand, words: readonly Word[], call: Call, input?: Printed): boolean {
    const [first, ...rest] = words;
    const variable = loneVariable(first!);
    if (!variable) return false;
    const inner = enterIndirection({ ...call, depth: call.depth + 1 }, `$${variable.name}`);
    if (!inner) return true;
    const sources = this.#values.sourcesOf(first!, command);
    const named = sources.filter(
      ({ word }) => mentionsAny(this.#subject, word.text) || this.#values.joined(word, command),
    );
    const { values, open } = this.#facts.variables.resolve(first!, command.context.branchContext);
    const alternatives = [...values.map(({ text }) => text), ...open.filter(text => text !== variable.name)];
    for (const { word, definition } of named) {
      const isArray = definition.kind === 'array' && variable.every;
      // An array is one command line, whichever of its words names Mender.
      if (isArray && word !== named.find(other => other.definition === definition)?.word) continue;
      const indirectionWords = isArray ? definition.words : definedWords(word, definition);
      const indirection: Indirection = { definition, use: first!, alone: indirectionWords.length === 1, alternatives };
      this.#program(command, [...indirectionWords, ...rest], { ...inner, indirection, indirectionWords }, input);
    }
    if (named.length > 0) return true;
    const lines = sources
      .map(({ word, definition }) => (variable.every ? definition.words : definedWords(word, definition)))
      .filter(isWritten);
    // Of `SUDO=` and `SUDO=sudo` either will do: the words after it are run.
    const line = lines.find(([name]) => !name || isWrapper(name.value!)) ?? lines[0];
    if (line) this.#program(command, [...line, ...rest], inner, input);
    else if (sources.every(({ word }) => word.value === undefined))
      this.#unknownInFront(command, words, inner, variable.name, input);
    return true;
  }

  /** The value of the variable is unknown, so its name must do. */
  #unknownInFront(
    command: SimpleCommand,
    [first, ...rest]: readonly Word[],
    call: Call,
    name: string,
    input?: Printed,
  ): void {
    const said = nameInFront(name);
    switch (said.kind) {
      case 'program':
        return this.#asProgram(command, first!, said.name, rest, call, input);
      case 'runner':
        return this.#runner(command, rest, { ...call, certain: false }, input);
      case 'unknown':
        // A path, or a subcommand of two words, says enough: `$X /usr/bin/mender`, `$X mender show-artifact`.
        if (
          rest[0]?.value?.endsWith(`/${oldProgram.name}`) ||
          rest.some(({ value }) => /^[a-z]+-[a-z]+$/.test(value ?? ''))
        )
          this.#program(command, rest, { ...call, certain: false });
        return;
      case 'message':
    }
  }

  /** A function of another file, whose name says that it runs the words after it. */
  #unknownFunction(command: SimpleCommand, [first, ...rest]: readonly Word[], call: Call, input?: Printed): void {
    const said = nameInFront(first!.value!);
    const guess = { ...call, certain: false };
    if (said.kind === 'program' && first!.value !== said.name)
      this.#asProgram(command, first!, said.name, rest, guess, input);
    else if (said.kind === 'runner') {
      const start = rest.findIndex(word => /\s/.test(word.value ?? '') || !/^(?:-.*|\d+\w?)$/.test(word.value ?? '-'));
      this.#runner(command, start < 0 ? [] : rest.slice(start), guess, input);
    }
  }

  /** Without words of a command, the input is run. */
  #runner(command: SimpleCommand, words: readonly Word[], call: Call, input?: Printed): void {
    if (words.length > 0) this.#line(command, words, call, input);
    else if (input) this.#reads(command, input, call);
  }

  /** A word that expands to a program, perhaps with arguments that come before the others. */
  #asProgram(
    command: SimpleCommand,
    word: Word,
    name: string,
    args: readonly Word[],
    call: Call,
    input?: Printed,
  ): void {
    const script = args.find(({ value, text }) => /\s/.test(value ?? text));
    const guess = { ...call, certain: false };
    const { inNames } = programOf(name);
    const isElsewhere = inNames === 'host' || inNames === 'folder';
    if (isElsewhere && script && args.indexOf(script) < 2) return this.#script(command, script, call);
    // Whoever wrote the function may know the host, or the folder.
    if (inNames === 'host' || (inNames === 'folder' && args[0]?.value !== undefined)) this.#line(command, args, guess);
    if (input && args.length < 2 && isElsewhere) this.#reads(command, input, guess);
    else this.#program(command, [named(word, name), ...args], call, input);
  }
}

/** Calls of programs in other languages: which of them run a command, and in which argument it is. */

import type { Argument, CallReading, EmbeddedCall } from '../languages/embedded.ts';
import { commandOf, scriptOf } from '../languages/program-strings/source-string.ts';
import type { SourceText } from '../languages/program-strings/source-text.ts';
import { busName, busPrefix } from '../mender/tool-names.ts';
import { lookingFor } from '../programs/shells.ts';
import type { Word } from '../text/word.ts';
import { deviceContext } from './branch-context.ts';
import { directiveContext, execUsages } from './exec-usage.ts';
import { mentionsAny } from './keywords.ts';
import { type Runner, unitMethods } from './runner-table.ts';
import { runnersOf } from './runners-of-call.ts';
import { named } from './shell/called-words.ts';
import { shellUsages } from './shell/shell-usage.ts';
import { resolved } from './shell/variables.ts';
import type { Context, Usage } from './usage.ts';
import { runsByItsName, showsByItsName, toldWhere } from './words-in-names.ts';

export function callUsages(call: EmbeddedCall, context: Context): readonly Usage[] {
  const rules = runnersOf(call);
  if (rules.length === 0 && !runsByItsName(call)) return busNames(call);
  const usages = call.readings().flatMap(reading => {
    const inner = { ...context, branchContext: deviceContext(reading.place) };
    return rules.length > 0
      ? rules.flatMap(rule => new Reader(call, reading, inner).usages(rule))
      : new Reader(call, reading, inner).guessed();
  });
  return usages.length > 0 ? usages : busNames(call);
}

/** One call, with one value of each of its arguments. */
class Reader {
  readonly #call: EmbeddedCall;
  readonly #context: Context;
  readonly #args: readonly Argument[];
  readonly #named: ReadonlyMap<string, Argument>;

  constructor(call: EmbeddedCall, { arguments: args }: CallReading, context: Context) {
    this.#call = call;
    this.#context = context;
    this.#args = args.filter(({ name }) => name === undefined);
    this.#named = new Map(args.flatMap(argument => (argument.name === undefined ? [] : [[argument.name, argument]])));
  }

  usages(rule: Runner): readonly Usage[] {
    const { at = 0, names = [], count } = rule;
    if (count !== undefined && this.#args.length !== count) return [];
    const name = names.find(each => this.#named.has(each));
    const argument = name === undefined ? this.#args[at] : this.#named.get(name);
    if (rule.action === 'is the program') return this.#called();
    if (!argument) return [];
    const rest = rule.rest === undefined ? undefined : (this.#named.get(rule.rest) ?? this.#args[Number(rule.rest)]);
    const after = name === undefined ? this.#args.slice(at + 1) : [];
    return this.#done(rule, argument, rest ? [rest] : after);
  }

  #done({ action }: Runner, argument: Argument, after: readonly Argument[]): readonly Usage[] {
    switch (action) {
      case 'runs':
        return this.#run(argument, after);
      case 'runs words':
        return this.#command([argument, ...after].flatMap(wordsOf));
      case 'runs as': {
        const [, ...given] = this.#withoutEnd(after.flatMap(list => wordsOf(list)));
        return this.#command([...wordsOf(argument).slice(0, 1), ...given]);
      }
      case 'runs each':
        return argument.kind === 'list' ? argument.items.flatMap(item => this.#script(item)) : this.#run(argument, []);
      case 'types': {
        const typed = argument.kind === 'text' && argument.text.at(-1)?.text;
        return argument.kind === 'text' && typed && /\n$|\r$/.test(typed) ? this.#script(argument.text) : [];
      }
      case 'finds program':
        return this.#asked(argument, lookingFor.program);
      case 'finds file':
        return this.#asked(argument, lookingFor.file);
      case 'names file':
      case 'reads file':
        return this.#words(argument).map(word => this.#path(word));
      case 'opens file':
        return this.#words(argument).map(word => this.#path(word, !this.#isRead(after)));
      case 'names service':
        return this.#services([argument, ...after]);
      case 'asks service':
        return this.#facts('services', argument);
      case 'asks package':
        return this.#facts('packages', argument);
      case 'names package':
        return this.#words(argument).map(name => this.#package(name));
      case 'calls method':
        return this.#method([argument, ...after]);
      default:
        return [];
    }
  }

  /** For a function whose name says that it runs a command, somewhere among its arguments. */
  guessed(): readonly Usage[] {
    const args = [
      ...this.#args,
      ...[...this.#named].flatMap(([name, value]) => (commandName.test(name) ? [value] : [])),
    ];
    const found = args.findIndex(({ kind }) => kind !== 'other');
    // An unknown program with its arguments.
    if (found > 0 && args[found]!.kind === 'list') return [];
    const [first, second] = [args[found], args[found + 1]];
    if (!first) return [];
    const isWord = first.kind === 'text' && !/\s/.test(this.#textOf(first.text));
    const isPlace = isWord && second?.kind === 'text' && toldWhere(this.#call.callee);
    if (isPlace) return this.#script(second.text);
    const isSplit = isWord && second?.kind === 'text' && !/\s/.test(this.#textOf(second.text));
    return isSplit ? this.#command(args.slice(found).flatMap(wordsOf)) : this.#run(first, args.slice(found + 1));
  }

  #textOf(text: SourceText): string {
    return scriptOf(this.#call.source, text).text;
  }

  #run(argument: Argument, [second]: readonly Argument[]): readonly Usage[] {
    if (argument.kind === 'list') return this.#command(argument.items);
    if (argument.kind === 'other') return [];
    const isProgram = second?.kind === 'list' && !/\s/.test(this.#textOf(argument.text));
    return isProgram ? this.#command([argument.text, ...second.items]) : this.#script(argument.text);
  }

  #script(text: SourceText): readonly Usage[] {
    const source = scriptOf(this.#call.source, text);
    return mentionsAny(this.#context.keywords, source.text) ? shellUsages(source, this.#context) : [];
  }

  #command(items: readonly SourceText[]): readonly Usage[] {
    const command = items.length > 0 ? commandOf(this.#call.source, items) : undefined;
    if (!command) return [];
    const { words, innerScript } = command;
    const { keywords, branchContext } = this.#context;
    return execUsages(words, {
      source: words[0].source,
      innerScript,
      context: { ...directiveContext(keywords), branchContext },
    });
  }

  /** A list of arguments in C ends with a null pointer. */
  #withoutEnd(words: readonly SourceText[]): readonly SourceText[] {
    const last = words.at(-1);
    const isUnknown = last?.length === 1 && last[0]!.text === undefined;
    return this.#call.language === 'cpp' && isUnknown ? words.slice(0, -1) : words;
  }

  /** `sh.mender("commit")` */
  #called(): readonly Usage[] {
    const { callee, name } = this.#call;
    const program = { text: callee.at(-1)!.replaceAll('_', '-'), ...name };
    return this.#command([[program], ...this.#args.flatMap(wordsOf)]);
  }

  #asked(argument: Argument, asked: readonly string[]): readonly Usage[] {
    const [name] = this.#words(argument);
    if (!name) return [];
    const { keywords, branchContext } = this.#context;
    const context = { ...directiveContext(keywords), branchContext };
    const line = { source: name.source, innerScript: () => name.source, context };
    const usages = execUsages([...asked.map(word => named(name, word)), name], line);
    return usages.map(usage => (usage.kind === 'invocation' ? { ...usage, calledAs: calledAs(this.#call) } : usage));
  }

  #words(argument: Argument): readonly Word[] {
    return wordsOf(argument).flatMap(text => commandOf(this.#call.source, [text])?.words.slice(0, 1) ?? []);
  }

  #services(args: readonly Argument[]): readonly Usage[] {
    const argument = args.find(({ kind }) => kind !== 'other');
    if (!argument) return [];
    const { branchContext } = this.#context;
    return this.#words(argument).map(name => ({
      kind: 'service-task',
      name: resolved(name),
      second: undefined,
      branchContext,
    }));
  }

  #facts(of: 'services' | 'packages', argument: Argument): readonly Usage[] {
    return this.#words(argument).map(name => ({
      kind: 'task-fact',
      of,
      name,
      calledAs: calledAs(this.#call),
      branchContext: this.#context.branchContext,
    }));
  }

  #package(name: Word): Usage {
    const versioned = /[=/]/.test(name.value ?? '');
    const use = /\.deb$/.test(name.value ?? '') ? { use: 'file' as const } : {};
    return {
      kind: 'package',
      tool: calledAs(this.#call),
      name,
      versioned,
      ...use,
      branchContext: this.#context.branchContext,
    };
  }

  /** Without a mode, a file is opened for reading; with an unknown mode, it may be written. */
  #isRead([given]: readonly Argument[]): boolean {
    const mode = this.#named.get('mode') ?? given;
    return !mode || (mode.kind === 'text' && /^[rbtU]+\+?[bt]*$/.test(this.#textOf(mode.text)));
  }

  #path(word: Word, created = false): Usage {
    return {
      kind: 'path',
      source: word.source,
      word: resolved(word),
      created,
      program: calledAs(this.#call),
      context: this.#context,
    };
  }

  /** `Call("org.freedesktop.systemd1.Manager.RestartUnit", 0, "mender-client.service")` */
  #method(args: readonly Argument[]): readonly Usage[] {
    const at = args.findIndex(argument => argument.kind === 'text' && unitMethods.has(this.#lastName(argument.text)));
    return at < 0 ? [] : this.#services(args.slice(at + 1));
  }

  #lastName(text: SourceText): string {
    const name = text.map(piece => piece.text ?? '').join('');
    return name.slice(name.lastIndexOf('.') + 1);
  }
}

/** Names of arguments that are a command. */
const commandName = /^(?:args|cmd|command|commands|cmdline|commandLine)$/;

/** As the text says it, if that is short. */
function calledAs({ written, callee }: EmbeddedCall): string {
  const isShort = /^[\w.$>:-]{1,40}$/.test(written);
  const path = isShort ? written.split(/(?<=\.)|(?<=->)|(?<=::)/) : callee.slice(-2);
  return isShort ? path.slice(-2).join('') : path.join('.');
}

function wordsOf(argument: Argument): readonly SourceText[] {
  if (argument.kind === 'list') return argument.items;
  return [argument.kind === 'text' ? argument.text : [{ text: undefined, ...argument.range }]];
}

/** Functions of D-Bus libraries that take the name of a service or an interface. */
const busCalls =
  /^(?:get|get_object|get_proxy|Interface|Object|introspect|get_interface|new(?:_for_bus)?_sync|call_sync)$/i;

/** Of the names of a service and of an interface, the first one says what the call is about. */
function busNames(call: EmbeddedCall): readonly Usage[] {
  if (!call.source.text.includes(busPrefix) || showsByItsName(call.callee)) return [];
  const isBusCall = busCalls.test(call.callee.at(-1)!);
  for (const text of [...call.texts(), ...(isBusCall ? namedTexts(call) : [])]) {
    const [name] = commandOf(call.source, [text])?.words ?? [];
    if (name && busName.test(name.value ?? ''))
      return [{ kind: 'bus-name', use: `${call.callee.at(-1)}("${name.value}")`, name }];
  }
  return [];
}

function namedTexts(call: EmbeddedCall): readonly SourceText[] {
  return call
    .readings()
    .flatMap(({ arguments: args }) => args.flatMap(argument => (argument.kind === 'text' ? [argument.text] : [])));
}

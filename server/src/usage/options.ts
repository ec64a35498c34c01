/**
 * Options and operands of a command line, as getopt_long(3) sorts them, each with its place. Which options take a value
 * is the caller's to say. Mender's own programs have grammars of their own and are not read here.
 */
import { textWithPlaceholders, type Word } from '../text/word.ts';

export interface OptionGrammar {
  /** Short options that take a value, one letter each. */
  readonly short?: string;
  /** Long options that take a value, which may stand behind `=` or be the next word. */
  readonly long?: readonly string[];
  /** Options end at the first operand, as for programs that run other programs. */
  readonly stopAtOperand?: boolean;
  /** Long options may be written with one dash. */
  readonly singleDash?: boolean;
}

export interface ReadOption {
  /** `-u` or `--unit`. */
  readonly name: string;
  readonly word: Word;
  /** Word that holds the value, and where the value begins in its skeleton; undefined without a value. */
  readonly value: { readonly word: Word; readonly offset: number } | undefined;
}

export interface ReadLine {
  readonly options: readonly ReadOption[];
  readonly operands: readonly Word[];
}

export function readOptions(args: readonly Word[], grammar: OptionGrammar): ReadLine {
  const options: ReadOption[] = [];
  const operands: Word[] = [];
  // A call with as many arguments as an argument list can have would overflow the stack.
  const takeRest = (from: number) => {
    for (const word of args.slice(from)) operands.push(word);
  };
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    const text = textWithPlaceholders(word);
    if (text === '--') {
      takeRest(i + 1);
      break;
    }
    if (!text.startsWith('-') || text === '-') {
      if (grammar.stopAtOperand) {
        takeRest(i);
        break;
      }
      operands.push(word);
      continue;
    }
    const next = args[i + 1];
    const read =
      text.startsWith('--') || grammar.singleDash
        ? readLong(word, text, next, grammar)
        : readShort(word, text, next, grammar);
    options.push(...read);
    if (read.some(option => option.value?.word === next && next !== undefined)) i++;
  }
  return { options, operands };
}

function readLong(word: Word, text: string, next: Word | undefined, grammar: OptionGrammar): ReadOption[] {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (equals >= 0) return [{ name, word, value: { word, offset: equals + 1 } }];
  const takesValue = grammar.long?.includes(name.replace(/^--?/, ''));
  return [{ name, word, value: takesValue && next ? { word: next, offset: 0 } : undefined }];
}

/** `-fu X`: a cluster of flags whose last may take a value, in the same word or the next. */
function readShort(word: Word, text: string, next: Word | undefined, grammar: OptionGrammar): ReadOption[] {
  const read: ReadOption[] = [];
  for (let i = 1; i < text.length; i++) {
    const letter = text[i]!;
    if (letter === '\0') break;
    if (!grammar.short?.includes(letter)) {
      read.push({ name: `-${letter}`, word, value: undefined });
      continue;
    }
    const value = i + 1 < text.length ? { word, offset: i + 1 } : next && { word: next, offset: 0 };
    read.push({ name: `-${letter}`, word, value });
    break;
  }
  return read;
}

/** The value's literal text; undefined when it is known only at run time. */
export function optionValue(option: ReadOption): string | undefined {
  if (!option.value) return undefined;
  const { word, offset } = option.value;
  return word.value?.slice(offset);
}

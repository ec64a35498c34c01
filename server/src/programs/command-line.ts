/**
 * The one reader of command lines: options and operands as getopt_long(3) sorts them, each with its place, by the table
 * of programs. Mender's own programs have their own grammars and are not read here.
 */
import { textWithPlaceholders, type Word } from '../text/word.ts';
import type { KnownProgram, Meaning } from './program.ts';

export interface ReadOption<W extends Word = Word> {
  /** `-u` or `--unit`. */
  readonly name: string;
  /** Undefined for an option that the table does not name. */
  readonly meaning: Meaning | undefined;
  readonly word: W;
  /**
   * The word that contains the value, and where the value begins in its text with placeholders; undefined without a
   * value.
   */
  readonly value: { readonly word: W; readonly offset: number } | undefined;
}

export interface ReadLine<W extends Word = Word> {
  readonly options: readonly ReadOption<W>[];
  readonly operands: readonly W[];
}

/** An option among texts, by the places of the option and its value. */
interface FoundOption {
  readonly name: string;
  readonly meaning: Meaning | undefined;
  readonly at: number;
  readonly value: { readonly at: number; readonly offset: number } | undefined;
}

/** An unknown program: every word with a dash is an option without a value. */
export const unknownProgram: KnownProgram = { names: [''], optionsByName: new Map() };

export function readOptions<W extends Word>(args: readonly W[], program: KnownProgram): ReadLine<W> {
  const { options, operands } = read(args.length, at => textWithPlaceholders(args[at]!), program);
  return {
    options: options.map(({ name, meaning, at, value }) => ({
      name,
      meaning,
      word: args[at]!,
      value: value && { word: args[value.at]!, offset: value.offset },
    })),
    operands: operands.map(at => args[at]!),
  };
}

/** Words of which only the texts are known. */
export interface ReadTexts {
  readonly options: readonly {
    readonly name: string;
    readonly meaning: Meaning | undefined;
    readonly value: string | undefined;
  }[];
  readonly operands: readonly string[];
}

export function readTexts(args: readonly string[], program: KnownProgram): ReadTexts {
  const { options, operands } = read(args.length, at => args[at]!, program);
  return {
    options: options.map(({ name, meaning, value }) => ({
      name,
      meaning,
      value: value && args[value.at]!.slice(value.offset),
    })),
    operands: operands.map(at => args[at]!),
  };
}

export function hasOption(
  { options }: Pick<ReadLine | ReadTexts, 'options'>,
  ...meanings: readonly Meaning[]
): boolean {
  return options.some(({ meaning }) => meaning !== undefined && meanings.includes(meaning));
}

/** The value's literal text; undefined when it is known only at run time. */
export function optionValue(option: ReadOption): string | undefined {
  if (!option.value) return undefined;
  const { word, offset } = option.value;
  return word.value?.slice(offset);
}

function read(
  length: number,
  textAt: (at: number) => string,
  program: KnownProgram,
): { readonly options: readonly FoundOption[]; readonly operands: readonly number[] } {
  const options: FoundOption[] = [];
  const operands: number[] = [];
  const takeRest = (from: number) => {
    for (let at = from; at < length; at++) operands.push(at);
  };
  for (let at = 0; at < length; at++) {
    const text = textAt(at);
    if (text === '--') {
      takeRest(at + 1);
      break;
    }
    if (!text.startsWith('-') || text === '-' || (program.strict && !isStrictly(text, program))) {
      if (program.endsAtOperand) {
        takeRest(at);
        break;
      }
      operands.push(at);
      continue;
    }
    const next = at + 1 < length ? at + 1 : undefined;
    const found =
      text.startsWith('--') || program.singleDash ? [long(text, at, next, program)] : short(text, at, next, program);
    options.push(...found);
    if (next !== undefined && found.some(({ value }) => value?.at === next)) at++;
  }
  return { options, operands };
}

function isStrictly(text: string, { optionsByName }: KnownProgram): boolean {
  return text
    .slice(1)
    .split('')
    .every(letter => optionsByName.has(`-${letter}`));
}

function long(text: string, at: number, next: number | undefined, { optionsByName }: KnownProgram): FoundOption {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const option = optionsByName.get(name);
  const found = { name, meaning: option?.meaning, at };
  if (equals >= 0) return { ...found, value: { at, offset: equals + 1 } };
  return { ...found, value: option?.value === 'required' && next !== undefined ? { at: next, offset: 0 } : undefined };
}

/** `-fu X`: a cluster of flags whose last may take a value, in the same word or the next. */
function short(text: string, at: number, next: number | undefined, { optionsByName }: KnownProgram): FoundOption[] {
  const found: FoundOption[] = [];
  for (let index = 1; index < text.length && text[index] !== '\0'; index++) {
    const name = `-${text[index]!}`;
    const option = optionsByName.get(name);
    const rest = index + 1 < text.length ? { at, offset: index + 1 } : undefined;
    const isNext = option?.value === 'required' && !rest && next !== undefined;
    const value = option?.value === undefined ? undefined : (rest ?? (isNext ? { at: next, offset: 0 } : undefined));
    found.push({ name, meaning: option?.meaning, at, value });
    if (option?.value) break;
  }
  return found;
}

/** The value of an option, `--unit=NAME` or `-uNAME`; any other word as a whole. */
export function valueIn(text: string): string {
  return text.replace(/^(?:--[\w-]+=|-[A-Za-z](?=[\w/]))/, '');
}

/** Writes one option as another program's parser accepts it, changing as little of the text as possible. */
import type { OptionSpec, ProgramSpec } from '../mender/programs.ts';
import type { Edit, Fragment, Range } from '../text/fragment.ts';
import { locate } from '../text/word.ts';
import { isKnown } from '../usage/shell/variables.ts';
import type { ResolvedWord } from '../usage/usage.ts';
import type { OptionItem } from './call-line.ts';

/** An edit in the offsets of the fragment that contains its word. */
export interface WordEdit extends Edit {
  readonly source: Fragment;
}

export type OptionText =
  | { readonly kind: 'write'; readonly edits: readonly WordEdit[]; readonly review?: string }
  | { readonly kind: 'drop'; readonly review?: string }
  | { readonly kind: 'impossible'; readonly reason: string };

/** Go's strconv.ParseBool. */
const falseValues = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

/** `spec` is the option as `program` knows it; its name may differ from that of the item. */
export function optionText(item: OptionItem, spec: OptionSpec, program: ProgramSpec): OptionText {
  if (spec.unusable) return { kind: 'impossible', reason: `\`--${spec.name}\` has no working form: ${spec.unusable}` };
  const value = item.value && valueText(item.value);
  if (!spec.value) return flagText(item, spec, program, value);
  if (!item.value) return { kind: 'impossible', reason: `\`--${spec.name}\` lacks its value` };
  const renamed = nameEdits(item, spec, program);
  if (!renamed) return inPieces(item);
  const edits = [...renamed];
  if (value === '') return emptyValue(item, spec, program, edits);
  if (value?.startsWith('-')) {
    if (program.refusesEmptyValues && spec.value === 'text' && !spec.lenient?.includes('dash')) {
      return {
        kind: 'impossible',
        reason: `${program.name} refuses a value of \`--${spec.name}\` that begins with a dash`,
      };
    }
    const [first, second] = item.words;
    if (program.dialect === 'strict' && second)
      edits.push({ source: first.source, start: first.end, end: second.start, newText: '=' });
  }
  if (spec.value !== 'level' || program.dialect === 'go') return { kind: 'write', edits };
  return logLevelText(item.value, value, edits, spec);
}

function flagText(item: OptionItem, spec: OptionSpec, program: ProgramSpec, value: string | undefined): OptionText {
  const edits = nameEdits(item, spec, program);
  if (!edits) return inPieces(item);
  if (!item.value || program.dialect === 'go') return { kind: 'write', edits };
  if (value === undefined)
    return { kind: 'impossible', reason: `\`--${spec.name}\` takes no value, and this one is known only at run time` };
  if (falseValues.has(value)) return { kind: 'drop' };
  const [word] = item.words;
  const range = locate(word, item.value.offset - 1, value.length + 1);
  if (!range) return { kind: 'impossible', reason: `\`--${spec.name}\` takes no value` };
  return { kind: 'write', edits: [...edits, { source: word.source, ...range, newText: '' }] };
}

function inPieces({ written }: OptionItem): OptionText {
  return { kind: 'impossible', reason: `\`${written}\` is quoted in pieces` };
}

function emptyValue(item: OptionItem, spec: OptionSpec, program: ProgramSpec, edits: readonly WordEdit[]): OptionText {
  if (program.refusesEmptyValues) return spec.lenient?.includes('empty') ? { kind: 'write', edits } : { kind: 'drop' };
  if (spec.value === 'level') return { kind: 'impossible', reason: 'an empty log level is refused' };
  // The strict parser reads the next word as the value of `--config=`.
  return item.words.length === 1 ? { kind: 'drop' } : { kind: 'write', edits };
}

function logLevelText(
  at: { word: ResolvedWord; offset: number },
  value: string | undefined,
  edits: WordEdit[],
  spec: OptionSpec,
): OptionText {
  if (value === undefined)
    return {
      kind: 'write',
      edits,
      review: `that the log level is one of ${levelsOf(spec).join(', ')}`,
    };
  const level = acceptedLogLevel(value, spec);
  if (level === value) return { kind: 'write', edits };
  if (level === undefined) return { kind: 'impossible', reason: 'the log level is none of 3.x either' };
  const range = locate(at.word, at.offset, value.length);
  if (!range) return { kind: 'write', edits, review: `that the log level is ${level}` };
  return { kind: 'write', edits: [...edits, { source: at.word.source, ...range, newText: level }] };
}

/** The accepted level for one that some release accepted; undefined when none did. */
export function acceptedLogLevel(value: string, { values = [] }: OptionSpec): string | undefined {
  const level = values.find(({ name }) => name === value.toLowerCase());
  return level?.use ?? level?.name;
}

function levelsOf({ values = [] }: OptionSpec): readonly string[] {
  return values.filter(({ use }) => use === undefined).map(({ name }) => name);
}

/** The value's text, when it is known. */
export function valueText({ word, offset }: { word: ResolvedWord; offset: number }): string | undefined {
  return isKnown(word) ? word.values[0]!.text.slice(offset) : undefined;
}

/**
 * `-config`, `--c` and renamed options get the name that the parser knows; an accepted name stays. Undefined when the
 * name cannot be written there.
 */
function nameEdits(item: OptionItem, spec: OptionSpec, program: ProgramSpec): WordEdit[] | undefined {
  const [word] = item.words;
  const newText = acceptedName(item, spec, program);
  if (newText === '-'.repeat(item.dashes) + item.written) return [];
  const range: Range | undefined = locate(word, 0, item.dashes + item.written.length);
  return range && [{ source: word.source, ...range, newText }];
}

/** The option with its dashes, as the program accepts it; as it is written, if that is accepted. */
export function acceptedName({ written, dashes }: OptionItem, spec: OptionSpec, { dialect }: ProgramSpec): string {
  const renamed = spec.name !== written && spec.short !== written && !spec.aliases?.includes(written);
  const isLong = written.length > 1;
  const malformed = dialect === 'strict' && isLong !== (dashes === 2);
  if (!renamed && !malformed) return '-'.repeat(dashes) + written;
  return `--${isLong && !renamed ? written : spec.name}`;
}

/**
 * Command lines of unit files (`ExecStart=` and its family) after systemd.service(5), "Command lines", and the quoting
 * of systemd.syntax(7). Gives words; what they run is decided elsewhere.
 */
import { Decoder, type Fragment } from '../../text/fragment.ts';
import { literal, makeWord, type Piece, type Quote, type Word } from '../../text/word.ts';

/** Prefix characters, some of them repeatable. `@bindir@` and `@@bindir@@` are folders in templates. */
const prefixes = /^(?:[-:+!|]|@(?!\w+@|@\w+@@))*/;

export interface ExecCommand {
  readonly words: readonly Word[];
  /** With `@` the second word is the process's own name, not an argument. */
  readonly renamed: boolean;
  /** With `-` a failure counts as success. */
  readonly ignored: boolean;
}

/** The commands of one directive; a lone `;` separates them. Offsets index `value.text`. */
export function execCommands(value: Fragment): ExecCommand[] {
  const commands: ExecCommand[] = [];
  let words: Word[] = [];
  let renamed = false;
  let ignored = false;
  const finish = () => {
    if (words.length > 0) commands.push({ words, renamed, ignored });
    words = [];
    renamed = false;
    ignored = false;
  };
  let at = 0;
  for (;;) {
    at = value.text.slice(at).search(/\S/) < 0 ? value.text.length : at + value.text.slice(at).search(/\S/);
    if (at >= value.text.length) break;
    if (words.length === 0) {
      const prefix = prefixes.exec(value.text.slice(at))![0];
      renamed = prefix.includes('@');
      ignored = prefix.includes('-');
      at += prefix.length;
    }
    const { word, next } = readWord(value, at);
    if (word.text === ';') finish();
    else if (word.end > word.start) words.push(word);
    at = Math.max(next, at + 1);
  }
  finish();
  return commands;
}

function readWord(source: Fragment, start: number): { word: Word; next: number } {
  const { text } = source;
  const pieces: Piece[] = [];
  let at = start;
  let quote: Quote = 'none';
  let from = start;
  const flush = (to: number) => {
    if (to > from) pieces.push(literal(from, text.slice(from, to), quote));
  };
  while (at < text.length) {
    const char = text[at]!;
    if (quote === 'none' && /\s/.test(char)) break;
    if ((char === '"' && quote !== 'single') || (char === "'" && quote !== 'double')) {
      flush(at);
      if (quote === 'none') quote = char === '"' ? 'double' : 'single';
      else {
        if (from === at && pieces.length === 0) pieces.push(literal(at, '', quote));
        quote = 'none';
      }
      at++;
      from = at;
      continue;
    }
    const special = readSpecial(text, at, quote);
    if (special) {
      flush(at);
      pieces.push(special);
      at = special.end;
      from = at;
    } else at++;
  }
  flush(at);
  return { word: makeWord(source, { start, end: at }, pieces), next: at };
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  s: ' ',
};

/** An escape, a variable or a specifier at `at`. */
function readSpecial(text: string, at: number, quote: Quote): Piece | undefined {
  const char = text[at];
  const next = text[at + 1];
  if (char === '\\' && next !== undefined && next in escapes) {
    return { kind: 'literal', start: at, end: at + 2, value: escapes[next]!, quote };
  }
  // systemd.service(5): "$$" passes a dollar sign, systemd.unit(5): "%%" a percent sign.
  if ((char === '$' || char === '%') && next === char)
    return { kind: 'literal', start: at, end: at + 2, value: char, quote };
  if (char === '%' && next !== undefined && /[a-zA-Z]/.test(next))
    return { kind: 'other', start: at, end: at + 2, quote };
  if (char === '$') {
    const name = /^\$(?:\{(\w+)\}|(\w+))/.exec(text.slice(at, at + 256));
    if (name) {
      const variable = name[1] ?? name[2]!;
      return { kind: 'variable', start: at, end: at + name[0].length, name: variable, fallback: undefined, quote };
    }
  }
  return undefined;
}

/** The text of a word as the shell after `sh -c` reads it. */
export function innerScriptOfExec(word: Word): Fragment {
  const decoder = new Decoder();
  for (const piece of word.pieces) {
    if (piece.kind !== 'literal') decoder.copy(word.source.text.slice(piece.start, piece.end), piece.start);
    else if (piece.end - piece.start === piece.value.length) decoder.copy(piece.value, piece.start);
    else decoder.decode(piece.value, piece);
  }
  const isWhole = word.pieces.every(({ kind }) => kind === 'literal');
  return decoder.finish(word.source, word, (text, at) => {
    // Written again, an expansion of systemd could not be distinguished from one of the shell.
    if (!isWhole && /[$%]/.test(text)) return undefined;
    const written = text.replaceAll('%', '%%').replaceAll('$', '$$$$').replaceAll('\\', '\\\\');
    if (/[\r\n]/.test(written)) return undefined;
    const piece = word.pieces.find(({ start, end }) => at >= start && at < end) ?? word.pieces.at(-1);
    if (piece?.quote === 'double') return written.replaceAll('"', '\\"');
    if (piece?.quote === 'single') return written.replaceAll("'", "\\'");
    return /[\s"';]/.test(written) ? undefined : written;
  });
}

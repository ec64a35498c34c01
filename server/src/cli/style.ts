/** How output for people looks: colours, links and width, or none of them. */
import { Option } from 'commander';
import { createColors } from 'picocolors';
import type { CliContext, Terminal } from './streams.ts';

export type Paint = (text: string) => string;

export interface Style {
  readonly isColoured: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly green: Paint;
  /** A text that links to an address if the terminal supports it, else the text alone. */
  readonly link: (text: string, address: string | undefined) => string;
  /** Columns; undefined where a line may have any length. */
  readonly width: number | undefined;
}

export const colorChoices = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof colorChoices)[number];

export interface ColorOptions {
  readonly color: ColorChoice;
}

export function colorOption(): Option {
  return new Option('--color <when>', 'use colours; auto: on a terminal, as NO_COLOR and FORCE_COLOR say')
    .choices(colorChoices)
    .default('auto');
}

/** For output that is read later, or by nobody. */
export const plainStyle = styleOf(false, undefined);

/** For one of the two streams. */
export function styleFor(stream: 'out' | 'err', color: ColorChoice, { env, terminals }: CliContext): Style {
  const terminal = terminals[stream];
  const isColoured = color === 'auto' ? wantsColours(env, terminal) : color === 'always';
  return styleOf(isColoured, terminal);
}

/**
 * As in Node and most programs: FORCE_COLOR overrides NO_COLOR (no-color.org), and either overrides the kind of
 * terminal.
 */
function wantsColours(
  { FORCE_COLOR: force, NO_COLOR: no, TERM: term }: CliContext['env'],
  terminal: Terminal | undefined,
): boolean {
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return terminal !== undefined && term !== 'dumb';
}

function styleOf(isColoured: boolean, terminal: Terminal | undefined): Style {
  const { bold, dim, red, yellow, cyan, green } = createColors(isColoured);
  const hasLinks = isColoured && terminal !== undefined;
  return {
    isColoured,
    bold,
    dim,
    red,
    yellow,
    cyan,
    green,
    link: (text, address) => (hasLinks && address !== undefined ? linked(text, address) : text),
    // Some terminals do not report it.
    width: terminal?.columns || undefined,
  };
}

/** OSC 8, "Hyperlinks in terminal emulators". */
function linked(text: string, address: string): string {
  return `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\`;
}

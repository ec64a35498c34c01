/**
 * Which parts of the engine a run reached: counts of V8, assigned to files by the names that the bundler writes next to
 * their text.
 */
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/** The code that a clean report depends on. */
const judged = /^server\/src\/(?:findings\/guards|usage\/shell\/script)\//;
const MOST_SHOWN = 6;

type Range = Profiler.CoverageRange;

interface FileText {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export class Coverage {
  readonly #session = new Session();

  static async start(): Promise<Coverage> {
    const coverage = new Coverage();
    coverage.#session.connect();
    await coverage.#session.post('Profiler.enable');
    await coverage.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return coverage;
  }

  /** The branches of each file: functions, and parts of them that ran more or less often than the code around them. */
  async report(bundle: string): Promise<string> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    this.#session.disconnect();
    const script = result.find(({ url }) => url === bundle);
    if (!script) throw new Error(`nothing is known of ${bundle}`);
    const text = readFileSync(fileURLToPath(bundle), 'utf8');
    const ranges = script.functions.flatMap(({ ranges: all }) => all);
    const files = filesOf(text).filter(({ path }) => judged.test(path));
    const lines = files.map(file => lineOf(text, file, ranges));
    const [run, all] = [sum(lines.map(line => line.run)), sum(lines.map(line => line.all))];
    return [...lines.map(({ told }) => told), `all: ${run} of ${all} branches, ${percent(run, all)}`].join('\n');
  }
}

/** Each module follows a comment with its path. */
function filesOf(text: string): FileText[] {
  const heads = [...text.matchAll(/^\/\/ ((?:server|test|node_modules)\/\S+)$/gm)];
  return heads.map(({ 1: path, index }, at) => ({
    path: path!,
    start: index,
    end: heads[at + 1]?.index ?? text.length,
  }));
}

function lineOf(text: string, { path, start, end }: FileText, ranges: readonly Range[]) {
  const own = ranges.filter(({ startOffset, endOffset }) => startOffset >= start && endOffset <= end);
  const missed = own.filter(({ count }) => count === 0);
  const outer = missed.filter(range => !missed.some(other => other !== range && isInside(range, other)));
  const shown = outer.slice(0, MOST_SHOWN).map(({ startOffset, endOffset }) => {
    const part = text.slice(startOffset, endOffset).replaceAll(/\s+/g, ' ').trim();
    return `\n    never: ${part.slice(0, 100)}`;
  });
  const more = outer.length > MOST_SHOWN ? `\n    and ${outer.length - MOST_SHOWN} more` : '';
  const run = own.length - missed.length;
  const told = `${path}: ${run} of ${own.length} branches, ${percent(run, own.length)}${shown.join('')}${more}`;
  return { run, all: own.length, told };
}

const isInside = (range: Range, other: Range) =>
  other.startOffset <= range.startOffset && range.endOffset <= other.endOffset;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const percent = (part: number, whole: number) => (whole === 0 ? '100 %' : `${((part / whole) * 100).toFixed(1)} %`);

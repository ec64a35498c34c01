/** All properties of one input; slow ones are tested with few inputs. */
import { bashAccepts } from '../support/parses.ts';
import {
  afterFix,
  type Examined,
  examine,
  type Flaw,
  lineEndFlaws,
  pieceFlaws,
  type Sample,
} from '../support/sound.ts';
import { document } from '../support/texts.ts';

/** How often a property is tested: once in so many inputs. */
export const everyInputs = { lineEnds: 8, pieces: 8, bash: 400, growth: 2000 } as const;

export type Question = keyof typeof everyInputs;

/** The results for the common properties, and for those in `asked`. */
export function judge(sample: Sample, asked: ReadonlySet<Question>): Examined {
  const examined = examine(sample);
  const shell = asked.size > 0 && document(sample.text, sample.path).kind?.language === 'shell';
  const more: readonly Flaw[] = [
    ...(asked.has('growth') ? growthFlaws(sample) : []),
    ...(shell && asked.has('lineEnds') ? lineEndFlaws(sample, examined) : []),
    ...(shell && asked.has('pieces') ? pieceFlaws(sample, examined) : []),
    ...(shell && asked.has('bash') ? bashFlaws(sample, examined) : []),
  ];
  return { ...examined, flaws: [...examined.flaws, ...more] };
}

/**
 * With the line ends that git gives a script on the device: `fi` with a carriage return is no keyword to bash,
 * `systemctl` is a word.
 */
function bashAcceptsLines(text: string): boolean {
  return bashAccepts(text.replaceAll('\r\n', '\n'));
}

function* bashFlaws({ text }: Sample, { findings }: Examined): Generator<Flaw> {
  const fixes = findings.flatMap(({ rule, fixes }) => fixes.map(fix => ({ rule, fix })));
  if (fixes.length === 0 || !bashAcceptsLines(text)) return;
  for (const { rule, fix } of fixes) {
    const after = afterFix(text, fix);
    if (after !== undefined && !bashAcceptsLines(after))
      yield { what: 'bash refuses what is fixed', rule, detail: JSON.stringify(after) };
  }
}

const SMALL = 4_000;
const TIMES = 8;
/** Linear is `TIMES`, quadratic its square; caches and garbage collection are in between. */
const MOST_GROWTH = TIMES * 3.5;
/**
 * Milliseconds below which V8, which makes code ten times faster after a while, affects the time more than the work
 * does.
 */
const SHORTEST = 20;

/** Repeating a text takes proportionally longer, and not more. */
function growthFlaws({ text, path, target }: Sample): readonly Flaw[] {
  if (text === '') return [];
  const repeated = (size: number) => `${text}\n`.repeat(Math.ceil(size / (text.length + 1)));
  const [small, large] = [repeated(SMALL), repeated(SMALL * TIMES)];
  const time = (repeatedText: string) => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      examine({ text: repeatedText, path, target });
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  const growth = () => {
    const longer = time(large);
    return longer < SHORTEST ? 0 : longer / time(small);
  };
  const first = growth();
  if (first < MOST_GROWTH) return [];
  const least = Math.min(first, growth(), growth());
  if (least < MOST_GROWTH) return [];
  return [
    { what: 'time grows faster than the text', detail: `${TIMES} times the text, ${least.toFixed(0)} times as long` },
  ];
}

/** Several fragments as the lines of one text, such as the commands of a job that one shell runs. */
import { firstIndex } from './first-index.ts';
import type { Fragment } from './fragment.ts';

/** New text is written as the item around it writes it. */
export function concatenated(fragments: readonly Fragment[]): Fragment {
  const [first] = fragments;
  if (fragments.length === 1) return first!;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of fragments) {
    starts.push(length);
    length += text.length + 1;
  }
  const indexAt = (offset: number): number =>
    Math.max(0, firstIndex(starts.length, index => starts[index]! > offset) - 1);
  return {
    text: fragments.map(({ text }) => text).join('\n'),
    startOf: offset => {
      const index = indexAt(offset);
      return fragments[index]!.startOf(offset - starts[index]!);
    },
    endOf: offset => {
      const index = indexAt(Math.max(0, offset - 1));
      return fragments[index]!.endOf(offset - starts[index]!);
    },
    // A line end would fall inside an item, where it may mean something else.
    write: (text, at) => {
      const index = indexAt(at);
      return text.includes('\n') ? undefined : fragments[index]!.write(text, at - starts[index]!);
    },
  };
}

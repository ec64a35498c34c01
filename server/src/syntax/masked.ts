/** Text in which another program puts something before it is read: what it replaces stands there as a shell variable. */
import type { Fragment } from './fragment.ts';

/** A variable as long as the text it stands for, so that offsets stay the same. Line ends stay line ends. */
export function standIn(text: string): string {
  return text.length < 2 ? text : `$${text.slice(1).replace(/[^\n]/g, '_')}`;
}

const anyStandIn = /\$__/;

/** Every match of the global `pattern` is masked. What is masked cannot be written again. */
export function masked(outer: Fragment, pattern: RegExp): Fragment {
  const text = outer.text.replace(pattern, standIn);
  if (text === outer.text) return outer;
  return {
    text,
    startOf: offset => outer.startOf(offset),
    endOf: offset => outer.endOf(offset),
    write: inserted => (anyStandIn.test(inserted) ? undefined : outer.write(inserted)),
  };
}

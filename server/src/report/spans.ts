/** Our own sentence in pieces: backticks enclose what was found. */
import { visible } from '../text/visible.ts';

export interface SentenceSpan {
  readonly text: string;
  readonly isCode: boolean;
}

/** As it may be shown. A lone backtick is text. */
export function spansOf(sentence: string): readonly SentenceSpan[] {
  const parts = visible(sentence).split('`');
  const isPaired = parts.length % 2 === 1;
  return parts.map((text, index) => {
    const isLone = !isPaired && index > 0 && index === parts.length - 1;
    return isLone ? { text: `\`${text}`, isCode: false } : { text, isCode: index % 2 === 1 };
  });
}

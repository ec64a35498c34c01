/** What a command line finally runs: the program after `sudo` and the like, or the script of `sh -c`. */

import * as sh from '../../../languages/shell/shell.ts';
import { innerScript, shellWord } from '../../../languages/shell/shell-word.ts';
import { isWrapper, runsOf } from '../../../programs/runs.ts';
import type { Fragment } from '../../../text/fragment.ts';
import { MOST_WRAPPERS } from '../../../text/limits.ts';
import type { Part, Text } from '../../script.ts';
import type { ScriptReader } from './build-text.ts';
import { textOf } from './build-text.ts';

interface Ran {
  readonly words: readonly Text[];
  /** The words before those. */
  readonly wrapping: readonly Text[];
  readonly script: Part | undefined;
}

export function ranBy(nodes: readonly sh.Word[], source: Fragment, reader: ScriptReader): Ran {
  const texts = (some: readonly sh.Word[]) => some.map(node => textOf(node, source, reader));
  let inner = nodes;
  for (let count = 0; count < MOST_WRAPPERS && isWrapper(inner[0]?.value ?? ''); count++) {
    const byWord = new Map(inner.map(node => [shellWord(node, source), node]));
    const [run] = runsOf([...byWord.keys()]);
    if (run?.kind === 'script') {
      const script = run.from || run.to ? undefined : scriptIn(sh.parseShell(innerScript(run.word)), reader);
      return { words: texts(nodes), wrapping: [], script };
    }
    if (run?.kind !== 'program') break;
    const next = run.words.flatMap(word => byWord.get(word) ?? []);
    if (next.length !== run.words.length || next.length === 0 || next.length >= inner.length) break;
    inner = next;
  }
  const ran = new Set(inner);
  const wrapping = nodes.filter(node => !ran.has(node));
  return { words: texts(inner), wrapping: texts(wrapping), script: undefined };
}

function scriptIn({ parts: [part, ...others] }: sh.ShellTree, reader: ScriptReader): Part | undefined {
  if (!part || others.length > 0) return undefined;
  const statements = part.scripts.flatMap(({ commands }) => commands);
  return reader.inner(statements, part.source, statements[0]?.pos ?? 0);
}

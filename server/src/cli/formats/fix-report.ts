/** What `fix` did to each file, what must be checked of it, and what is left, each with its place. */

import type { Finding } from '../../findings/finding.ts';
import type { MadeFix } from '../../findings/fix-all.ts';
import { count } from '../../report/count.ts';
import { visible } from '../../text/visible.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import type { Style } from '../style.ts';
import { conciseLine } from './concise.ts';
import { fileLines } from './text.ts';

export interface FixedFile extends Pick<CheckedFile, 'path' | 'document' | 'findings'> {
  /**
   * The fixes that were written, or would be; the document contains them, and the findings are the remaining ones
   * outside of the baseline.
   */
  readonly made: readonly MadeFix[];
  readonly fixed: number;
}

export interface FixLayout {
  readonly style: Style;
  /** With lines of the files, as in the format `text`. */
  readonly hasLines: boolean;
  /** Nothing was written. */
  readonly isDiff: boolean;
}

export function fixLines(files: readonly FixedFile[], { style, hasLines, isDiff }: FixLayout): readonly string[] {
  const written = files.filter(({ fixed }) => fixed > 0);
  const done = isDiff ? 'Would fix' : 'Fixed';
  const left = files.filter(({ findings }) => findings.length > 0);
  const toCheck = written.flatMap(file => checkLines(file, style));
  return [
    ...written.map(
      ({ path, fixed }) => `${style.green(done)} ${count(fixed, 'finding')} in ${style.bold(visible(path))}`,
    ),
    ...section('To check:', toCheck, style),
    ...section(
      'Left:',
      left.flatMap(file => leftLines(file, style, hasLines)),
      style,
    ),
  ];
}

function section(title: string, lines: readonly string[], { bold }: Style): readonly string[] {
  return lines.length === 0 ? [] : [bold(title), ...lines];
}

/** Places are those in the new text. */
function checkLines({ path, document, made }: FixedFile, { bold }: Style): readonly string[] {
  return made
    .filter(({ fix }) => fix.safety === 'review')
    .map(({ fix, at }) => {
      const { line, character } = document.lines.positionAt(at);
      return `${bold(visible(path))}:${line + 1}:${character + 1}: ${visible(fix.title)}`;
    });
}

function leftLines(file: FixedFile, style: Style, hasLines: boolean): readonly string[] {
  if (hasLines) return fileLines(file, style);
  return file.findings.flatMap(finding => [conciseLine(file, finding, style), ...suggestion(finding)]);
}

function suggestion({ fixes }: Finding): readonly string[] {
  const [best] = fixes.filter(({ probesAtRuntime: probes }) => !probes);
  return best ? [`    ${best.safety === 'safe' ? 'safe fix' : 'to review'}: ${visible(best.title)}`] : [];
}

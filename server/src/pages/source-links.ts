/** A source as Markdown, with links to the lines that it names. */
import { organisation } from '../mender/source.ts';

const own = 'mender-lint';

export function withLinks(source: string): string {
  return source.replace(placePattern, text => {
    const [place] = placesIn(text);
    if (!place) return text;
    const [first, ...others] = place.lines;
    const head = others.length === 0 ? text : text.slice(0, text.lastIndexOf(':') + 1 + spelled(first!).length);
    const links = [{ text: head, lines: first }, ...others.map(lines => ({ text: spelled(lines), lines }))];
    return links.map(({ text, lines }) => `[${text}](${address(place, lines)})`).join(', ');
  });
}

type Lines = Place['lines'][number];

function spelled({ first, last }: Lines): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

function address({ repository, revision, path }: Place, lines: Lines | undefined): string {
  const home = `https://github.com/${repository === own ? own : organisation}/${repository}`;
  if (path === undefined)
    return /^[0-9a-f]{7,40}$/.test(revision) ? `${home}/commit/${revision}` : `${home}/tree/${revision}`;
  const file = `${home}/blob/${revision}/${path}`;
  if (!lines) return file;
  const anchor = lines.first === lines.last ? `#L${lines.first}` : `#L${lines.first}-L${lines.last}`;
  // GitHub shows the lines of Markdown only in its source view.
  return `${file}${path.endsWith('.md') ? '?plain=1' : ''}${anchor}`;
}

export interface Place {
  readonly repository: string;
  readonly revision: string;
  /** Absent if a whole commit is the source. */
  readonly path?: string;
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}

/** `repository@revision:path:lines`, with a remark in brackets after it. */
const placePattern = /([a-z][\w-]*)@([\w.+-]+)(?::([^\s:,()]+)(?::([\d,-]+\d|\d+))?)?/g;

/** Manual pages contain none. */
export function placesIn(source: string): readonly Place[] {
  return [...source.matchAll(placePattern)].map(([, repository, revision, path, lines]) => ({
    repository: repository!,
    revision: revision!,
    ...(path === undefined ? {} : { path }),
    lines: (lines?.split(',') ?? []).map(range => {
      const [first, last = first] = range.split('-').map(Number);
      return { first: first!, last: last! };
    }),
  }));
}

/**
 * Whether a text in no known language names something of Mender's: a command, a service, a file, a key or a name on
 * D-Bus.
 */
import { catalogue } from '../mender/catalogue.ts';
import { unmistakableNames } from '../mender/generations.ts';
import { oldProgram } from '../mender/programs.ts';
import { oldUnits } from '../mender/service-names.ts';

/** Words of a list, as programs pass them: `"mender", "commit"`, `'mender', ['commit'`. */
const ofList = '["\'`]\\s*,\\s*(?:\\[\\s*)?["\'`]';

/** `mender commit`, `mender -daemon`. The name alone is that of the project, too, and proves nothing. */
const call = `${oldProgram.name}(?:[ \\t]+|${ofList})(?:-{1,2}\\w[\\w-]*|${oldProgram.commands.map(({ name }) => name).join('|')})`;

/** `io.mender.UpdateManager` */
const busNames = catalogue.rulesOf('bus').flatMap(({ match }) => match.names);

/** Keys of three words or more, `UpdatePollIntervalSeconds`; `Servers` or `ServerURL` are used for anything. */
export const keysThatTell: readonly string[] = [
  ...new Set(
    [
      ...Object.keys(catalogue.keys),
      ...catalogue.rulesOf('config').flatMap(({ match }) => ('path' in match ? match.path : [])),
    ]
      .flatMap(path => path.split('.'))
      .filter(key => (key.match(/[A-Z]+[a-z]*/g) ?? []).length > 2),
  ),
];

const named = new RegExp(
  `(?<![\\w-])(?:${[
    call,
    ...[...unmistakableNames, ...oldUnits.map(name => `${name}.service`), ...busNames].map(escaped),
    ...keysThatTell,
  ].join('|')})(?![\\w-])`,
);

const betweenWords = new RegExp(ofList);

/** Runs of path characters. */
const pathLike = /[\w.@-]*\/[\w./@-]*/g;
const paths = catalogue.rulesOf('path').map(({ match }) => match.pattern);

/** Words of custom rules count like those of our own. */
export function mentionIn(text: string, projectWords: readonly string[] = []): string | undefined {
  const name = named.exec(text)?.[0];
  if (name !== undefined) return name.replace(betweenWords, ' ');
  for (const [path] of text.matchAll(pathLike)) if (paths.some(pattern => pattern.test(path))) return path;
  return projectWords.find(word => text.includes(word));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Functions of libraries whose results are known when what they are given is. Data only. */

export type TextFunction =
  /** Their first argument as it is; `object`: what they are called on. */
  | 'argument'
  | 'object'
  /** The words of it. */
  | 'words of argument'
  | 'words of object'
  /** A list, with a blank between its items. */
  | 'joined argument'
  | 'joined object'
  | 'joined by object'
  /** All arguments, as parts of a path. */
  | 'path'
  /** A pattern, and what is put into it. */
  | 'printf'
  | 'braces'
  | 'braces of object'
  | 'numbers of object'
  /** The list of them; a list, and more items. */
  | 'list'
  | 'longer list'
  /** The second argument, where nothing else is known. */
  | 'otherwise';

const names: readonly (readonly [TextFunction, string])[] = [
  [
    'argument',
    'str bytes String string QString QStringLiteral QLatin1String Path PurePath dedent trim TrimSpace escapeshellcmd const_cast static_cast reinterpret_cast Buffer.from sorted reversed tuple Array.from quote strdup QByteArray string_view',
  ],
  [
    'object',
    'c_str encode decode strip rstrip lstrip trimEnd trimStart toString toStdString toUtf8 toLocal8Bit toLatin1 as_posix constData trimmed data slice copy str_view dedent',
  ],
  ['words of argument', 'shlex.split shlex.quote_split Fields splitCommand parseArgsStringToArgv'],
  ['words of object', 'split'],
  ['joined argument', 'shlex.join list2cmdline'],
  ['path', 'os.path.join path.join filepath.Join path.posix.join path.resolve'],
  ['printf', 'Sprintf sprintf util.format asprintf'],
  ['braces', 'fmt.format std.format'],
  ['braces of object', 'format'],
  ['numbers of object', 'arg'],
  ['list', 'list QStringList'],
  ['longer list', 'append array_merge'],
  ['otherwise', 'os.environ.get environ.get os.getenv getenv'],
];

const byName: ReadonlyMap<string, TextFunction> = new Map(
  names.flatMap(([what, list]) => list.split(' ').map(name => [name, what] as const)),
);

const ofObject: ReadonlySet<string> = new Set(
  names.flatMap(([what, list]) => (what.includes('object') ? list.split(' ') : [])),
);

/** By its path; functions of objects need one. */
export function textFunction(path: readonly string[]): TextFunction | undefined {
  for (let from = 0; from < path.length; from++) {
    const name = path.slice(from).join('.');
    if (from === path.length - 1 && path.length === 1 && ofObject.has(name)) continue;
    const found = byName.get(name);
    if (found) return found;
  }
  return undefined;
}

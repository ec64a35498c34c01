/** Functions of libraries whose results follow from their arguments. Data only. */

export type TextFunction =
  /** Their first argument unchanged; the object that they are called on. */
  | 'argument'
  | 'object'
  /** The words of the argument. */
  | 'words of argument'
  | 'words of object'
  /** The items of a list as one text, with another text between them. */
  | 'joined'
  | 'joined words'
  /** All arguments, as parts of a path. */
  | 'path'
  /** A pattern, and the values inserted into it. */
  | 'printf'
  | 'printf into'
  | 'printf into limited'
  | 'braces'
  | 'braces of object'
  | 'numbers of object'
  /** The list of the arguments; a list, and more items. */
  | 'list'
  | 'longer list'
  /** The second argument, where nothing else is known. */
  | 'otherwise';

function table(rows: readonly (readonly [TextFunction, string])[]): ReadonlyMap<string, TextFunction> {
  return new Map(rows.flatMap(([what, names]) => names.split(' ').map(name => [name, what] as const)));
}

const functions = table([
  [
    'argument',
    'str bytes String string QString QStringLiteral QLatin1String QByteArray string_view Path PurePath Buffer.from dedent trim TrimSpace quote escapeshellcmd strdup const_cast static_cast reinterpret_cast sorted reversed tuple Array.from',
  ],
  ['words of argument', 'shlex.split strings.Fields strings.Split splitCommand parseArgsStringToArgv'],
  ['joined words', 'shlex.join list2cmdline'],
  ['joined', 'strings.Join implode'],
  ['path', 'os.path.join path.join path.posix.join path.resolve filepath.Join'],
  ['printf', 'Sprintf util.format'],
  ['braces', 'fmt.format std.format'],
  ['list', 'list QStringList'],
  ['longer list', 'append array_merge'],
  ['otherwise', 'os.environ.get environ.get os.getenv getenv'],
]);

const methods = table([
  [
    'object',
    'c_str str data encode decode strip rstrip lstrip trimEnd trimStart trim trimmed toString toStdString toUtf8 toLocal8Bit toLatin1 constData as_posix dedent slice copy',
  ],
  ['words of object', 'split'],
  ['joined', 'join'],
  ['braces of object', 'format'],
  ['numbers of object', 'arg'],
]);

/** In C, the result goes into the first argument. */
const inC = table([
  ['printf into', 'sprintf asprintf'],
  ['printf into limited', 'snprintf'],
  ['printf', 'QString.asprintf'],
]);

const elsewhere = table([['printf', 'sprintf']]);

/** By its path. A function that is called on an object is a method, unless it is a function of a module. */
export function textFunction(path: readonly string[], isC: boolean): TextFunction | undefined {
  const last = path.at(-1) ?? '';
  for (let from = 0; from < path.length - 1; from++) {
    const name = path.slice(from).join('.');
    const found = functions.get(name) ?? (isC ? inC.get(name) : undefined);
    if (found) return found;
  }
  const found = path.length > 1 ? methods.get(last) : undefined;
  return found ?? functions.get(last) ?? (isC ? inC : elsewhere).get(last);
}

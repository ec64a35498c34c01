/**
 * Tells a line that is plainly a command from a sentence, or from what a program printed: it begins with a program that
 * documentation about Mender calls, and goes on as no sentence does.
 */

/** What a sentence that begins with the name of a program does not go on with. */
const argument = /^(?:[-/.~$<"'|&;>\\{(*]|\d|[A-Z_]+$|mender$)|[/_=@*-]|\.\w|^[\w.-]+:\w/;

const plain = /^[a-z][a-z\d]*$/;

interface Program {
  /** Words without anything that no sentence has, which may follow: one of them, as it says what to do. */
  readonly verbs?: RegExp;
  /** How many of those; none in a program that is only given files. */
  readonly most: number;
  /** Those after which the name of something may stand. */
  readonly named?: RegExp;
}

const mender: Program = {
  verbs:
    /^(?:check|commit|install|rollback|resume|setup|snapshot|dump|daemon|bootstrap|help|version|read|write|validate|modify|login|artifacts?|devices?)$/,
  most: 2,
  named: /^install$/,
};
const units: Program = {
  verbs: /^(?:re)?(?:start|load|enable)$|^(?:stop|disable|status|mask|unmask|show|cat|edit|kill|preset|list|is)$/,
  most: 1,
};
const packages: Program = {
  verbs: /^(?:re)?install$|^(?:update|upgrade|remove|purge|autoremove|hold|unhold|policy|show|list|search)$/,
  most: 1,
};
const files: Program = { most: 0 };
const folder: Program = { verbs: /^\w+$/, most: 1 };
/** Nothing of theirs is reported: all they must not be is a sentence. */
const others: Program = {
  verbs: /^(?!(?:a|an|the|it|is|are|that|this|to|of|for|sure|in|on|and|or|with|you|your|not)$)/,
  most: 4,
};

/** By base name; names that begin with `mender-` are those of Mender's own. */
const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['mender', mender],
  ['systemctl', units],
  ['journalctl', files],
  ['cd', folder],
  ['service', units],
  ...named('apt apt-get apt-mark apt-cache aptitude dpkg dpkg-query opkg dnf snap', packages),
  ...named(
    'cat cp mv rm mkdir ln ls chmod chown touch tee sed grep tail head find stat tar unzip wget curl scp rsync dd sync mount umount export source echo printf which pidof pgrep pkill killall kill openssl sh bash',
    files,
  ),
  ...named(
    'git docker podman make bitbake kas repo npm pip pip3 python python3 ssh-keygen reboot poweroff sleep',
    others,
  ),
]);

function named(names: string, program: Program): (readonly [string, Program])[] {
  return names.split(' ').map(name => [name, program]);
}

/** What runs the rest of the line, with its options and whatever comes before that. */
const wrapper =
  /^(?:sudo(?:[ \t]+-[A-Za-z]+(?:[ \t]+(?=-)|[ \t]+[a-z]+(?=[ \t]+\/))?)*|nohup|time|env(?:[ \t]+\w+=\S*)+|(?:\w+=\S*(?=[ \t]))|(?:autossh|ssh)(?:[ \t]+-[A-Za-z]+(?:[ \t]+[^\s-]\S*=\S*|[ \t]+\d+|[ \t]+[~./]\S*)?)*[ \t]+(?!-)\S+|(?:docker|podman|kubectl)[ \t]+exec(?:[ \t]+-\S+)*[ \t]+(?!-)\S+(?:[ \t]+--)?|adb[ \t]+shell|chroot[ \t]+\S+)[ \t]+(?=\S)/;

/** How many of those may be around a command. */
const MOST_WRAPPERS = 4;

/** Lines that go with commands: what a shell's own words begin and end, a variable that is set. */
const between =
  /^[ \t]*(?:(?:then|do|else|fi|done|esac|\{|\}|;;)[ \t]*(?:[|>&#;].*)?|(?:if|elif|while|until)[ \t]+.*(?:;[ \t]*(?:then|do)|\])|for[ \t]+\w+[ \t]+in[ \t].*|(?:export[ \t]+)?[A-Za-z_]\w*=(?:\S*|"[^"]*"|'[^']*'|\$\(.*\)))[ \t]*$/;

export function goesWithCommands(line: string): boolean {
  return between.test(line);
}

/** `ownOnly`: only what documentation about Mender is about, and no other program. */
export function isPlainCommand(line: string, ownOnly = false): boolean {
  let text = line.trim();
  for (let count = 0; count < MOST_WRAPPERS; count++) {
    const before = wrapper.exec(text)?.[0];
    if (before === undefined) break;
    text = text.slice(before.length);
    if (/^["'].*["']$/.test(text)) text = text.slice(1, -1);
  }
  const [first = '', ...rest] = text.split(/[ \t]+/);
  const name = /^(?:(?:\/usr)?\/s?bin\/)?([a-z][a-z\d.-]*)$/.exec(first)?.[1];
  const isOwn =
    name !== undefined && (/^mender(?:-[a-z]+)*$/.test(name) || name === 'systemctl' || name === 'journalctl');
  const program = isOwn && name.startsWith('mender') ? mender : programs.get(name ?? '');
  if (!program || (ownOnly && !isOwn)) return false;
  return goesOnAsCommand(rest, program, first.includes('/'));
}

function goesOnAsCommand(all: readonly string[], program: Program, isPath: boolean): boolean {
  const operator = all.findIndex(word => /^(?:&&|\|\|?|;)$/.test(word));
  const words = operator < 0 ? all : all.slice(0, operator);
  if (words.length === 0) return program === others || program === files || (program === mender && isPath);
  let plainWords = 0;
  let known = 0;
  for (const [index, word] of words.entries()) {
    if (argument.test(word)) continue;
    if (!plain.test(word)) return false;
    const verb = program.verbs?.test(word) === true;
    if (verb && ++known <= program.most) continue;
    // The value of an option; the name of a command that nobody here knows; the operand of one that is known.
    if (isValued(words[index - 1])) continue;
    const isFirst = words.slice(0, index).every(before => before.startsWith('-'));
    const isOperand =
      index === words.length - 1 &&
      program.named?.test(words[index - 1] ?? '') === true &&
      words.some(other => other.startsWith('-'));
    if (program.most === 0 || !(isFirst || isOperand) || ++plainWords > 1) return false;
  }
  return true;
}

/** `--device-type NAME`, `-f FILE`; what is called like a question, or without anything, takes none. */
function isValued(before: string | undefined): boolean {
  return (
    before !== undefined &&
    /^--?[a-z][\w-]*$/.test(before) &&
    !/^-{1,2}(?:h|help|v|version|demo|no-\w[\w-]*)$/.test(before)
  );
}

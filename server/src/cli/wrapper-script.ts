/** A `mender` for the new client, as a POSIX script: the successors do what 3.x did. */

import { catalogue } from '../mender/catalogue.ts';
import type { Successor } from '../mender/patterns-of-calls.ts';
import { oldProgram, updateProgram } from '../mender/programs.ts';
import type { Target } from '../mender/version.ts';
import { wrapperNote } from '../mender/wrapper-note.ts';
import {
  key,
  levelBranches,
  optionBranches,
  secondWords,
  useBranches,
  type WrappedCommand,
  wrappedCommands,
} from './wrapper-tables.ts';

/** A command for which the target has no program is refused, with the reason. */
export function wrapperScript(target: Target): string {
  return [head(target), options(target), commands(), calls(target), main()].join('\n');
}

function head(target: Target): string {
  return `#!/bin/sh
# \`${oldProgram.name}\` for a device with Mender client ${target}: takes the command lines of 3.x, and of 2.x and 1.x as far as they
# are alike, and runs what took its place. Made by \`mender-lint wrapper --target ${target}\`; make it anew rather than edit it.
#
${wrapperNote.replace(/^/gm, '# ')}

warn() {
  printf '${oldProgram.name}: %s\\n' "$1" >&2
}

refuse() {
  warn "$1"
  exit 1
}

# As a word for eval.
quoted() {
  case $1 in
  *\\'*) printf '%s\\n' "$1" | sed "s/'/'\\\\\\\\''/g; 1s/^/'/; \\$s/\\$/'/" ;;
  *) printf "'%s'" "$1" ;;
  esac
}

# A log level of 3.x, which took them in any case.
level() {
  case $1 in
${indented(levelBranches(target), 2)}
  *) refuse "there is no log level \\\`$1\\\`, in 3.x either" ;;
  esac
}
`;
}

function options(target: Target): string {
  return `# Which option of 3.x a word is, by its place and its spelling.
meant() {
  case $1 in
${indented(optionBranches(), 2)}
  *) return 1 ;;
  esac
}

# What the program takes in place of the options in $given, in $first, $before and $own.
translate() {
  program=$1
  first='' before='' own=''
  eval "set -- $given"
  while [ "$#" -gt 0 ]; do
    value=$2
    case $program/$1 in
${indented(useBranches(target), 4)}
    *) refuse "\${program%% *} has no option \\\`--\${1#*/}\\\`" ;;
    esac
    shift 2
  done
}
`;
}

function commands(): string {
  const branches = wrappedCommands.flatMap(({ name, spellings }) => {
    const dashed = spellings.filter(spelling => spelling.startsWith('-'));
    return dashed.length > 0 ? [`${dashed.join(' | ')}) command=${name} ;;`] : [];
  });
  return `# Commands of 2.x and 1.x, which were written as options.
dashed() {
  case $1 in
${indented(branches, 2)}
  *) return 1 ;;
  esac
}

# A flag of 3.x, with the values that it could have.
flag() {
  case $1 in
  1 | t | T | true | TRUE | True) value=true ;;
  0 | f | F | false | FALSE | False) value=false ;;
  *) refuse "\\\`--$option\\\` is no \\\`$1\\\`: it is a flag" ;;
  esac
}
`;
}

function calls(target: Target): string {
  return `# Runs what took the place of the command.
run() {
  case $command in
${wrappedCommands.map(command => call(command, target)).join('\n')}
  *) refuse "there is no command \\\`$command\\\`, in 3.x either" ;;
  esac
}
`;
}

function call(command: WrappedCommand, target: Target): string {
  const { name, successors } = command;
  const missing = successors.find(({ program, command: word }) => !hasCommand(program, word, target));
  if (missing) return arm(name, [`refuse "Mender ${target} has no \\\`${callOf(missing)}\\\`"`]);
  const seconds = secondWords(name);
  const [first, second] = successors;
  const asked = `[ -z "$help" ] || exec ${callOf(second ?? first!)}${seconds.length > 0 ? ' ${second:+"$second"}' : ''} --help`;
  const checked = [...(seconds.length > 0 ? [secondWord(callOf(first!), seconds)] : []), asked, ...operandsOf(command)];
  if (first && second) return arm(name, [...checked, ...together(first, second)]);
  const words = [first!.program, '$first$before', first!.command ?? '', seconds.length > 0 ? '$second' : ''];
  return arm(name, [
    ...checked,
    `translate '${key(first!)}'`,
    command.operands === 0 ? '' : addOperands(catalogue.program(first!.program)?.dialect === 'strict'),
    `eval "exec ${words.filter(Boolean).join(' ').replace(' $first', '$first')}$own"`,
  ]);
}

/** The new parser would read a file that begins with a dash as an option. */
function addOperands(isStrict: boolean): string {
  const named = isStrict ? 'case $word in -*) word=./$word ;; esac; ' : '';
  return `for word; do ${named}own="$own $(quoted "$word")"; done`;
}

function hasCommand(program: string, command: string | undefined, target: Target): boolean {
  const grammar = catalogue.grammar(program, target);
  return grammar !== undefined && (command === undefined || grammar.commands.some(({ name }) => name === command));
}

const callOf = ({ program, command }: Successor) => (command === undefined ? program : `${program} ${command}`);

function operandsOf({ operands, ignoresMore, name }: WrappedCommand): readonly string[] {
  if (operands === 'any') return [];
  const more = `[ "$#" -le ${operands} ] || `;
  if (!ignoresMore) return [`${more}refuse "\\\`${name}\\\` takes no \\\`$${operands + 1}\\\`"`];
  const kept = operands === 0 ? 'set --' : 'set -- "$1"';
  return [`${more}{ warn "what follows is left out, as by 3.x: $${operands + 1}"; ${kept}; }`];
}

/** Without a second word it prints its help. */
function secondWord(program: string, words: readonly string[]): string {
  const others = words.filter(word => word !== 'help').join(' | ');
  const unknown = 'refuse "there is no command \\`$command $second\\`, in 3.x either"';
  return `case $second in ${others}) ;; help | '') exec ${program} --help ;; *) ${unknown} ;; esac`;
}

/** One process of 3.x was both: what ends it ends both, and so does a failure of the one that runs deployments. */
function together(first: Successor, second: Successor): readonly string[] {
  return [
    "beside='' main=''",
    `trap 'kill $beside $main 2>/dev/null' HUP INT TERM`,
    `translate '${key(first)}'`,
    `call="${first.program}$first$before ${first.command}$own"`,
    `translate '${key(second)}'`,
    'eval "$call &"',
    'beside=$!',
    `eval "${second.program}$first$before ${second.command}$own &"`,
    'main=$!',
    'wait "$main"',
    'status=$?',
    '# A signal ends the first wait, and not yet the daemon.',
    'wait "$main" 2>/dev/null',
    '[ "$status" -eq 0 ] || kill "$beside" 2>/dev/null',
    'wait "$beside" 2>/dev/null',
    'exit "$status"',
  ];
}

function arm(name: string, lines: readonly string[]): string {
  return `  ${name})\n${indented(lines.filter(Boolean), 4)}\n    ;;`;
}

function main(): string {
  const two = wrappedCommands.filter(({ name }) => secondWords(name).length > 0).map(({ name }) => name);
  return `# Commands of two words.
hasTwo() {
  case $1 in
  ${two.join(' | ')}) ;;
  *) return 1 ;;
  esac
}

# Pairs of words: where an option of 3.x stands and its name, and its value.
given=
command=
second=
help=
zone=global
operands=
isOver=

while [ "$#" -gt 0 ]; do
  word=$1
  shift
  case $isOver$word in
  --)
    # Before the command it ends the options of the program, after it those of the command.
    [ "$zone" = global ] || isOver=:
    continue
    ;;
  -?*) ;;
  *)
    if [ -z "$command" ]; then
      command=$word zone=$word
      [ -n "$word" ] || help=--help
    elif [ -z "$second$isOver" ] && hasTwo "$command"; then
      second=$word
    else
      operands="$operands $(quoted "$word")"
    fi
    continue
    ;;
  esac
  if [ -z "$command" ] && dashed "$word"; then
    zone=$command
    continue
  fi
  name=\${word#-}
  name=\${name#-}
  case $name in
  *=*) value=\${name#*=} name=\${name%%=*} hasValue=: ;;
  *) value=true hasValue= ;;
  esac
  meant "$zone/$name" || refuse "there is no option \\\`\${word%%=*}\\\` here, in 3.x either"
  case $takes in
  none) [ -z "$hasValue" ] || flag "$value" ;;
  *)
    if [ -z "$hasValue" ]; then
      [ "$#" -gt 0 ] || refuse "\\\`$word\\\` needs a value"
      value=$1
      shift
    fi
    ;;
  esac
  case $option in
  version) exec ${updateProgram} --version ;;
  help)
    [ "$zone" != global ] || exec ${updateProgram} --help
    help=--help
    ;;
  *)
    place=global
    [ "$zone" = global ] || place=own
    given="$given $place/$option $(quoted "$value")"
    ;;
  esac
done

case $command in
'') exec ${updateProgram} --help ;;
help | h)
  eval "set -- $operands"
  [ "$#" -gt 0 ] || exec ${updateProgram} --help
  command=$1 help=--help second=
  set --
  run
  ;;
esac

eval "set -- $operands"
run "$@"
`;
}

function indented(lines: readonly string[], by: number): string {
  return lines.map(line => `${' '.repeat(by)}${line}`).join('\n');
}

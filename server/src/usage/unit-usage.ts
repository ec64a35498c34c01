/** What a systemd unit file uses: units named by directives, commands it runs, and the unit it belongs to itself. */
import { execCommands, innerScriptOfExec } from '../syntax/exec-line.ts';
import type { Fragment, Range } from '../syntax/fragment.ts';
import { type Directive, parseUnit } from '../syntax/unit.ts';
import { literal, makeWord, skeleton, type Word } from '../syntax/word.ts';
import type { Frame } from './frame.ts';
import { shellUsages } from './shell/shell-usage.ts';
import { resolved } from './shell/variables.ts';
import type { Context, Usage } from './usage.ts';
import { runsOf } from './wrappers.ts';

/** systemd.service(5), systemd.socket(5), systemd.mount(5): directives that hold command lines; `Exec` is that of D-Bus services. */
const execDirective = /^Exec(?:Start|StartPre|StartPost|Condition|Stop|StopPre|StopPost|Reload|ReloadPost)?$/;

/** systemd.unit(5), systemd.path(5): directives that hold one path. */
const pathDirective =
  /^(?:(?:Condition|Assert)(?:Path(?:Exists|IsDirectory|IsSymbolicLink)|File(?:NotEmpty|IsExecutable))|Path(?:Exists|Changed|Modified))$/;

const unitContext: Context = {
  frame: undefined,
  language: 'unit',
  status: 'plain',
  captured: false,
  place: 'directive',
};

export function unitUsages(source: Fragment, path: string, role: 'unit' | 'drop-in', frame?: Frame): Usage[] {
  const tree = parseUnit(source);
  const usages: Usage[] = [];
  const unit = unitOf(path, role);
  if (unit !== undefined) usages.push({ kind: 'unit-file', role, unit, range: firstLine(source) });
  const inUnit: Context = unit === undefined ? unitContext : { ...unitContext, unit };
  for (const directive of tree.directives) {
    if (execDirective.test(directive.name)) usages.push(...execUsages(directive, { ...inUnit, frame }));
    else if (pathDirective.test(directive.name)) usages.push(pathUse(directive, { ...inUnit, frame }));
    else usages.push({ kind: 'unit-reference', directive, unit, frame });
  }
  return usages;
}

/** systemd.unit(5): the folder `NAME.service.d` holds drop-ins of `NAME.service`. */
function unitOf(path: string, role: 'unit' | 'drop-in'): string | undefined {
  const parts = path.split('/');
  return role === 'unit' ? parts.at(-1) : parts.at(-2)?.replace(/\.d$/, '');
}

function firstLine({ text, startOf, endOf }: Fragment): Range {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.slice(start).search(/[\r\n]|$/) + start;
  return { start: startOf(start), end: end > start ? endOf(end) : startOf(start) };
}

/** `!` asks whether the file is missing: then it is not needed. A `|` before it makes the condition one of several. */
function pathUse({ value }: Directive, context: Context): Usage {
  const [prefix] = /^\|?!?\s*/.exec(value.text)!;
  const text = value.text.slice(prefix.length).trimEnd();
  const range = { start: prefix.length, end: prefix.length + text.length };
  const word = makeWord(value, range, [literal(range.start, text, 'none')]);
  return { kind: 'path', source: value, word, created: prefix.includes('!'), program: undefined, context };
}

function execUsages(directive: Directive, context: Context): Usage[] {
  const usages: Usage[] = [];
  for (const { words, renamed } of execCommands(directive.value)) {
    const run = renamed ? [words[0]!, ...words.slice(2)] : words;
    addProgram(run, directive, context, usages);
  }
  return usages;
}

function addProgram(words: readonly Word[], directive: Directive, context: Context, usages: Usage[]): void {
  const [name, ...args] = words;
  if (!name || !words.some(word => skeleton(word).includes('mender'))) return;
  for (const run of runsOf(words)) {
    if (run.kind === 'program') addProgram(run.words, directive, context, usages);
    else
      usages.push(...shellUsages(innerScriptOfExec(run.word), { ...context, language: 'shell', place: 'statement' }));
  }
  usages.push({
    kind: 'invocation',
    source: directive.value,
    name: resolved(name),
    args: args.map(word => resolved(word)),
    command: { start: words[0]!.start, end: words.at(-1)!.end },
    context,
    certain: true,
    spread: false,
  });
}

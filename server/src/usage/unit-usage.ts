/** What a systemd unit file uses: units named by directives, commands it runs, and the unit it belongs to. */
import { execCommands, innerScriptOfExec } from '../languages/unit/exec-line.ts';
import { type Directive, listItems, parseUnit } from '../languages/unit/unit.ts';
import type { Fragment } from '../text/fragment.ts';
import { firstLine } from '../text/line.ts';
import { literal, makeWord, type Word } from '../text/word.ts';
import { type Branch, branchIn } from './branch-context.ts';
import { directiveContext, execUsages } from './exec-usage.ts';
import { resolved } from './shell/variables.ts';
import type { Context, UnitSection, Usage } from './usage.ts';

/**
 * systemd.service(5), systemd.socket(5), systemd.mount(5): directives that hold command lines; `Exec` is that of D-Bus
 * services.
 */
const execDirective = /^Exec(?:Start|StartPre|StartPost|Condition|Stop|StopPre|StopPost|Reload|ReloadPost)?$/;

/** systemd.unit(5), systemd.path(5): directives that hold one path. */
const pathDirective =
  /^(?:(?:Condition|Assert)(?:Path(?:Exists|IsDirectory|IsSymbolicLink)|File(?:NotEmpty|IsExecutable))|Path(?:Exists|Changed|Modified))$/;

export function unitUsages(
  source: Fragment,
  path: string,
  role: 'unit' | 'drop-in',
  { branchContext, keywords }: Pick<Context, 'branchContext' | 'keywords'>,
): Usage[] {
  const tree = parseUnit(source);
  const usages: Usage[] = [];
  const unit = unitOf(path, role);
  if (unit !== undefined) usages.push({ kind: 'unit-file', role, unit, range: firstLine(source) });
  const bySection = listsBySection(tree.directives);
  const section = unitSectionOf(source, bySection.get('Unit') ?? new Map());
  const context: Context = {
    ...directiveContext(keywords),
    branchContext,
    ...(unit !== undefined && { unit }),
    ...(section && { unitSection: section }),
  };
  const commands = new Map<string, object>();
  for (const [index, directive] of tree.directives.entries()) {
    if (execDirective.test(directive.name)) {
      const construct = commands.get(directive.name) ?? {};
      commands.set(directive.name, construct);
      usages.push(...execDirectiveUsages(directive, context, { node: construct, branch: index }));
    } else if (pathDirective.test(directive.name)) usages.push(pathUse(directive, context));
    else
      usages.push({ kind: 'unit-reference', directive, lists: bySection.get(directive.section)!, unit, branchContext });
  }
  const words = environmentOf(tree.directives);
  return words.length > 0 ? [...usages, { kind: 'unit-environment', words, unit, branchContext }] : usages;
}

function listsBySection(directives: readonly Directive[]): ReadonlyMap<string, ReadonlyMap<string, Set<string>>> {
  const bySection = new Map<string, Map<string, Set<string>>>();
  for (const { section, name, value } of directives) {
    const lists = bySection.get(section) ?? new Map<string, Set<string>>();
    bySection.set(section, lists);
    const list = lists.get(name) ?? new Set<string>();
    lists.set(name, list);
    for (const { text } of listItems(value)) list.add(text);
  }
  return bySection;
}

/** After the header of the section; before all other sections where there is none. */
function unitSectionOf(source: Fragment, lists: UnitSection['lists']): UnitSection | undefined {
  // A service of D-Bus has the same suffix, but not this section.
  if (!/^[ \t]*\[(?:Unit|Service)\]/m.test(source.text)) return undefined;
  const header = /^[ \t]*\[Unit\][ \t]*\r?\n/m.exec(source.text);
  const first = /^[ \t]*\[/m.exec(source.text)?.index ?? 0;
  return { source, at: header ? header.index + header[0].length : first, isMissing: !header, lists };
}

/** systemd.exec(5): "If the empty string is assigned to this option, the list of environment variables is reset". */
function environmentOf(directives: readonly Directive[]): readonly Word[] {
  let words: Word[] = [];
  for (const { section, name, value } of directives) {
    if (section !== 'Service' || name !== 'Environment') continue;
    if (value.text.trim() === '') words = [];
    words.push(...execCommands(value).flatMap(command => command.words));
  }
  return words;
}

/** systemd.unit(5): the folder `NAME.service.d` holds drop-ins of `NAME.service`. */
function unitOf(path: string, role: 'unit' | 'drop-in'): string | undefined {
  const parts = path.split('/');
  return role === 'unit' ? parts.at(-1) : parts.at(-2)?.replace(/\.d$/, '');
}

/** `!` tests whether the file is missing: then it is not needed. A `|` before it makes the condition one of several. */
function pathUse({ value }: Directive, context: Context): Usage {
  const [prefix] = /^\|?!?\s*/.exec(value.text)!;
  const text = value.text.slice(prefix.length).trimEnd();
  const range = { start: prefix.length, end: prefix.length + text.length };
  const word = makeWord(value, range, [literal(range.start, text, 'none')]);
  return {
    kind: 'path',
    source: value,
    word: resolved(word),
    created: prefix.includes('!'),
    program: undefined,
    context,
  };
}

/** Commands that may fail are all run, one after the other. */
function execDirectiveUsages({ value }: Directive, context: Context, place: Pick<Branch, 'node' | 'branch'>): Usage[] {
  const passed = branchIn(context.branchContext, { ...place, kind: 'list', condition: false, ignored: true });
  return execCommands(value).flatMap(({ words, renamed, ignored }) =>
    execUsages(renamed ? [words[0]!, ...words.slice(2)] : words, {
      source: value,
      // systemd.service(5): a failure fails the unit, or keeps it from starting.
      context: ignored ? { ...context, branchContext: passed, status: 'ignored' } : { ...context, status: 'tested' },
      innerScript: innerScriptOfExec,
    }),
  );
}

/** What a systemd unit file uses: units named by directives, commands it runs, and the unit it belongs to itself. */
import { execCommands, innerScriptOfExec } from '../syntax/exec-line.ts';
import type { Fragment } from '../syntax/fragment.ts';
import { firstLine } from '../syntax/line.ts';
import { type Directive, parseUnit } from '../syntax/unit.ts';
import { directiveContext, execUsages } from './exec-usage.ts';
import type { Context, Usage } from './usage.ts';

/** systemd.service(5), systemd.socket(5), systemd.mount(5): directives that hold command lines; `Exec` is that of D-Bus services. */
const execDirective = /^Exec(?:Start|StartPre|StartPost|Condition|Stop|StopPre|StopPost|Reload|ReloadPost)?$/;

export function unitUsages(source: Fragment, path: string, role: 'unit' | 'drop-in'): Usage[] {
  const tree = parseUnit(source);
  const usages: Usage[] = [];
  const unit = unitOf(path, role);
  if (unit !== undefined) usages.push({ kind: 'unit-file', role, unit, range: firstLine(source) });
  const context: Context = unit === undefined ? directiveContext : { ...directiveContext, unit };
  for (const directive of tree.directives) {
    if (execDirective.test(directive.name)) usages.push(...execDirectiveUsages(directive, context));
    else usages.push({ kind: 'unit-reference', directive, unit });
  }
  return usages;
}

/** systemd.unit(5): the folder `NAME.service.d` holds drop-ins of `NAME.service`. */
function unitOf(path: string, role: 'unit' | 'drop-in'): string | undefined {
  const parts = path.split('/');
  return role === 'unit' ? parts.at(-1) : parts.at(-2)?.replace(/\.d$/, '');
}

function execDirectiveUsages({ value }: Directive, context: Context): Usage[] {
  return execCommands(value).flatMap(({ words, renamed }) =>
    execUsages(renamed ? [words[0]!, ...words.slice(2)] : words, {
      source: value,
      context,
      innerScript: innerScriptOfExec,
    }),
  );
}

/** The command line: its words and options, and which command they call. Each command is in its own file. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { optIns } from '../languages/opt-ins.ts';
import { allRules, catalogue } from '../mender/catalogue.ts';
import { oldProgram } from '../mender/programs.ts';
import { listOfNames, shippedReleaseNames } from '../mender/release-names.ts';
import { yoctoNames } from '../mender/yocto.ts';
import { BASELINE_FILE } from '../options/baseline-file.ts';
import { PROJECT_FILE } from '../options/project-file.ts';
import { migrationFormats } from '../report/migration-formats.ts';
import { visible } from '../text/visible.ts';
import { version } from '../version.ts';
import { stackOf } from '../workspace/internal-error.ts';
import { type BaselineCommandOptions, baselineCommand } from './commands/baseline-command.ts';
import { type CheckCommandOptions, checkCommand } from './commands/check-command.ts';
import { type CompletionOptions, completionCommand, type Shell, shells } from './commands/completion-command.ts';
import { explainCommand } from './commands/explain-command.ts';
import { type FixCommandOptions, fixCommand } from './commands/fix-command.ts';
import { initCommand } from './commands/init-command.ts';
import { type ReportCommandOptions, reportCommand } from './commands/report-command.ts';
import { rulesCommand } from './commands/rules-command.ts';
import { whyCommand } from './commands/why-command.ts';
import { type WrapperCommandOptions, wrapperCommand } from './commands/wrapper-command.ts';
import { addExamples } from './examples.ts';
import { failOptions } from './fail-on.ts';
import { formats } from './formats/formats.ts';
import { inputOption } from './input.ts';
import { type ListOptions, listFormatOption } from './list-format.ts';
import { outputOptions } from './output.ts';
import { sayLines } from './say.ts';
import {
  archivesOption,
  emptyOption,
  forceExcludeOption,
  ruleOption,
  type SelectionOptions,
  selectionOptions,
  yoctoOption,
} from './scan-options.ts';
import { type CliContext, type ExitCode, exitCodes } from './streams.ts';
import { colorOption } from './style.ts';

interface Hooks {
  /** Serves the Language Server Protocol until the client disconnects. */
  readonly serve: () => Promise<void>;
}

/** `args` without the names of Node and the script. Resolves to the exit code; throws nothing. */
export async function run(args: readonly string[], context: CliContext, { serve }: Hooks): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const program = commands(context, serve, result => {
    code = result;
  });
  try {
    // Editors start `mender-lint --stdio` as well as `mender-lint lsp --stdio`.
    const words = args.some(isTransport) && !args.includes('lsp') ? ['lsp', ...args] : args;
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failure;
    const isDebugged = args.includes('--debug') || !(error instanceof Error);
    sayLines(context, `mender-lint: ${isDebugged ? stackOf(error) : error.message}`);
    return exitCodes.failure;
  }
}

function isTransport(word: string): boolean {
  return /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(word);
}

function commands(context: CliContext, serve: Hooks['serve'], finish: (code: ExitCode) => void): Command {
  const program = new Command('mender-lint')
    .description(
      `Finds what Mender client ${shippedReleaseNames.series} broke in scripts, units and configurations, and rewrites it.`,
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: text => context.err(text.split('\n').map(visible).join('\n')),
    })
    .showSuggestionAfterError();
  const check = program
    .command('check', { isDefault: false })
    .description(
      'check files and folders; exit with 0 when no error or warning is found, 1 when one is, 2 when something was not checked or fails',
    )
    .argument('[path...]', 'files and folders', ['.'])
    .addOption(targetOption())
    .addOption(fromOption())
    .addOption(yoctoOption())
    .addOption(ruleOption())
    .option('-q, --quiet', 'print findings only', false)
    .option('--statistics', 'print numbers by rule instead of findings', false)
    .option('--changed <diff>', 'only findings on lines that a unified diff changes; -: one on standard input')
    .option(
      '--show-files',
      "print the files that are read since they name something of Mender's, and no findings",
      false,
    )
    .option('--show-settings', 'print with which options the paths would be checked, as JSON, and check nothing', false)
    .action(async (paths: string[], options: CheckCommandOptions) => {
      finish(await checkCommand(paths, options, context));
    });
  const fix = program
    .command('fix')
    .description(
      'apply the safe fixes to files and folders; exit codes as for check, of what is left or, with --diff, would change',
    )
    .argument('[path...]', 'files and folders', ['.'])
    .addOption(targetOption())
    .addOption(fromOption())
    .addOption(yoctoOption())
    .addOption(ruleOption())
    .option('--unsafe', 'apply the first suggestion, too, where there is no safe fix', false)
    .option('--diff', 'print what would change and write nothing', false)
    .option('-q, --quiet', 'print no places, only numbers', false)
    .option('--follow-links', 'also write files outside the named paths, where a symlink leads to them', false)
    .action(async (paths: string[], options: FixCommandOptions) => {
      finish(await fixCommand(paths, options, context));
    });
  const baseline = program
    .command('baseline')
    .description(`record the findings of today in ${BASELINE_FILE}, so that check and the editor show new ones only`)
    .argument('[path...]', 'files and folders', ['.'])
    .addOption(targetOption())
    .addOption(fromOption())
    .addOption(yoctoOption())
    .option('--prune', 'record nothing new, and forget what is gone', false)
    .action(async (paths: string[], options: BaselineCommandOptions) => {
      finish(await baselineCommand(paths, options, context));
    });
  const report = program
    .command('report')
    .description(
      'report how far the migration is, by rule, folder and owner (CODEOWNERS); exit with 0 whatever is found, 2 when something was not checked or fails',
    )
    .argument('[path...]', 'files and folders', ['.'])
    .addOption(targetOption())
    .addOption(fromOption())
    .addOption(yoctoOption())
    .addOption(ruleOption())
    .option('--since <file>', 'what has changed since an earlier report, one of `report --format json`')
    .action(async (paths: string[], options: ReportCommandOptions) => {
      finish(await reportCommand(paths, options, context));
    });
  const why = program
    .command('why')
    .description('say why files are checked or not')
    .argument('<path...>', 'files and folders')
    .addOption(listFormatOption())
    .action((paths: string[], options: SelectionOptions & ListOptions) => finish(whyCommand(paths, options, context)));
  for (const option of outputOptions(formats, { what: 'findings', otherwise: 'text on a terminal, else concise' }))
    check.addOption(option);
  for (const option of outputOptions(migrationFormats, { what: 'the report', otherwise: 'markdown' }))
    report.addOption(option);
  for (const command of [check, fix, baseline, report])
    command.addOption(emptyOption()).addOption(forceExcludeOption());
  for (const option of [...failOptions(), colorOption(), inputOption()])
    for (const command of [check, fix]) command.addOption(option);
  for (const command of [check, baseline, report]) command.addOption(archivesOption());
  for (const option of selectionOptions())
    for (const command of [check, fix, baseline, report, why]) command.addOption(option);
  program
    .command('rules')
    .description('list all rules')
    .addOption(listFormatOption())
    .action((options: ListOptions) => finish(rulesCommand(options, context)));
  program
    .command('explain')
    .description('say what a rule finds, why, and what to write instead')
    .argument('<rule>', 'id of a rule, as in brackets after a finding')
    .addOption(listFormatOption())
    .action((id: string, options: ListOptions) => finish(explainCommand(id, options, context)));
  program
    .command('init')
    .description(`write a ${PROJECT_FILE} to begin with; one that is there is left as it is`)
    .action(async () => finish(await initCommand(context)));
  program
    .command('wrapper')
    .description(
      `print a \`${oldProgram.name}\` for devices with the new client, for scripts that cannot be edited: it takes what 3.x took`,
    )
    .addOption(targetOption())
    .option('--recipe', 'print a recipe of BitBake that installs it', false)
    .option(
      '--output-dir <folder>',
      'write files into this folder; with --recipe both, and never over one that is there',
    )
    .action(async (options: WrapperCommandOptions) => {
      finish(await wrapperCommand(options, context));
    });
  program
    .command('lsp')
    .description('serve the Language Server Protocol')
    .option('--stdio', 'over standard input and output (the default)')
    .option('--node-ipc', 'over the channel of a parent Node process')
    .option('--socket <port>', 'over a socket')
    .option('--pipe <name>', 'over a named pipe')
    .option('--clientProcessId <pid>', 'leave when this process does')
    .action(() => serve());
  program
    .command('completion')
    .description('print a script that completes the command line')
    .addArgument(new Argument('<shell>', 'the shell that runs it').choices(shells))
    .action((shell: Shell) => completionCommand(shell, completionOptions(program), context));
  program
    .command('help')
    .description('print help for a command')
    .argument('[command]')
    .action(async (name: string | undefined) => {
      const asked = name === undefined ? program : program.commands.find(each => each.name() === name);
      // Without a known command, the parser refuses the name as it does without `help`.
      if (asked) asked.outputHelp();
      else await program.parseAsync([name!], { from: 'user' });
    });
  addExamples(program);
  return program;
}

const { releaseNames } = catalogue;

function completionOptions(program: Command): CompletionOptions {
  const rules = allRules.map(({ id }) => id);
  return {
    program,
    operands: { explain: rules, completion: shells, help: program.commands.map(command => command.name()) },
    values: {
      '--rule': rules,
      '--target': releaseNames.targetNames.map(({ name }) => name),
      '--from': releaseNames.originNames.map(({ name }) => name),
      '--yocto': yoctoNames,
      '--fail-on': ['error', 'warning', 'info'],
      '--include': optIns,
    },
  };
}

function targetOption(): Option {
  const names = listOfNames(releaseNames.targetNames);
  const description = `release of the client to check for: ${names} (default: that of ${PROJECT_FILE}, else ${releaseNames.newest})`;
  return releaseOption('--target <release>', description, names, releaseNames.target);
}

function fromOption(): Option {
  const names = listOfNames(releaseNames.originNames);
  const description = `release that the files work with already: find only what was changed after it: ${names} (default: that of ${PROJECT_FILE}, else any)`;
  return releaseOption('--from <release>', description, names, releaseNames.origin);
}

function releaseOption<Name>(
  flags: string,
  description: string,
  names: string,
  find: (name: string) => Name | undefined,
): Option {
  return new Option(flags, description).argParser(value => {
    const found = find(value);
    if (found === undefined) throw new InvalidArgumentError(`It must be one of ${names}.`);
    return found;
  });
}

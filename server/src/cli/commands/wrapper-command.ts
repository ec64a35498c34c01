/** `mender-lint wrapper`: prints, or writes, a `mender` for devices with the new client. */

import { oldProgram } from '../../mender/programs.ts';
import { wrapperRecipeName } from '../../mender/recipe-names.ts';
import type { Target } from '../../mender/version.ts';
import { joined } from '../../workspace/file-system.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { printConfigurationErrors, releasesHere } from '../projects.ts';
import { absolute } from '../scan.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';
import { wrapperRecipe } from '../wrapper-recipe.ts';
import { wrapperScript } from '../wrapper-script.ts';
import { writeFile } from '../write-file.ts';

export interface WrapperCommandOptions {
  readonly target?: Target;
  readonly recipe: boolean;
  readonly outputDir?: string;
}

export async function wrapperCommand(
  { target: given, recipe, outputDir }: WrapperCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const projects = new ProjectFiles(context.files, { excludesBaselined: false });
  const target = given ?? releasesHere(projects, context.cwd).target;
  if (printConfigurationErrors(projects, context)) return exitCodes.failure;
  const script = wrapperScript(target);
  if (outputDir === undefined) {
    context.out(recipe ? wrapperRecipe(target) : script);
    return exitCodes.clean;
  }
  const files = new Map([[oldProgram.name as string, script]]);
  if (recipe) files.set(`${wrapperRecipeName}_${target}.bb`, wrapperRecipe(target));
  return (await write(outputDir, files, context)) ? exitCodes.clean : exitCodes.failure;
}

/** Writes all of them or, if one exists already, none. */
async function write(shown: string, texts: ReadonlyMap<string, string>, context: CliContext): Promise<boolean> {
  const { files, err } = context;
  const folder = files.realPath(absolute(context.cwd, shown));
  if (folder === undefined || files.kindOf(folder) !== 'folder') {
    err(`mender-lint: no such folder: ${shown}\n`);
    return false;
  }
  const taken = [...texts.keys()].filter(name => files.list(folder)?.some(entry => entry.name === name));
  for (const name of taken) err(`mender-lint: nothing is written: ${joined(shown, name)} is there already\n`);
  if (taken.length > 0) return false;
  for (const [name, text] of texts) {
    const file = { path: joined(shown, name), realPath: joined(folder, name), before: undefined };
    if (!(await writeFile(file, { text, encoding: 'utf-8' }, context))) return false;
    err(`Wrote ${joined(shown, name)}.\n`);
  }
  return true;
}

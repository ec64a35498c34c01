/** `mender-lint init`: writes an initial options file. An existing one stays as it is. */

import { catalogue } from '../../mender/catalogue.ts';
import { oldProgram } from '../../mender/programs.ts';
import { listOfNames } from '../../mender/release-names.ts';
import { sampleRules } from '../../mender/sample-rules.ts';
import { yoctoLayer } from '../../mender/tool-names.ts';
import { yoctoNames } from '../../mender/yocto.ts';
import { PROJECT_FILE } from '../../options/project-file.ts';
import { PROJECT_SCHEMA_URL } from '../../options/project-schema.ts';
import { joined } from '../../workspace/file-system.ts';
import { say } from '../say.ts';
import { absolute } from '../scan.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';
import { writeFile } from '../write-file.ts';

export async function initCommand(context: CliContext): Promise<ExitCode> {
  const { files, cwd } = context;
  const here = absolute(cwd, '.');
  const path = joined(here, PROJECT_FILE);
  if (files.kindOf(path) !== undefined || files.linkTarget(path) !== undefined) {
    say(context, `mender-lint: ${PROJECT_FILE} is there already, and left as it is`);
    return exitCodes.failure;
  }
  const home = files.realPath(here) ?? here;
  files.removeStrays(home);
  const realPath = joined(home, PROJECT_FILE);
  const after = { text: beginning(), encoding: 'utf-8' as const };
  if (!(await writeFile({ path, realPath, before: undefined }, after, context))) return exitCodes.failure;
  say(context, `Wrote ${PROJECT_FILE}.`);
  return exitCodes.clean;
}

function beginning(): string {
  const { releaseNames } = catalogue;
  return `{
  // For completion and hovers in editors; Mender Lint itself reads nothing from the network.
  "$schema": "${PROJECT_SCHEMA_URL}",

  // Release of the client that the files are to work with: ${listOfNames(releaseNames.targetNames)}.
  "target": "${releaseNames.newest}",

  // Release that they work with already; only what was changed after it is found: ${listOfNames(releaseNames.originNames)}.
  "from": "any",

  // Branches of ${yoctoLayer} that layers are for, where nothing in the repository says it: ${yoctoNames.join(', ')}.
  "yocto": [
    // "${yoctoNames[0]}"
  ],

  // Whether devices have the \`${oldProgram.name}\` that \`mender-lint wrapper\` writes.
  "wrapper": false,

  // Severity by rule: error, warning, information or off. \`mender-lint rules\` lists them.
  "rules": {
    // "${sampleRules.option}": "off"
  },

  // Files and folders that are not checked, as in a .gitignore.
  "exclude": [
    // "third-party"
  ],

  // Other options for some files; later ones win.
  "overrides": [
    // { "files": ["rescue/**"], "from": "any", "rules": { "${sampleRules.call}": "information" } }
  ]
}
`;
}

/** Speed compared with a named peer, in the same run, as ratios. `npm run bench`, or `npm run bench -- NAME ...`. */
import { benchCommandLine } from './command-line.ts';
import { benchExecutables } from './executables.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchSize } from './size.ts';
import { benchStartup } from './startup.ts';
import { benchThroughput } from './throughput.ts';
import { benchWorkspace } from './workspace.ts';

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  keystroke: benchKeystroke,
  throughput: benchThroughput,
  workspace: benchWorkspace,
  size: benchSize,
  startup: benchStartup,
  'command-line': benchCommandLine,
  executables: benchExecutables,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find(name => !(name in benches));
if (unknown !== undefined) {
  console.error(`no benchmark ${unknown}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) if (chosen.length === 0 || chosen.includes(name)) await bench();

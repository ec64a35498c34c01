/** How the processes of each generation are shown by programs that list or look for them. */
import type { Generation } from './generations.ts';
import { newProcesses, oldProcess } from './service-names.ts';

/** What ps(1) prints of them, with `-daemon` of 2.x. */
export const processLines: Readonly<Record<Generation, readonly string[]>> = {
  old: [`/usr/bin/${oldProcess} daemon`, `/usr/bin/${oldProcess} -daemon`, oldProcess],
  new: ['/usr/bin/mender-update daemon', '/usr/bin/mender-auth daemon', 'mender-update'],
};

/** The old one, as it is looked for by its name or its command line. The first group is the name. */
export const oldProcessPattern = new RegExp(`^\\^?(?:(?:/usr)?/?bin/)?(${oldProcess})(?: -?daemon)?\\$?$`);

/** The process that listens to signals. */
export const signalledProcess = newProcesses[1];

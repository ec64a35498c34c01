/** How programs that list processes show those of each generation. */
import type { Generation } from './generations.ts';
import { newProcesses, oldProcess } from './service-names.ts';

/** Their lines in ps(1), including `-daemon` of 2.x. */
export const processLines: Readonly<Record<Generation, readonly string[]>> = {
  old: [`/usr/bin/${oldProcess} daemon`, `/usr/bin/${oldProcess} -daemon`, oldProcess],
  new: ['/usr/bin/mender-update daemon', '/usr/bin/mender-auth daemon', 'mender-update'],
};

/** Patterns for the old one, by its name or its command line. The first group is the name. */
export const oldProcessPattern = new RegExp(`^\\^?(?:/usr/bin/)?(${oldProcess})(?: -?daemon)?\\$?$`);

/** The process that handles signals. */
export const signalledProcess = newProcesses[1];

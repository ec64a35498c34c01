/**
 * Many writers, each in its own folder, and each at its own moment when the process is killed: at that moment of the
 * first one, in the middle of a call of the file system, the second one begins, and so on. They use the writing code of
 * `mender-lint fix` and `baseline`. `writers.mjs FOLDER AFTER FILES MOMENTS`: the texts of the files 0.sh and so on in
 * the folders 0 and so on become that of the file AFTER; without MOMENTS, one writer writes to its end, and prints how
 * many it has.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../server/src/host/replace-file.ts';
import { removeStrays } from '../../server/src/host/stray-files.ts';
import { watchMoments } from './fs-moments.ts';

interface Writer {
  /** After its first file is created. */
  moments: number;
}

const [folder = '', after = '', files = '0', chosen = ''] = process.argv.slice(2);
const text = readFileSync(after);
const standsAt = chosen === '' ? [] : chosen.split(',').map(Number);
const writers: Writer[] = [];

/** Does not return while it has a moment to stop at. */
function begin(): void {
  const index = writers.length;
  if (index > 0 && index === standsAt.length) process.kill(process.pid, 'SIGKILL');
  writers.push({ moments: 0 });
  const own = join(folder, String(index));
  removeStrays(own);
  for (let file = 0; file < Number(files); file++) {
    const path = join(own, `${file}.sh`);
    const before = readFileSync(path);
    const written = replaceFile(path, before, text);
    if (written !== 'written') throw new Error(`${path}: ${written}`);
  }
  moment(false);
}

function moment(isMaking: boolean): void {
  const writer = writers.at(-1);
  if (!writer || (writer.moments === 0 && !isMaking)) return;
  if (++writer.moments === standsAt[writers.length - 1]) begin();
}

watchMoments(moment);
begin();
writeSync(2, `${writers[0]!.moments} moments\n`);

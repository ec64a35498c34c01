/**
 * Preloaded into a program: kills it at the n-th moment while it writes, `kill-at.mjs?moment=N`. Without a number it
 * prints how many there are.
 */
import { writeSync } from 'node:fs';
import { watchMoments } from './fs-moments.ts';

const chosen = new URL(import.meta.url).searchParams.get('moment');
let isWriting = false;
let moments = 0;

function moment(isMaking: boolean): void {
  isWriting ||= isMaking;
  if (isWriting && ++moments === Number(chosen)) process.kill(process.pid, 'SIGKILL');
}

watchMoments(moment);
process.on('exit', () => {
  moment(false);
  if (chosen === null) writeSync(2, `${moments} moments\n`);
});

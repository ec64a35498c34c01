/** The program `mender-lint`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { run } from './cli/run.ts';
import { filesWithHelp } from './host/helping-thread.ts';

// A run is over in less time than V8 needs to make much of the code faster, and with two cores the threads that do it are in the way of ours.
setFlagsFromString('--interrupt-budget=3000000');

async function serve(): Promise<void> {
  // A bundle of its own, so that checking files loads no protocol.
  createRequire(__filename)('./server.cjs');
  // The server ends the process itself when the client leaves.
  await new Promise(() => undefined);
}

const surroundings = {
  files: filesWithHelp(join(__dirname, 'helper.cjs')),
  out: (text: string, encoding?: 'utf-8' | 'latin1') => void process.stdout.write(text, encoding),
  err: (text: string) => void process.stderr.write(text),
};

run(process.argv.slice(2), surroundings, { serve }).then(code => {
  process.exitCode = code;
});

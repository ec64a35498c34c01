/** The program `mender-lint`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './cli/run.ts';
import { filesWithHelp } from './host/helping-thread.ts';

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

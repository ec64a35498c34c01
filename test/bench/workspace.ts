/**
 * Checking a whole Yocto tree: compared with ripgrep for the same words, shellcheck and ast-grep, on the same files.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { catalogue } from '../../server/src/mender/catalogue.ts';
import { root } from '../support/build.ts';
import { debianProgram, installNode, LATER_NODE, npmPackages } from '../support/tools.ts';
import { median, ms, percentile, ratio, row, timed } from './measure.ts';
import { ServerProcess } from './server-process.ts';
import { yoctoTree } from './yocto-tree.ts';

const SIZES = [50_000, 500_000];
const RUNS = 5;
const AST_GREP = '0.51.1';
/** Number of shell scripts from the tree; shellcheck would take minutes for all. */
const SHELLCHECK_FILES = 400;
const IDLE = 60_000;
const RG_OPTIONS = ['--files-with-matches', '-e', 'mender', '-e', 'MENDER'];

export async function benchWorkspace(): Promise<void> {
  const ours = new Map<number, number>();
  for (const files of SIZES) ours.set(files, await benchTree(files));
  const [small, large] = SIZES.map(files => ours.get(files)!);
  console.log(`\ngrowth from ${SIZES[0]} to ${SIZES[1]} files: ${(large! / small!).toFixed(1)} times`);
}

async function benchTree(files: number): Promise<number> {
  const { folder, seeded } = yoctoTree(files);
  console.log(
    `\na Yocto tree of ${files.toLocaleString('en')} files, ${seeded.findings} findings in ${seeded.files} of them`,
  );
  const quiet = { stdio: 'ignore' } as const;
  const rg = debianProgram('rg', 'ripgrep');
  const ripgrep = medianOf(() => spawnSync(rg, [...RG_OPTIONS, folder], quiet));
  const cold = medianOf(() => spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'check', folder], quiet));
  row('ripgrep --files-with-matches', ms(ripgrep));
  row('mender-lint check: new process', ms(cold), `${(cold / ripgrep).toFixed(2)} of rg`);
  const later = medianOf(() =>
    spawnSync(installNode(LATER_NODE), [join(root, 'dist/cli.cjs'), 'check', folder], quiet),
  );
  row(`the same under Node ${LATER_NODE}`, ms(later), `${(later / ripgrep).toFixed(2)} of rg`);

  const server = new ServerProcess();
  const first = performance.now();
  const { findings } = await server.start(folder);
  row('language server: start to all findings', ms(performance.now() - first), `${findings} found`);
  const again: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await server.checkAgain();
    again.push(performance.now() - start);
  }
  row('language server: everything again', ms(median(again)), `${(median(again) / ripgrep).toFixed(2)} of rg`);
  const delays = await answersWhile(server, () => server.checkAgain());
  row('an answer while it checks: median, 99 %', ms(median(delays)), ms(percentile(delays, 0.99)));
  row('language server: most memory', `${(server.peakMemory() / 1e6).toFixed(0)} MB`);
  if (files === SIZES[0]) {
    const before = server.processorTime();
    await new Promise(resolve => setTimeout(resolve, IDLE));
    row(`processor time in ${IDLE / 1000} idle seconds`, ms(server.processorTime() - before));
    benchLinters(folder, rg);
  }
  server.stop();
  return cold;
}

/** Milliseconds, with everything in the cache of the machine. */
function medianOf(run: () => void): number {
  run();
  return median(Array.from({ length: RUNS }, () => timed(run)));
}

/** Milliseconds for answers to requests that are sent one after the other. */
async function answersWhile(server: ServerProcess, work: () => Promise<unknown>): Promise<readonly number[]> {
  const delays: number[] = [];
  let isDone = false;
  const done = work().then(() => {
    isDone = true;
  });
  while (!isDone) {
    const start = performance.now();
    await server.connection.sendRequest('menderLint/why', { uri: 'untitled:x' });
    delays.push(performance.now() - start);
  }
  await done;
  return delays;
}

/** The shell scripts of the tree by name: these tools check nothing else. */
function benchLinters(folder: string, rg: string): void {
  const scripts = spawnSync('find', [folder, '-name', '*.sh', '-o', '-name', 'init-*'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
    .stdout.trim()
    .split('\n');
  const run = (program: string, args: readonly string[], files: readonly string[]) =>
    medianOf(() => spawnSync(program, [...args, ...files], { stdio: 'ignore' }));
  const ours = run(process.execPath, [join(root, 'dist/cli.cjs'), 'check'], scripts);
  row(`mender-lint check on its ${scripts.length} scripts`, ms(ours));
  const astGrep = join(
    npmPackages('ast-grep', { '@ast-grep/cli': AST_GREP, '@ast-grep/cli-linux-x64-gnu': AST_GREP }),
    'node_modules/@ast-grep/cli-linux-x64-gnu/ast-grep',
  );
  const one = run(astGrep, ['run', '--lang', 'bash', '--pattern', 'mender $$$ARGS'], scripts);
  row('ast-grep on them, one pattern', ms(one), ratio(ours, one));
  const rules = astGrepRules();
  const all = run(astGrep, ['scan', '--inline-rules', rules.join('\n---\n')], scripts);
  row(`ast-grep on them, ${rules.length} of our rules`, ms(all), ratio(ours, all));
  // The lower bound for any checker, in whatever language, and for any checker in Node.
  const opened = run(rg, RG_OPTIONS, scripts);
  row('bound: ripgrep on them', ms(opened), ratio(opened, all));
  const nothing = run(process.execPath, ['--eval', '0'], []);
  row('bound: Node with nothing to do', ms(nothing), ratio(nothing, all));
  const some = scripts.slice(0, SHELLCHECK_FILES);
  const few = timed(() => spawnSync(debianProgram('shellcheck'), ['-f', 'gcc', ...some], { stdio: 'ignore' }));
  const whole = (few * scripts.length) / some.length;
  row(`shellcheck on them, from ${some.length}`, ms(whole), ratio(ours, whole));
}

/** The shell rules that it can express: commands by their subcommands, and verbs for the old service. JSON is YAML. */
function astGrepRules(): readonly string[] {
  const commands = catalogue
    .rulesOf('command')
    .map(({ id, match }) => ({ id, words: ['mender', match.spellings] as const }));
  const services = catalogue.rulesOf('service').map(({ id, match }) => ({
    id,
    words: [match.manager, match.verbs ?? []] as const,
  }));
  return [...commands, ...services].map(({ id, words: [program, others] }) =>
    JSON.stringify({
      id,
      language: 'bash',
      message: id,
      rule: { kind: 'command', regex: `(^|[ /])${program} (.* )?(${others.join('|')})` },
    }),
  );
}

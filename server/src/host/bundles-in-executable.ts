/** The bundles inside of a single executable, whose `require` knows Node's own modules alone. */
import { getAsset } from 'node:sea';
import { compileFunction } from 'node:vm';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** As `bundles.ts` has it. */
export function startBundle(name: string, options: WorkerOptions): Worker {
  return new Worker(textOf(name), { ...options, eval: true });
}

/** What the bundle exports. */
export function loadBundle(name: string): unknown {
  const module = { exports: {} };
  compileFunction(textOf(name), ['exports', 'require', 'module'], { filename: `${name}.cjs` })(
    module.exports,
    require,
    module,
  );
  return module.exports;
}

function textOf(name: string): string {
  return getAsset(`${name}.cjs`, 'utf8');
}

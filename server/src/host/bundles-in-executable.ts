/** The bundles inside of a single executable, whose `require` finds only Node's own modules. */
import { getAsset } from 'node:sea';
import { compileFunction } from 'node:vm';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The counterpart of that in `bundles.ts`. */
export function startBundle(name: string, options: WorkerOptions): Worker {
  return new Worker(textOf(name), { ...options, eval: true });
}

/** The exports of the bundle. */
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

/** Makes something happen right before calls of node:fs, at moments that no waiting could hit. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Calls = Partial<Record<keyof typeof fs, (...args: unknown[]) => void>>;

/**
 * `use` ends when it returns, or when the returned promise is settled. Calls inside `calls` reach the system itself.
 */
export function withFileCalls<Result>(calls: Calls, use: () => Result): Result {
  const own = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const names = Object.keys(calls) as (keyof typeof fs)[];
  const before = names.map(name => [name, own[name]!] as const);
  const restore = () => {
    for (const [name, call] of before) own[name] = call;
    syncBuiltinESMExports();
  };
  let isInside = false;
  for (const [name, call] of before) {
    own[name] = (...args) => {
      if (!isInside) {
        isInside = true;
        try {
          calls[name]!(...args);
        } finally {
          isInside = false;
        }
      }
      return call(...args);
    };
  }
  syncBuiltinESMExports();
  let result: Result;
  try {
    result = use();
  } catch (error) {
    restore();
    throw error;
  }
  if (result instanceof Promise) return result.finally(restore) as Result;
  restore();
  return result;
}

/** An error inside Mender Lint, in one rule. */
import { findRule } from '../../server/src/mender/catalogue.ts';

/** While `use` runs, every access to the message of a rule throws. */
export async function withThrowingRule<Result>(id: string, use: () => Promise<Result>): Promise<Result> {
  const row = findRule(id)!;
  const { message } = row;
  const define = (descriptor: PropertyDescriptor) =>
    Object.defineProperty(row, 'message', { configurable: true, enumerable: true, ...descriptor });
  define({
    get: () => {
      throw new RangeError('trouble');
    },
  });
  try {
    return await use();
  } finally {
    define({ value: message, writable: true });
  }
}

/**
 * Result ids of lists of findings, so that a client is not sent a list that it already has. They differ from those of
 * any other server process.
 */
/** It need not be hard to guess, only different each time. */
const server = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
let last = 0;

export function newResultId(): string {
  return `${server}:${++last}`;
}

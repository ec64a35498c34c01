/**
 * Result ids of lists of findings, so that a client is not sent a list that it has. They differ from those of any other
 * server process.
 */
import { randomUUID } from 'node:crypto';

const server = randomUUID();
let last = 0;

export function newResultId(): string {
  return `${server}:${++last}`;
}

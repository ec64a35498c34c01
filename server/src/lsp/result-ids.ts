/**
 * Ids for lists of findings, so that a client that has a list is not sent it again. Unlike those of any other server.
 */
import { randomUUID } from 'node:crypto';

const server = randomUUID();
let last = 0;

export function newResultId(): string {
  return `${server}:${++last}`;
}

/**
 * `setImmediate` for browsers, where the bundler replaces that of Node with it: a turn of the event loop, without the
 * delay of a timer.
 */

/** In all browsers, but not in the types of Node. */
const { port1, port2 } = new MessageChannel() as unknown as Channel;

interface Channel {
  readonly port1: { onmessage: () => void };
  readonly port2: { postMessage(message: unknown): void };
}

const waiting: (() => void)[] = [];

port1.onmessage = () => waiting.shift()?.();

function runSoon(run: () => void): void {
  waiting.push(run);
  port2.postMessage(undefined);
}

export { runSoon as setImmediate };

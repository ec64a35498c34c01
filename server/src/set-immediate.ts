/** `setImmediate` for browsers, where the bundler puts it in the place of that of Node: a turn of the event loop, without the wait of a timer. */

/** What all browsers have, and the types of Node do not. */
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

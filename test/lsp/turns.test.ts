/** Requests of the editor before work in the background. */
import assert from 'node:assert/strict';
import { Turns } from '../../server/src/lsp/turns.ts';
import { inSlices } from '../../server/src/workspace/slices.ts';

describe('requests before background work', () => {
  it('work in the background waits until all requests are answered', async () => {
    const turns = new Turns();
    const order: string[] = [];
    let [answerOne, answerTwo] = [(_: unknown) => {}, (_: unknown) => {}];
    const one = turns.first(() => new Promise(resolve => (answerOne = resolve)));
    const two = turns.first(() => new Promise(resolve => (answerTwo = resolve)));
    const last = turns.last().then(() => order.push('background'));
    await new Promise(setImmediate);
    order.push('one');
    answerOne(undefined);
    await one;
    await new Promise(setImmediate);
    order.push('two');
    answerTwo(undefined);
    await Promise.all([two, last]);
    assert.deepEqual(order, ['one', 'two', 'background']);
  });

  it('a request that fails counts as answered', async () => {
    const turns = new Turns();
    await assert.rejects(turns.first(() => Promise.reject(new Error('no'))));
    await turns.last();
  });

  it('long work pauses for a request that comes meanwhile', async () => {
    const turns = new Turns();
    const { signal } = new AbortController();
    const order: string[] = [];
    const steps = function* () {
      for (let step = 0; step < 2; step++) {
        const end = performance.now() + 10;
        while (performance.now() < end);
        yield step;
      }
    };
    let answer = (_: unknown) => {};
    setImmediate(() => {
      void turns.first(() => new Promise(resolve => (answer = resolve)));
      setImmediate(() => {
        order.push('answer');
        answer(undefined);
      });
    });
    await inSlices(steps(), step => order.push(`step ${step}`), { signal, letIn: () => turns.last() });
    assert.deepEqual(order, ['step 0', 'answer', 'step 1']);
  });
});

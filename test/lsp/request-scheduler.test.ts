/** Requests of the editor before work in the background. */
import assert from 'node:assert/strict';
import { RequestScheduler } from '../../server/src/lsp/request-scheduler.ts';
import { inSlices } from '../../server/src/workspace/slices.ts';

describe('requests before background work', () => {
  it('work in the background waits until all requests are answered', async () => {
    const scheduler = new RequestScheduler();
    const order: string[] = [];
    let [answerOne, answerTwo] = [(_: unknown) => {}, (_: unknown) => {}];
    const one = scheduler.foreground(() => new Promise(resolve => (answerOne = resolve)));
    const two = scheduler.foreground(() => new Promise(resolve => (answerTwo = resolve)));
    const last = scheduler.yieldToRequests().then(() => order.push('background'));
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
    const scheduler = new RequestScheduler();
    await assert.rejects(scheduler.foreground(() => Promise.reject(new Error('no'))));
    await scheduler.yieldToRequests();
  });

  it('long work pauses for a request that comes meanwhile', async () => {
    const scheduler = new RequestScheduler();
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
      void scheduler.foreground(() => new Promise(resolve => (answer = resolve)));
      setImmediate(() => {
        order.push('answer');
        answer(undefined);
      });
    });
    await inSlices(steps(), step => order.push(`step ${step}`), { signal, letIn: () => scheduler.yieldToRequests() });
    assert.deepEqual(order, ['step 0', 'answer', 'step 1']);
  });
});

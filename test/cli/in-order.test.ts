/** Concurrent tasks are handled in order, and never more than allowed. */
import assert from 'node:assert/strict';
import { InOrder } from '../../server/src/cli/in-order.ts';

describe('concurrent tasks', () => {
  it('are handled in the order in which they were started', async () => {
    const taken: number[] = [];
    const settle: (() => void)[] = [];
    const inOrder = new InOrder<number>(3);
    const begin = (number: number) =>
      inOrder.add(new Promise<number>(resolve => settle.push(() => resolve(number))), result => taken.push(result));
    await begin(0);
    await begin(1);
    const third = begin(2);
    settle[2]!();
    settle[1]!();
    assert.deepEqual(taken, []);
    settle[0]!();
    await third;
    assert.deepEqual(taken, [0]);
    await inOrder.end();
    assert.deepEqual(taken, [0, 1, 2]);
  });

  it('fail when the turn of the failed one comes', async () => {
    const taken: string[] = [];
    const inOrder = new InOrder<string>(4);
    await inOrder.add('first', result => taken.push(result));
    await inOrder.add(Promise.reject(new Error('second')), result => taken.push(result));
    await inOrder.add('third', result => taken.push(result));
    await assert.rejects(inOrder.end(), /second/);
    assert.deepEqual(taken, ['first']);
  });
});

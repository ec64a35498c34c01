/** Schedules requests of the editor before work in the background. */
import { messagesIn } from '../workspace/slices.ts';

export class RequestScheduler {
  #unanswered = 0;
  #waiting: (() => void)[] = [];

  async foreground<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    this.#unanswered++;
    try {
      return await answer();
    } finally {
      this.#unanswered--;
      if (this.#unanswered === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Lets messages in; resolves when they have been answered. */
  async yieldToRequests(): Promise<void> {
    await messagesIn();
    while (this.#unanswered > 0) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }
}

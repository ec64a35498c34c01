/** Both devices together, and what they remember of scripts they ran. */
import { type Generation, type Situation, situations, type Trace } from './model.ts';
import { Runner, type Script } from './runner.ts';

export interface Pair {
  readonly situation: Situation;
  readonly old: Trace;
  readonly young: Trace;
}

const MOST_REMEMBERED = 400;

export class Devices {
  readonly #runners: Readonly<Record<Generation, Runner>>;
  readonly #known = new Map<string, Trace>();
  runs = 0;

  static async start(): Promise<Devices> {
    const old = await Runner.start('old');
    try {
      return new Devices({ old, new: await Runner.start('new') });
    } catch (error) {
      await old.stop();
      throw error;
    }
  }

  private constructor(runners: Readonly<Record<Generation, Runner>>) {
    this.#runners = runners;
  }

  async run(generation: Generation, script: Script, situation: Situation): Promise<Trace> {
    const key = `${generation} ${situation.name} ${script.args?.join('\t') ?? ''} ${script.text}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.runs++;
    const trace = await this.#runners[generation].run(script, situation);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(key, trace);
    return trace;
  }

  /** The one script on the old device and the other on the new, in each situation; as soon as it is wanted, one after the other. */
  async *pairs(old: Script, young: Script, chosen: readonly Situation[] = situations): AsyncGenerator<Pair> {
    for (const situation of chosen) {
      const traces = await Promise.all([this.run('old', old, situation), this.run('new', young, situation)]);
      yield { situation, old: traces[0], young: traces[1] };
    }
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.#runners).map(runner => runner.stop()));
  }
}

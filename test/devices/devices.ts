/** Both devices together, each in every situation, with a cache of scripts they ran. */
import { type Generation, type Situation, situations, type Trace } from './model.ts';
import { type Parts, parts } from './packages.ts';
import { type TreeOf, treesOf } from './root-files.ts';
import { Runner, type Script } from './runner.ts';

export interface Pair {
  readonly situation: Situation;
  readonly old: Trace;
  readonly young: Trace;
}

const MOST_REMEMBERED = 400;

export class Devices {
  readonly #parts: Parts;
  readonly #trees: TreeOf;
  readonly #runners = new Map<string, Promise<Runner>>();
  readonly #known = new Map<string, Promise<Trace>>();
  runs = 0;

  /** Throws with an instruction when no device can be entered. */
  static async start(): Promise<Devices> {
    const built = parts();
    const devices = new Devices(built, treesOf(built));
    await devices.#runner('old', situations[0]!);
    return devices;
  }

  private constructor(built: Parts, trees: TreeOf) {
    this.#parts = built;
    this.#trees = trees;
  }

  run(generation: Generation, script: Script, situation: Situation): Promise<Trace> {
    const key = `${generation} ${situation.name} ${script.args?.join('\t') ?? ''} ${script.text}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.runs++;
    const trace = this.#runner(generation, situation).then(runner => runner.run(script));
    if (this.#known.size >= MOST_REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(key, trace);
    return trace;
  }

  /** One script on the old device and the other on the new, in each situation. */
  pairs(old: Script, young: Script, chosen: readonly Situation[] = situations): Promise<Pair[]> {
    return Promise.all(
      chosen.map(async situation => {
        const traces = await Promise.all([this.run('old', old, situation), this.run('new', young, situation)]);
        return { situation, old: traces[0], young: traces[1] };
      }),
    );
  }

  async stop(): Promise<void> {
    const runners = await Promise.allSettled(this.#runners.values());
    await Promise.all(runners.map(started => (started.status === 'fulfilled' ? started.value.stop() : undefined)));
  }

  /** A separate device for each situation: its files need not change from run to run, and all can run at once. */
  #runner(generation: Generation, situation: Situation): Promise<Runner> {
    const key = `${generation} ${situation.name}`;
    const known = this.#runners.get(key);
    if (known) return known;
    const runner = Runner.start(generation, situation, this.#trees(generation, situation), this.#parts);
    this.#runners.set(key, runner);
    return runner;
  }
}

/** What the texts of a script can be on a device that has one generation and nothing of the other. */
import type { Generation } from '../../catalogue/generations.ts';
import type { Assigned, CommandLine, Condition, Frame, Text } from '../../usage/frame.ts';
import type { Nesting } from './nesting.ts';
import { printed, type ReadLine } from './pipelines.ts';
import type { Truth } from './truth.ts';
import { anyOf, joinedValue, knownValue, unknownValue, type Value, versionValue } from './values.ts';

/** What texts depend on that commands print, or that variables hold after some of them. */
interface Device {
  readonly runs: (frame: Frame | undefined) => Truth;
  readonly holds: (condition: Condition) => Truth;
}

export class Texts {
  readonly #installed: Generation;
  readonly #device: Device;
  readonly #nesting: Nesting;
  readonly #values = new Map<Text, Value>();

  constructor(installed: Generation, device: Device, nesting: Nesting) {
    this.#installed = installed;
    this.#device = device;
    this.#nesting = nesting;
  }

  line(line: CommandLine): ReadLine {
    const values = line.map(text => this.value(text));
    return { values, words: values.map(({ texts }) => texts ?? ['\0']) };
  }

  value(text: Text): Value {
    const known = this.#values.get(text);
    if (known || this.#nesting.isTooDeep) return known ?? unknownValue;
    this.#values.set(text, unknownValue);
    const value = this.#nesting.within(() => this.#read(text));
    this.#values.set(text, value);
    return value;
  }

  #read(text: Text): Value {
    switch (text.kind) {
      case 'unknown':
      case 'argument':
        return unknownValue;
      case 'literal':
        return knownValue([text.value]);
      case 'joined':
        return joinedValue(text.parts.map(part => this.value(part)));
      case 'part': {
        const { version, filled } = this.value(text.of);
        return version ? versionValue : filled === false ? knownValue(['']) : unknownValue;
      }
      case 'output':
        return printed(
          text.of.commands.map(line => this.line(line)),
          text.of.input && this.value(text.of.input),
          this.#installed,
        );
      case 'status': {
        const status = this.#device.holds(text.of);
        return status === undefined ? unknownValue : knownValue([status ? '0' : '1']);
      }
      case 'choice': {
        const test = this.#device.holds(text.test);
        const values = [...(test === false ? [] : [text.yes]), ...(test === true ? [] : [text.no])];
        return anyOf(values.map(value => this.value(value)));
      }
      case 'variable':
        return this.#variable(text.name, text.values());
    }
  }

  /** Values given where the script surely comes by replace those before them. */
  #variable(name: string, assigned: readonly Assigned[]): Value {
    if (assigned.length === 0) return namesVersion(name) ? versionValue : unknownValue;
    // Until it is given a value, it is empty.
    let possible: Value[] = [knownValue([''])];
    for (const { frame, text } of assigned) {
      const runs = this.#device.runs(frame);
      if (runs === false) continue;
      if (runs === true) possible = [];
      possible.push(this.value(text()));
    }
    const value = anyOf(possible);
    return value.texts || value.version || !namesVersion(name) ? value : versionValue;
  }
}

/** `MENDER_VERSION`, from the environment or from where this cannot see. */
function namesVersion(name: string): boolean {
  return /mender.*(?:ver|major|gen)/i.test(name);
}

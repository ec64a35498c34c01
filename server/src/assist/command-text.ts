/** Descriptions of programs, subcommands and options of Mender, in Markdown. */
import { splitRelease } from '../mender/generations.ts';
import { type OptionFacts, programFacts } from '../mender/program-facts.ts';
import type { CommandSpec, OptionSpec } from '../mender/programs.ts';
import type { Lifetime } from '../mender/version.ts';

export function programText(program: string): string {
  const { purpose, source } = programFacts[program] ?? { purpose: '', source: '' };
  return text(program, purpose, source);
}

export function commandText(program: string, { name, ...lifetime }: CommandSpec): string {
  const { commands = {}, source = '' } = programFacts[program] ?? {};
  return text(`${program} ${name}`, sentences(commands[name] ?? '', lifetime), source);
}

/** `-d FOLDER` */
export function optionNameText(program: string, option: OptionSpec): string {
  const value = option.value && (factsOf(program, option)?.value ?? 'VALUE');
  return [option.short === undefined ? '' : `-${option.short}`, value ?? ''].filter(Boolean).join(' ');
}

export function optionText(program: string, option: OptionSpec): string {
  const { purpose = '', unset } = factsOf(program, option) ?? {};
  const { short, deprecated, unusable } = option;
  const name = [`--${option.name}`, ...(short === undefined ? [] : [`-${short}`])].join(', ');
  const more = [
    ...(unset === undefined ? [] : [`Default: \`${unset}\`.`]),
    ...(deprecated ? [`Deprecated since ${deprecated.since}: \`--${deprecated.use}\` takes its place.`] : []),
    ...(unusable === undefined ? [] : [`It cannot be used: ${unusable}.`]),
  ];
  return text(
    `${program} ${name}`,
    sentences([purpose, ...more].filter(Boolean).join(' '), option),
    programFacts[program]?.source ?? '',
  );
}

export function examplesOf(program: string, option: OptionSpec): readonly string[] {
  return factsOf(program, option)?.examples ?? [];
}

function factsOf(program: string, { name }: OptionSpec): OptionFacts | undefined {
  return programFacts[program]?.options[name];
}

function sentences(purpose: string, { since, until }: Lifetime): string {
  const span = [
    // The release is left out for what came with the programs themselves.
    ...(since === undefined || since === splitRelease ? [] : [`There since ${since}.`]),
    ...(until === undefined ? [] : [`Gone in ${until}.`]),
  ];
  return [purpose, ...span].filter(Boolean).join(' ');
}

function text(name: string, purpose: string, source: string): string {
  return [`**\`${name}\`**: ${purpose}`, ...(source ? [`Source: \`${source}\``] : [])].join('\n\n');
}

/** Shorthand for the examples of a row. */
import type { Example, ExampleLanguage } from './rule.ts';

function example(language: ExampleLanguage, bad: string, good?: string, path?: string): Example {
  return { language, bad, ...(good === undefined ? {} : { good }), ...(path === undefined ? {} : { path }) };
}

/** `good` is the text after the first fix; absent when there is none. */
export function shell(bad: string, good?: string, path?: string): Example {
  return example('shell', bad, good, path);
}

export function unit(bad: string, good?: string, path?: string): Example {
  return example('unit', bad, good, path);
}

export function json(bad: string, good?: string, path?: string): Example {
  return example('json', bad, good, path);
}

export function bitbake(bad: string, good?: string, path?: string): Example {
  return example('bitbake', bad, good, path);
}

export function control(bad: string, good?: string, path?: string): Example {
  return example('control', bad, good, path);
}

export function yaml(bad: string, good?: string, path?: string): Example {
  return example('yaml', bad, good, path);
}

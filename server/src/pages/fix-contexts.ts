/**
 * Where a usually safe fix must be reviewed, or is not offered: tried with the examples of the rule, in many kinds of
 * places.
 */

import { check } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { createDocument } from '../languages/document.ts';
import { optIns } from '../languages/opt-ins.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { exampleTarget } from '../mender/example-target.ts';
import { configurationPath } from '../mender/file-names.ts';
import type { Example, ExampleLanguage, Rule, Safety } from '../mender/rule.ts';
import { oneCall as sources } from './one-call.ts';

/** A place that the text of an example can be put into. */
interface Context {
  /** The reason, as a clause. */
  readonly where: string;
  /** That of the example by default. */
  readonly path?: string;
  /** `path` is that of the example. */
  readonly around: (text: string, path: string) => string;
  /** The part of it that is shown on the page. */
  readonly shown: (text: string, path: string) => string;
}

const script = 'script.sh';

function inScript(where: string, around: (text: string) => string): Context {
  return { where, path: script, around, shown: around };
}

/** In the order of the page. */
const shellContexts: readonly Context[] = [
  inScript('its exit status decides', text => `if ${text}; then reboot; fi`),
  inScript('what follows depends on its failure', text => `${text} || reboot`),
  inScript('its output is kept in a variable', text => `x=$(${text})`),
  inScript('its output goes to another program', text => `${text} | head -n 1`),
  inScript('its output goes to a file', text => `${text} >/tmp/out`),
  inScript('a word that only the device knows runs it', text => `$RUN ${text}`),
  inScript('a word that only the device knows follows it', text => `${text} $ARGS`),
  inScript('another machine runs it', text => `ssh device '${text}'`),
  inScript('a string is run', text => `eval "${text}"`),
  inScript('a variable holds it', text => `CMD='${text}'; $CMD`),
  {
    where: 'a unit runs it',
    path: 'product.service',
    around: text => `[Service]\nExecStart=/usr/bin/${text}\n`,
    shown: text => `ExecStart=/usr/bin/${text}`,
  },
  {
    where: 'a health check of a container runs it',
    path: 'Dockerfile',
    around: text => `HEALTHCHECK CMD ${text}\n`,
    shown: text => `HEALTHCHECK CMD ${text}`,
  },
  {
    where: 'a program in another language runs it',
    path: 'tool.py',
    around: text => `os.system(${JSON.stringify(text)})`,
    shown: text => `os.system(${JSON.stringify(text)})`,
  },
];

/** A script that writes the file to its place. */
const written: Context = {
  where: 'a script writes the file',
  path: script,
  around: (text, path) => `cat >/${path} <<EOF\n${text.trimEnd()}\nEOF\n`,
  shown: (_, path) => `cat >/${path} <<EOF`,
};

const configurationContexts: readonly Context[] = [
  {
    where: 'something else is wrong with the file, such as a comment, so that it is not read',
    around: text => `// Ours\n${text}`,
    shown: () => '// Ours',
  },
  {
    where: 'a template puts something into it',
    around: text => text.replace('{', '{ @OURS@'),
    shown: () => '@OURS@',
  },
  written,
];

const contexts: Partial<Readonly<Record<ExampleLanguage, readonly Context[]>>> = {
  shell: shellContexts,
  json: configurationContexts,
  unit: [written],
};

export interface UnsafeContext {
  readonly where: string;
  readonly example: string;
  /** `none`: no fix is offered. */
  readonly fix: 'review' | 'none';
}

/** Empty for rules without a safe fix. */
export function unsafeContexts(definition: Rule, catalogue: Catalogue): readonly UnsafeContext[] {
  const example = definition.examples.find(each => isPlain(each) && bestFix(definition, each, catalogue) === 'safe');
  if (!example) return [];
  const text = example.language === 'shell' ? example.bad.trim() : example.bad;
  const own = example.path ?? paths[example.language];
  const target = exampleTarget(definition, example, catalogue);
  return (contexts[example.language] ?? []).flatMap(({ where, path = own, around, shown }) => {
    const fix = bestFix(definition, { bad: around(text, own), path, language: example.language, target }, catalogue);
    return fix === 'safe' || fix === undefined ? [] : [{ where, example: shown(text, own), fix }];
  });
}

/** Whether any of the examples has a safe fix. */
export function hasSafeFix(definition: Rule, catalogue: Catalogue): boolean {
  return definition.examples.some(example => bestFix(definition, example, catalogue) === 'safe');
}

/** The best fix for the example; undefined when the example is not found. */
export function bestFix(
  definition: Rule,
  example: Pick<Example, 'bad' | 'good' | 'path' | 'language' | 'target' | 'yocto'>,
  catalogue: Catalogue,
): Safety | 'none' | undefined {
  const { bad, path, language, yocto = [] } = example;
  const name = path ?? paths[language];
  const rules = definition.defaultOff ? { [definition.id]: 'warning' as const } : {};
  const options = {
    target: exampleTarget(definition, example, catalogue),
    yocto,
    rules,
    include: optIns,
    catalogue,
    sources,
  };
  const document = createDocument({ uri: name, path: name, text: bad });
  const found: Finding | undefined = check(document, options).find(({ rule }) => rule === definition.id);
  return found && (found.fixes[0]?.safety ?? 'none');
}

/** The path of an example that has none. */
const paths: Readonly<Record<ExampleLanguage, string>> = {
  shell: script,
  json: configurationPath,
  unit: 'product.service',
  bitbake: 'recipes-product/product/product_1.0.bb',
  control: 'debian/control',
  yaml: 'site.yml',
};

/** One command, or a whole file, that can be put somewhere else. */
function isPlain({ language, path, target, bad }: Example): boolean {
  if (target !== undefined || (language === 'shell' && path !== undefined)) return false;
  return language !== 'shell' || /^[\w./:=@%+, -]+$/.test(bad.trim());
}

/** Decides what a text is from its path, the editor's language id and its first line. Pure; gives its reason. */
import { baseName } from '../programs/base-name.ts';
import type { Language, NamedText, Recognition, Role } from './language.ts';
import { type LanguageName, languages } from './languages.ts';
import type { OptIn } from './opt-ins.ts';
import { withoutTemplateSuffix } from './select-by-name.ts';
import { shebangOf } from './shebang.ts';
import { isTemporaryName } from './temporary-name.ts';

export interface Classification {
  readonly language: LanguageName;
  readonly role: Role;
  /** A short reason for people, such as "shebang /bin/sh". */
  readonly why: string;
  /** Checked only if the user asks for it. */
  readonly optIn?: OptIn;
}

/** Whether a text of this kind is checked when the user has asked for `include`. */
export function isIncluded({ optIn }: Classification, include: readonly OptIn[] = []): boolean {
  return optIn === undefined || include.includes(optIn);
}

export interface ClassifyInput {
  /** Path with forward slashes; only the end matters. */
  readonly path: string;
  readonly languageId?: string | undefined;
  /** The text, or as much of its beginning as is at hand (a few hundred characters suffice). */
  readonly text: string;
}

/** Undefined: not a file that Mender Lint checks. */
export function classify({ path: given, languageId, text }: ClassifyInput): Classification | undefined {
  const path = given.replaceAll('\\', '/');
  const name = baseName(path);
  if (isTemporaryName(name)) return undefined;
  const plain = withoutTemplateSuffix(path);
  const file: NamedText = { path, plain, name, languageId, text, shebang: shebangOf(text) };
  return recognized('first', file) ?? byName(file) ?? recognized('last', file) ?? byStart(file);
}

function recognized(order: Recognition['order'], file: NamedText): Classification | undefined {
  for (const { name, recognition } of languages) {
    const found = recognition?.order === order ? recognition.recognize(file) : undefined;
    if (found) return { language: name, ...found };
  }
  return undefined;
}

function byName({ plain, languageId, shebang }: NamedText): Classification | undefined {
  // A script in a folder such as cron.d is a script.
  if (shebang && !silentInterpreters.has(shebang.interpreter))
    return byInterpreter.get(shebang.interpreter.replace(/[\d.]+$/, ''));
  for (const language of languages)
    for (const { pattern, why } of language.files ?? []) if (pattern.test(plain)) return classified(language, why);
  const named = told.find(({ editorIds = [] }) => languageId !== undefined && editorIds.includes(languageId));
  return named && classified(named, `language ${languageId} of the editor`);
}

/** Languages that are known only by what is declared about them. */
const told = languages.filter(({ recognition }) => !recognition);

const silentInterpreters: ReadonlySet<string> = new Set(languages.flatMap(({ runBy = [] }) => runBy));

const byInterpreter: ReadonlyMap<string, Classification> = new Map(
  languages.flatMap(language =>
    (language.interpreters?.programs ?? []).map(
      program => [program, classified(language, language.interpreters!.why)] as const,
    ),
  ),
);

function classified({ name, role = 'script', optIn }: Language<LanguageName>, why: string): Classification {
  return { language: name, role, why, ...(optIn && { optIn }) };
}

/** Recipes have files of any name that they install as drop-ins of units, or as rules of sudo or D-Bus. */
function byStart({ plain, text }: NamedText): Classification | undefined {
  const name = baseName(plain);
  const language = languages.find(({ start }) => start?.names.test(name) && start.pattern.test(text));
  return language && classified(language, language.start!.why);
}

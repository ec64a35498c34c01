/** Decides what a text is from its path, the editor's language id and its first line. Pure; gives its reason. */
import {
  clientConfiguration,
  connectConfiguration,
  installedConfiguration,
  stateScripts,
} from '../mender/file-names.ts';
import {
  otherInterpreter,
  type Role,
  shellExtension,
  shellInterpreters,
  shellPaths,
  templateSuffix,
  unitExtensions,
} from './file-kinds.ts';
import type { Language } from './language.ts';
import { type LanguageName, languageNamed, languages } from './languages.ts';
import type { OptIn } from './opt-ins.ts';
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
export function classify(input: ClassifyInput): Classification | undefined {
  const path = input.path.replaceAll('\\', '/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isTemporaryName(name)) return undefined;
  return (
    asUnit(path, name, input) ??
    asConfiguration(path, name, input) ??
    byName(path, input) ??
    asShell(path, name, input) ??
    byStart(name, input)
  );
}

const dropIn = new RegExp(`(?:^|/)([^/]+)\\.(?:${unitExtensions.join('|')})\\.d/[^/]+\\.conf$`);
const unitName = new RegExp(`\\.(?:${unitExtensions.join('|')})$`);

function asUnit(path: string, name: string, { languageId, text }: ClassifyInput): Classification | undefined {
  const plain = withoutTemplateSuffix(path);
  if (dropIn.test(plain)) return { language: 'unit', role: 'drop-in', why: 'drop-in by its folder' };
  if (unitName.test(withoutTemplateSuffix(name)) && !shebangOf(text)) {
    return { language: 'unit', role: 'unit', why: 'unit file by its extension' };
  }
  if (isEditorId('unit', languageId)) {
    return { language: 'unit', role: 'unit', why: `language ${languageId} of the editor` };
  }
  return undefined;
}

function asConfiguration(path: string, name: string, { text }: ClassifyInput): Classification | undefined {
  const isOfConnect = connectConfiguration.pattern.test(name);
  const { pattern, others } = clientConfiguration;
  if (!isOfConnect && (!pattern.test(name) || others.test(name))) return undefined;
  // tmpfiles.d, rsyslog.d or nginx have files with this name, too, but none of theirs begins like JSON or contains
  // members of it.
  const start = /^\uFEFF?(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*([^\s/#])?/.exec(text)![1];
  const installed = installedConfiguration.test(path);
  if (start !== '{' && !installed && !/^[ \t]*"[A-Z]\w*"[ \t]*:/m.test(text)) return undefined;
  return isOfConnect
    ? { language: 'json', role: 'connect-configuration', why: connectConfiguration.why }
    : { language: 'json', role: 'client-configuration', why: clientConfiguration.why };
}

function byName(path: string, { languageId, text }: ClassifyInput): Classification | undefined {
  // A script in a folder such as cron.d is a script.
  const interpreter = shebangOf(text)?.interpreter;
  if (interpreter !== undefined && interpreter !== 'make') return byInterpreter.get(interpreter.replace(/[\d.]+$/, ''));
  const plain = withoutTemplateSuffix(path);
  for (const language of languages)
    for (const { pattern, why } of language.files ?? []) if (pattern.test(plain)) return classified(language, why);
  const named = embedding.find(({ editorIds = [] }) => languageId !== undefined && editorIds.includes(languageId));
  return named && classified(named, `language ${languageId} of the editor`);
}

/** Languages that are known only by what is declared about them. */
const embedding = languages.filter(({ parts }) => parts);

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

function isEditorId(name: LanguageName, id: string | undefined): boolean {
  return id !== undefined && (languageNamed(name).editorIds ?? []).includes(id);
}

function asShell(path: string, name: string, { languageId, text }: ClassifyInput): Classification | undefined {
  const role = shellRole(path, name, text);
  const shebang = shebangOf(text);
  if (shebang && shellInterpreters.has(shebang.interpreter)) {
    return { language: 'shell', role: role?.role ?? 'script', why: `shebang ${shebang.line}` };
  }
  if (shebang && otherInterpreter.test(shebang.interpreter)) return undefined;
  if (role) return { language: 'shell', ...role };
  if (shellExtension.test(withoutTemplateSuffix(name))) {
    return { language: 'shell', role: 'script', why: 'shell script by its extension' };
  }
  if (shellInterpreters.has(unmarkedInterpreter(text) ?? '')) {
    return { language: 'shell', role: 'script', why: 'shell script by a first line without `!`' };
  }
  if (isEditorId('shell', languageId)) {
    return { language: 'shell', role: 'script', why: `language ${languageId} of the editor` };
  }
  return undefined;
}

/** Recipes have files of any name that they install as drop-ins of units, or as rules of sudo or D-Bus. */
function byStart(name: string, { text }: ClassifyInput): Classification | undefined {
  const plain = withoutTemplateSuffix(name);
  const language = languages.find(({ start }) => start?.names.test(plain) && start.pattern.test(text));
  return language && classified(language, language.start!.why);
}

function shellRole(path: string, name: string, text: string): { role: Role; why: string } | undefined {
  if (stateScripts.pattern.test(name)) return { role: 'state-script', why: 'state script by its name' };
  const named = shellPaths.find(kind => kind.pattern.test(path) && (kind.text?.test(text) ?? true));
  return named && { role: named.role, why: named.why };
}

function withoutTemplateSuffix(name: string): string {
  return name.replace(templateSuffix, '');
}

/** The interpreter that a `#!` line names, through `env` and its options: its base name and the text of the line. */
export function shebangOf(text: string): { interpreter: string; line: string } | undefined {
  const match = /^\uFEFF?#![ \t]*([^\r\n]*)/.exec(text);
  if (!match) return undefined;
  const line = match[1]!.trim();
  const words = line.split(/[ \t]+/);
  let program = baseName(words.shift() ?? '');
  if (program === 'env') program = baseName(words.find(word => !word.startsWith('-') && !word.includes('=')) ?? '');
  return { interpreter: program, line };
}

/**
 * For `#/bin/sh`: the kernel does not run such a file, and the shell that tried to start it runs it as a script of sh.
 */
function unmarkedInterpreter(text: string): string | undefined {
  return /^\uFEFF?#[ \t]*\/(?:[\w.-]+\/)*([\w-]+)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

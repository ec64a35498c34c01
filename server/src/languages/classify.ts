/** Decides what a text is, from its path, the editor's language id and its first line. Pure; gives its reason. */
import {
  type EmbeddingLanguage,
  embeddingInterpreters,
  embeddingLanguageIds,
  embeddingLanguages,
  type OptIn,
} from './embedding-languages.ts';
import {
  busConfigurationStart,
  clientConfigurationName,
  connectConfigurationName,
  languageIds,
  otherConfigurationName,
  otherInterpreter,
  type Role,
  shellExtension,
  shellInterpreters,
  shellPaths,
  stateScriptName,
  sudoersStart,
  templateSuffix,
  unitExtensions,
  unitStart,
} from './file-kinds.ts';
import { isTemporaryName } from './temporary-name.ts';

export type Language = 'shell' | 'json' | 'unit' | EmbeddingLanguage;

export interface Classification {
  readonly language: Language;
  readonly role: Role;
  /** A short reason for people, such as "shebang /bin/sh". */
  readonly why: string;
  /** Checked only for those who ask for it. */
  readonly optIn?: OptIn;
}

/** Whether a text of this kind is checked, when `include` is what the user asks for. */
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
    asEmbedding(path, input) ??
    asShell(path, name, input) ??
    asSudoers(name, input) ??
    asInstalled(name, input)
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
  if (languageId !== undefined && languageIds.get(languageId) === 'unit') {
    return { language: 'unit', role: 'unit', why: `language ${languageId} of the editor` };
  }
  return undefined;
}

function asConfiguration(path: string, name: string, { text }: ClassifyInput): Classification | undefined {
  const isOfConnect = connectConfigurationName.test(name);
  if (!isOfConnect && (!clientConfigurationName.test(name) || otherConfigurationName.test(name))) return undefined;
  // tmpfiles.d, rsyslog.d or nginx know files of this name too, but none of theirs begins like JSON, or has members of
  // it.
  const start = /^\uFEFF?(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*([^\s/#])?/.exec(text)![1];
  const installed = /(?:^|\/)(?:etc|var\/lib|data)\/mender\/mender(?:-connect)?\.conf$/.test(path);
  if (start !== '{' && !installed && !/^[ \t]*"[A-Z]\w*"[ \t]*:/m.test(text)) return undefined;
  return isOfConnect
    ? { language: 'json', role: 'connect-configuration', why: 'configuration of mender-connect by its name' }
    : { language: 'json', role: 'client-configuration', why: 'Mender client configuration by its name' };
}

function asEmbedding(path: string, { languageId, text }: ClassifyInput): Classification | undefined {
  // A script in a folder such as cron.d is a script.
  const interpreter = shebangOf(text)?.interpreter;
  if (interpreter !== undefined && interpreter !== 'make')
    return embeddingInterpreters.get(interpreter.replace(/[\d.]+$/, ''));
  const plain = withoutTemplateSuffix(path);
  const found =
    embeddingLanguages.find(({ pattern }) => pattern.test(plain)) ?? embeddingLanguageIds.get(languageId ?? '');
  if (!found) return undefined;
  const { language, role, why, optIn } = found;
  return { language, role, why, ...(optIn && { optIn }) };
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
  if (languageId !== undefined && languageIds.get(languageId) === 'shell') {
    return { language: 'shell', role: 'script', why: `language ${languageId} of the editor` };
  }
  return undefined;
}

/** Recipes have files of all names that they install as rules of sudo. */
function asSudoers(name: string, { text }: ClassifyInput): Classification | undefined {
  if (name.includes('.') || !sudoersStart.test(text)) return undefined;
  return { language: 'sudoers', role: 'script', why: 'rules of sudo by their first one' };
}

/** Recipes have files of all names in `files/` that they install as drop-ins of units, or as rules of D-Bus. */
function asInstalled(name: string, { text }: ClassifyInput): Classification | undefined {
  if (!/^[^.]+$|\.conf$/.test(withoutTemplateSuffix(name))) return undefined;
  if (unitStart.test(text)) return { language: 'unit', role: 'unit', why: 'unit file by its first section' };
  if (!busConfigurationStart.test(text)) return undefined;
  return { language: 'bus-xml', role: 'script', why: 'description of D-Bus by its first element' };
}

function shellRole(path: string, name: string, text: string): { role: Role; why: string } | undefined {
  if (stateScriptName.test(name)) return { role: 'state-script', why: 'state script by its name' };
  const named = shellPaths.find(kind => kind.pattern.test(path) && (kind.text?.test(text) ?? true));
  return named && { role: named.role, why: named.why };
}

function withoutTemplateSuffix(name: string): string {
  return name.replace(templateSuffix, '');
}

/** The interpreter a `#!` line names, seen through `env` and its options; its base name and the line's text. */
export function shebangOf(text: string): { interpreter: string; line: string } | undefined {
  const match = /^\uFEFF?#![ \t]*([^\r\n]*)/.exec(text);
  if (!match) return undefined;
  const line = match[1]!.trim();
  const words = line.split(/[ \t]+/);
  let program = baseName(words.shift() ?? '');
  if (program === 'env') program = baseName(words.find(word => !word.startsWith('-') && !word.includes('=')) ?? '');
  return { interpreter: program, line };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

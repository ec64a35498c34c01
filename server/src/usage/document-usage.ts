/** The usages of a document, by its language. */

import { type Classification, classify } from '../languages/classify.ts';
import type { Document } from '../languages/document.ts';
import type { Embedded, ListPlace } from '../languages/embedded.ts';
import { unitStart } from '../languages/file-kinds.ts';
import { asMembers } from '../languages/json/json.ts';
import { languageNamed } from '../languages/languages.ts';
import type { ParseHints, ParseMemory } from '../languages/shell/shell.ts';
import { untemplated } from '../languages/shell/shell-template.ts';
import { anyCaseKeyword, ownInventoryKeys } from '../mender/keywords.ts';
import { type Fragment, offsetIn, wholeText } from '../text/fragment.ts';
import { DEEPEST_FILE } from '../text/limits.ts';
import { firstLine } from '../text/line.ts';
import type { Word } from '../text/word.ts';
import { type BranchContext, deviceContext } from './branch-context.ts';
import { callUsages } from './call-usage.ts';
import { configUsages } from './config-usage.ts';
import { environmentUsages } from './environment-usage.ts';
import { directiveContext, execUsages } from './exec-usage.ts';
import { type Keywords, keywordsWith, mentionsAny } from './keywords.ts';
import { isModuleText, moduleUsages } from './module-usage.ts';
import { readOutputs } from './read-output.ts';
import { settingUsages } from './setting-usage.ts';
import { shellUsages } from './shell/shell-usage.ts';
import { resolved } from './shell/variables.ts';
import { unitUsages } from './unit-usage.ts';
import type { Context, ResolvedWord, Usage, WrittenFile } from './usage.ts';

/** Empty for a document in no known language. Throws only what `checkpoint` throws. */
export function documentUsages(
  document: Document,
  keywords: Keywords = keywordsWith([]),
  { sources, checkpoint }: Pick<Context, 'sources' | 'checkpoint'> = {},
): readonly Usage[] {
  const { kind, text, path } = document;
  if (!kind) return [];
  const context = { ...topLevel(keywords), sources, checkpoint };
  const hints = hintsOf(document);
  const usages = textUsages({ source: wholeText(text), kind, path }, context, hints);
  return withWrittenFiles(usages, context, document.editedAt);
}

function topLevel(keywords: Keywords): Context {
  return {
    branchContext: undefined,
    language: 'shell',
    status: 'plain',
    captured: false,
    place: 'statement',
    keywords,
  };
}

/** A file, or a text that will be one because a file embeds it or a script writes it. */
interface FileText {
  readonly source: Fragment;
  readonly kind: Classification;
  readonly path: string;
  /** A part of the file is left out. */
  readonly part?: boolean;
  /** Set if a script writes the file. */
  readonly written?: { readonly branchContext: BranchContext | undefined; readonly piece: boolean };
}

function textUsages(
  { source, kind, path, written, part = written !== undefined }: FileText,
  outer: Context,
  hints?: ParseHints,
): readonly Usage[] {
  const { language, role } = kind;
  const { keywords } = outer;
  const branchContext = written?.branchContext;
  const editedAt = hints?.editedAt;
  const context = { ...outer, branchContext };
  // A configuration is checked whatever it contains, and so is the name of a script.
  if (language === 'json')
    return configUsages(source, branchContext, {
      part,
      piece: written?.piece === true,
      of: role === 'connect-configuration' ? 'connect' : 'client',
      editedAt,
    });
  const file = language === 'shell' ? scriptFileUsages(source, kind, path, context) : [];
  const embedded = () => languageNamed(language).parts?.(source, { editedAt, sources: context.sources }) ?? [];
  const isAboutIt = mentionsAny(keywords, path) || mentionsAny(keywords, source.text);
  if (!isAboutIt && !(language === 'bitbake' && anyCaseKeyword.test(source.text))) return file;
  switch (language) {
    case 'shell':
      return [
        ...file,
        ...scriptUsages(untemplated(source), shellContext(context, role), hints).map(usage =>
          forInventory(usage, role, path),
        ),
      ];
    case 'unit':
      return unitUsages(source, path, role === 'drop-in' ? 'drop-in' : 'unit', context);
    case 'bitbake':
      return [
        { kind: 'recipe-file', path, source, range: firstLine(source) },
        ...embedded().flatMap(part => partUsages(part, path, context)),
      ];
    default:
      return embedded().flatMap(part => partUsages(part, path, context));
  }
}

function scriptUsages(source: Fragment, context: Context, hints?: ParseHints): readonly Usage[] {
  const usages = shellUsages(source, context, hints);
  return [...usages, ...environmentUsages(source, context, usages), ...readOutputs(source, context)];
}

/** As a script prints them. */
const inventoryKeys = ownInventoryKeys.map(key => `${key}=`);

function shellContext(context: Context, role: Classification['role']): Context {
  if (role !== 'inventory-script') return context;
  return { ...context, keywords: { ...context.keywords, words: [...context.keywords.words, ...inventoryKeys] } };
}

function forInventory(usage: Usage, role: Classification['role'], path: string): Usage {
  if (role !== 'inventory-script' || usage.kind !== 'invocation') return usage;
  return { ...usage, inventory: path.slice(path.lastIndexOf('/') + 1) };
}

/** Uses in the files that a script writes count as the script's own. */
function withWrittenFiles(
  usages: readonly Usage[],
  context: Context,
  editedAt: number | undefined,
  depth = 0,
): readonly Usage[] {
  if (depth === DEEPEST_FILE || !usages.some(({ kind }) => kind === 'written-file')) return usages;
  return usages.flatMap(usage =>
    usage.kind === 'written-file'
      ? withWrittenFiles(usagesOfWritten(usage, context, editedAt), context, editedAt, depth + 1)
      : [usage],
  );
}

/** `editedAt` is an offset of the document. */
function usagesOfWritten(
  { path, text, appended, edited, branchContext }: WrittenFile,
  context: Context,
  editedAt: number | undefined,
): readonly Usage[] {
  context.checkpoint?.();
  const kind: Classification | undefined =
    classify({ path, text: text.text }) ??
    (unitStart.test(text.text) ? { language: 'unit', role: 'unit', why: 'its first section' } : undefined);
  if (!kind || kind.optIn || (kind.language === 'json' && appended)) return [];
  // A part of a line of a script may be anywhere in a command.
  if (edited === 'part' && kind.language !== 'json' && kind.language !== 'unit') return [];
  const source = edited && kind.language === 'json' ? asMembers(text) : text;
  // The path of the file itself is in the script, and is judged there.
  const written = { branchContext, piece: edited !== undefined };
  const hints = { editedAt: editedAt === undefined ? undefined : offsetIn(source, editedAt) };
  return textUsages({ source, kind, path, written }, context, hints).filter(
    usage => usage.kind !== 'unit-file' && usage.kind !== 'script-file' && usage.kind !== 'recipe-file',
  );
}

/** What a script is by its name and place, and not by the programs it runs. */
function scriptFileUsages(
  source: Fragment,
  { role }: Classification,
  path: string,
  context: Context,
): readonly Usage[] {
  return [
    { kind: 'script-file', path, range: firstLine(source) },
    ...(role === 'update-module' || (role === 'script' && isModuleText(source.text)) ? moduleUsages(source) : []),
    ...(role === 'convert-configuration' ? settingUsages(source, context) : []),
  ];
}

function partUsages(part: Embedded, path: string, context: Context): readonly Usage[] {
  context.checkpoint?.();
  const branchContext = 'device' in part && part.device ? deviceContext(part.device) : undefined;
  const status = 'tested' in part && part.tested ? 'tested' : context.status;
  switch (part.kind) {
    case 'script':
      return mentionsAny(context.keywords, part.source.text)
        ? shellUsages(
            part.source,
            part.single
              ? { ...directiveContext(context.keywords), branchContext, status }
              : {
                  ...context,
                  branchContext: part.place ? listContext(part.place, part.ignored) : branchContext,
                  status,
                },
          )
        : [];
    case 'command':
      return execUsages(part.words, {
        ...part,
        source: part.words[0].source,
        context: { ...directiveContext(context.keywords), branchContext, status },
      });
    case 'file': {
      const kind = classify({ path: part.path, text: part.source.text });
      return kind && !kind.optIn ? textUsages({ ...part, kind }, context) : [];
    }
    case 'service':
      return [{ kind: 'service-task', name: resolved(part.name), second: part.second, branchContext }];
    case 'path':
      return [
        {
          kind: 'path',
          source: part.path.source,
          word: part.folder === undefined ? resolved(part.path) : afterFolder(part.path, part.folder),
          created: part.created === true,
          files: part.files ?? [],
          ...(part.lasts && { lasts: part.lasts }),
          program: part.program,
          ...(part.asked !== undefined && { asked: part.asked }),
          context: { ...context, branchContext },
        },
      ];
    case 'fact':
      return [{ kind: 'task-fact', of: part.of, name: part.name, branchContext }];
    case 'bus-name':
    case 'dependency':
      return [part];
    case 'package':
      return [{ ...part, branchContext }];
    case 'call':
      return callUsages(part, context);
    case 'assignment':
      return [{ kind: 'recipe-variable', assignment: part.assignment, branchContext: listContext(part), path }];
    case 'layer':
      return [{ ...part, kind: 'recipe-layer' }];
    case 'condition':
      return [{ ...part, kind: 'recipe-condition', branchContext: listContext(part), path }];
  }
}

/** A path that begins with a variable for a well-known folder. */
function afterFolder(word: Word, folder: string): ResolvedWord {
  const [first] = word.pieces;
  const rest = word.source.text.slice(first?.end ?? word.start, word.end);
  const origins = [
    { at: 0, word, offset: 0, definition: undefined },
    { at: folder.length, word, offset: 1, definition: undefined },
  ];
  return { ...word, values: [{ text: folder + rest, origins }], open: [] };
}

/** Assignments of one file, and blocks of code, are side by side, like the statements of a script. */
function listContext({ list, index }: ListPlace, ignored = false): BranchContext {
  return { outer: undefined, node: list, kind: 'list', branch: index, condition: false, ...(ignored && { ignored }) };
}

/** The memory belongs to the parser; the document only passes it on. */
function hintsOf({ editedAt, memory }: Document): ParseHints {
  return { editedAt, memory: memory as ParseMemory | undefined };
}

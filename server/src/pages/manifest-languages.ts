/** Languages and activation events of the extension's manifest. */
import { embeddingLanguageIds } from '../languages/embedding-languages.ts';
import { languageIds, stateScriptGlob, unitExtensions } from '../languages/file-kinds.ts';

/**
 * VS Code activates the extension in each window once it has started, whatever is in it: a search for names by
 * `workspaceContains` holds up the start of all extensions, and is given up after seven seconds. What is opened before
 * that is checked at once.
 */
export function manifestActivationEvents(): readonly string[] {
  const embeddingLanguages = [...embeddingLanguageIds].flatMap(([id, { optIn }]) => (optIn ? [] : [id]));
  return ['onStartupFinished', ...[...languageIds.keys(), ...embeddingLanguages].map(id => `onLanguage:${id}`)];
}

/** For colours and comments; what is checked is decided by the server. */
export function manifestLanguages(): readonly unknown[] {
  return [
    {
      id: 'json',
      filenames: ['mender.conf', 'mender-connect.conf'],
      filenamePatterns: ['*.mender.conf', 'mender.conf.*', 'mender-*.conf'],
    },
    {
      id: 'shellscript',
      filenamePatterns: [stateScriptGlob, 'mender-inventory-*', 'mender-device-identity'],
    },
    {
      id: 'systemd-unit',
      aliases: ['systemd Unit', 'systemd'],
      // Names of units are left to extensions for systemd: of two that claim them, one would lose all it is for. The client gives what
      // nobody claims this language, and VS Code asks about first lines only then.
      extensions: unitExtensions.map(own => `.${own}.in`),
      firstLine: '^\\[(Unit|Service|Install|Timer|Socket|Mount|Path)\\]',
      configuration: './syntaxes/systemd-unit.language.json',
    },
    { id: 'jsonc', filenames: ['.mender-lint.json'] },
  ];
}

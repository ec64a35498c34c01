/** Languages and activation events of the extension's manifest. */
import { languages } from '../languages/languages.ts';
import { unitExtensions } from '../languages/unit/unit-path.ts';
import { clientConfiguration, configurationGlobs, connectConfiguration, scriptGlobs } from '../mender/file-names.ts';

/**
 * VS Code activates the extension in each window once it has started, whatever is in it: a search for names by
 * `workspaceContains` delays the start of all extensions, and is given up after seven seconds. A document that is
 * opened before that is checked at once.
 */
export function manifestActivationEvents(): readonly string[] {
  const ids = languages.flatMap(({ optIn, editorIds = [] }) => (optIn ? [] : editorIds));
  return ['onStartupFinished', ...ids.map(id => `onLanguage:${id}`)];
}

/** For colours and comments; the server decides what is checked. */
export function manifestLanguages(): readonly unknown[] {
  return [
    {
      id: 'json',
      filenames: [clientConfiguration.installed, connectConfiguration.installed],
      filenamePatterns: configurationGlobs,
    },
    { id: 'shellscript', filenamePatterns: scriptGlobs },
    {
      id: 'systemd-unit',
      aliases: ['systemd Unit', 'systemd'],
      // Names of units are left to extensions for systemd: if two extensions claim them, one loses all its features.
      // The client sets the language where no other extension does, and VS Code looks at first lines only then.
      extensions: unitExtensions.map(own => `.${own}.in`),
      firstLine: '^\\[(Unit|Service|Install|Timer|Socket|Mount|Path)\\]',
      configuration: './syntaxes/systemd-unit.language.json',
    },
    { id: 'jsonc', filenames: ['.mender-lint.json'] },
  ];
}

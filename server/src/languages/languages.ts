/** All languages. A path belongs to the first one that matches it. */
import { apparmor } from './apparmor/language.ts';
import { bats } from './bats/language.ts';
import { bitbake } from './bitbake/language.ts';
import { busXml } from './bus-xml/language.ts';
import { crontab, systemCrontab } from './crontab/language.ts';
import { debianControl } from './debian-control/language.ts';
import { dockerfile } from './dockerfile/language.ts';
import { execline } from './execline/language.ts';
import { inittab } from './inittab/language.ts';
import { jenkinsfile } from './jenkinsfile/language.ts';
import { json } from './json/language.ts';
import type { Language } from './language.ts';
import { makefile } from './makefile/language.ts';
import { markdown } from './markdown/language.ts';
import { cpp, go, javascript, php, python } from './program-strings/language.ts';
import { rst } from './rst/language.ts';
import { shell } from './shell/language.ts';
import { sudoers } from './sudoers/language.ts';
import { supervisor } from './supervisor/language.ts';
import { udev } from './udev/language.ts';
import { unit } from './unit/language.ts';
import { yaml } from './yaml/language.ts';

const list = [
  shell,
  unit,
  json,
  bitbake,
  dockerfile,
  makefile,
  bats,
  yaml,
  udev,
  sudoers,
  apparmor,
  busXml,
  debianControl,
  systemCrontab,
  crontab,
  supervisor,
  inittab,
  execline,
  jenkinsfile,
  markdown,
  rst,
  python,
  javascript,
  go,
  cpp,
  php,
] as const;

export type LanguageName = (typeof list)[number]['name'];

export const languages: readonly Language<LanguageName>[] = list;

const byName: ReadonlyMap<string, Language<LanguageName>> = new Map(
  languages.map(language => [language.name, language]),
);

export function languageNamed(name: LanguageName): Language<LanguageName> {
  return byName.get(name)!;
}

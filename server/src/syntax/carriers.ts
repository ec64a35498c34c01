/** The carriers' readers, by language. */
import { type CarrierLanguage, isSourceLanguage, type SourceLanguage } from '../document/carriers.ts';
import { appArmorParts } from './apparmor.ts';
import { batsParts } from './bats.ts';
import { bitbakeParts } from './bitbake.ts';
import { busXmlParts } from './bus-xml.ts';
import type { Carried } from './carried.ts';
import { crontabParts } from './crontab.ts';
import { debianControlParts } from './debian-control.ts';
import { dockerfileParts } from './dockerfile.ts';
import { execlineParts } from './execline.ts';
import type { Fragment } from './fragment.ts';
import { inittabParts } from './inittab.ts';
import { jenkinsfileParts } from './jenkinsfile.ts';
import { makefileParts } from './makefile.ts';
import { markdownParts, rstParts } from './markdown.ts';
import type { SourceReader } from './source-reader.ts';
import { sudoersParts } from './sudoers.ts';
import { supervisorParts } from './supervisor.ts';
import { udevParts } from './udev-rules.ts';
import { yamlParts } from './yaml-carriers.ts';

type Reader = (source: Fragment, editedAt?: number) => readonly Carried[];

const readers: Readonly<Record<Exclude<CarrierLanguage, SourceLanguage>, Reader>> = {
  bitbake: bitbakeParts,
  dockerfile: dockerfileParts,
  makefile: makefileParts,
  bats: batsParts,
  udev: udevParts,
  yaml: yamlParts,
  sudoers: sudoersParts,
  apparmor: appArmorParts,
  'bus-xml': busXmlParts,
  'debian-control': debianControlParts,
  supervisor: supervisorParts,
  inittab: inittabParts,
  execline: execlineParts,
  jenkinsfile: jenkinsfileParts,
  markdown: markdownParts,
  rst: rstParts,
  crontab: source => crontabParts(source, false),
  'system-crontab': source => crontabParts(source, true),
};

export interface CarrierHints {
  /** Where the text has just been changed. */
  readonly editedAt?: number | undefined;
  /** Without it, nothing is found in programs. */
  readonly sources?: SourceReader | undefined;
}

/** Never throws; text that is not of the language gives nothing. */
export function carriedParts(
  source: Fragment,
  language: CarrierLanguage,
  { editedAt, sources }: CarrierHints = {},
): readonly Carried[] {
  return isSourceLanguage(language) ? (sources?.parts(source, language) ?? []) : readers[language](source, editedAt);
}

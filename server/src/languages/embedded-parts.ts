/** The carriers' readers, by language. */

import type { Fragment } from '../text/fragment.ts';
import { appArmorParts } from './apparmor/apparmor.ts';
import { batsParts } from './bats/bats.ts';
import { bitbakeParts } from './bitbake/bitbake.ts';
import { busXmlParts } from './bus-xml/bus-xml.ts';
import { crontabParts } from './crontab/crontab.ts';
import { debianControlParts } from './debian-control/debian-control.ts';
import { dockerfileParts } from './dockerfile/dockerfile.ts';
import type { Embedded } from './embedded.ts';
import { type EmbeddingLanguage, isSourceLanguage, type SourceLanguage } from './embedding-languages.ts';
import { execlineParts } from './execline/execline.ts';
import { inittabParts } from './inittab/inittab.ts';
import { jenkinsfileParts } from './jenkinsfile/jenkinsfile.ts';
import { makefileParts } from './makefile/makefile.ts';
import { markdownParts, rstParts } from './markdown/markdown.ts';
import type { SourceReader } from './program-strings/source-reader.ts';
import { sudoersParts } from './sudoers/sudoers.ts';
import { supervisorParts } from './supervisor/supervisor.ts';
import { udevParts } from './udev/udev-rules.ts';
import { yamlParts } from './yaml/yaml-parts.ts';

type Reader = (source: Fragment, editedAt?: number) => readonly Embedded[];

const readers: Readonly<Record<Exclude<EmbeddingLanguage, SourceLanguage>, Reader>> = {
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
export function embeddedParts(
  source: Fragment,
  language: EmbeddingLanguage,
  { editedAt, sources }: CarrierHints = {},
): readonly Embedded[] {
  return isSourceLanguage(language) ? (sources?.parts(source, language) ?? []) : readers[language](source, editedAt);
}

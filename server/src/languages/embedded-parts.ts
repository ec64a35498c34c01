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
import type { EmbeddingLanguage } from './embedding-languages.ts';
import { execlineParts } from './execline/execline.ts';
import { inittabParts } from './inittab/inittab.ts';
import { jenkinsfileParts } from './jenkinsfile/jenkinsfile.ts';
import { makefileParts } from './makefile/makefile.ts';
import { markdownParts, rstParts } from './markdown/markdown.ts';
import { sourceCalls } from './program-strings/source-calls.ts';
import { sudoersParts } from './sudoers/sudoers.ts';
import { supervisorParts } from './supervisor/supervisor.ts';
import { udevParts } from './udev/udev-rules.ts';
import { yamlParts } from './yaml/yaml-parts.ts';

const readers: Readonly<Record<EmbeddingLanguage, (source: Fragment, editedAt?: number) => readonly Embedded[]>> = {
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
  python: sourceCalls('python'),
  javascript: sourceCalls('javascript'),
  go: sourceCalls('go'),
  crontab: source => crontabParts(source, false),
  'system-crontab': source => crontabParts(source, true),
};

/** Never throws; text that is not of the language gives nothing. `editedAt` is where the text has just been changed. */
export function embeddedParts(source: Fragment, language: EmbeddingLanguage, editedAt?: number): readonly Embedded[] {
  return readers[language](source, editedAt);
}

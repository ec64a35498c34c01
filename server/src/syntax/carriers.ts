/** The carriers' readers, by language. */
import type { CarrierLanguage } from '../document/carriers.ts';
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
import { sourceCalls } from './source-calls.ts';
import { sudoersParts } from './sudoers.ts';
import { supervisorParts } from './supervisor.ts';
import { udevParts } from './udev-rules.ts';
import { yamlParts } from './yaml-carriers.ts';

const readers: Readonly<Record<CarrierLanguage, (source: Fragment, editedAt?: number) => readonly Carried[]>> = {
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
export function carriedParts(source: Fragment, language: CarrierLanguage, editedAt?: number): readonly Carried[] {
  return readers[language](source, editedAt);
}

/**
 * A tree of files that looks like the layers of a Yocto product: as many recipes, patches, scripts and units as such
 * trees have, and one or two files in a hundred that name Mender. Always the same one for a number of files. Cached,
 * since creating it takes long.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveUnlessThere } from '../support/move-unless-there.ts';
import { cache } from '../support/tools.ts';

/** Changes whenever the content of the tree does. */
const VERSION = 2;

export interface YoctoTree {
  readonly folder: string;
  /** Files with a finding, and the findings in them. */
  readonly seeded: { readonly files: number; readonly findings: number };
}

interface Kind {
  /** Of a hundred files. */
  readonly share: number;
  readonly name: (n: number) => string;
  readonly text: (random: () => number) => string;
}

const filler = (lines: number, line: (n: number) => string) =>
  Array.from({ length: lines }, (_, n) => line(n)).join('\n');

const recipe = (random: () => number) =>
  `SUMMARY = "Part of the product"\nLICENSE = "MIT"\nDEPENDS = "zlib openssl"\n\n${filler(10 + random() * 60, n => `SRC_URI += "file://000${n}-fix-build-with-gcc-${n}.patch"`)}\n\ndo_install:append() {\n    install -d \${D}\${bindir}\n    install -m 0755 \${S}/tool \${D}\${bindir}/tool\n}\n`;
const patch = (random: () => number) =>
  `From: A Person <person@example.com>\nSubject: [PATCH] build: fix\n\n--- a/src/main.c\n+++ b/src/main.c\n${filler(20 + random() * 120, n => `@@ -${n},3 +${n},4 @@ int value_${n}(void)\n \tint x = ${n};\n+\tx += ${n};`)}\n`;
const source = (random: () => number) =>
  filler(40 + random() * 200, n => `static int value_${n}(void) { return ${n}; }`);
const script = (random: () => number) =>
  `#!/bin/sh\nset -eu\n${filler(10 + random() * 60, n => `[ -e "/data/part-${n}" ] || touch "/data/part-${n}"`)}\n`;
const unit = () =>
  '[Unit]\nDescription=Part of the product\nAfter=network-online.target\n\n[Service]\nExecStart=/usr/bin/part --verbose\n\n[Install]\nWantedBy=multi-user.target\n';
const settings = (random: () => number) => filler(10 + random() * 80, n => `CONFIG_OPTION_${n}=y`);

const kinds: readonly Kind[] = [
  { share: 34, name: n => `part-${n}_1.${n % 10}.bb`, text: recipe },
  { share: 5, name: n => `part-${n}.inc`, text: recipe },
  { share: 31, name: n => `000${n % 9}-fix-${n}.patch`, text: patch },
  { share: 8, name: n => `tool_${n}.py`, text: source },
  { share: 6, name: n => `source-${n}.c`, text: source },
  { share: 5, name: n => `options-${n}.cfg`, text: settings },
  { share: 4, name: n => `part-${n}.sh`, text: script },
  { share: 3, name: n => `init-${n}`, text: script },
  { share: 2, name: n => `part-${n}.service`, text: unit },
  { share: 2, name: n => `notes-${n}.rst`, text: settings },
];

/** Text that is put into one file in eighty: half of it must not be reported. */
const seeds: readonly { readonly name: string; readonly text: string; readonly findings: number }[] = [
  { name: 'ArtifactInstall_Enter_01', text: '#!/bin/sh\necho "$(mender show-artifact)" >&2\n', findings: 1 },
  { name: 'provision.sh', text: '#!/bin/sh\nmender setup --demo\nsystemctl restart mender-client\n', findings: 2 },
  { name: 'agent.service', text: `${unit()}\n[Unit]\nAfter=mender-client.service\n`, findings: 1 },
  {
    name: 'mender.conf',
    text: '{\n  "ServerURL": "https://example.com",\n  "DBus": { "Enabled": true }\n}\n',
    findings: 1,
  },
  { name: 'mender-notes.rst', text: 'How to use mender commit.\n', findings: 0 },
  { name: 'check.sh', text: '#!/bin/sh\n# mender is updated elsewhere\nmender-update commit\n', findings: 0 },
  { name: '0001-mender.patch', text: '+mender commit\n', findings: 0 },
  { name: 'layer.sh', text: '#!/bin/sh\ngit clone https://example.com/meta-mender\n', findings: 0 },
];

const FILES_IN_FOLDER = 8;
const FOLDERS_IN_LAYER = 120;

export function yoctoTree(files: number): YoctoTree {
  const folder = join(cache, `bench/yocto-${VERSION}-${files}`);
  const made = existsSync(folder);
  const making = `${folder}.${process.pid}`;
  const seeded = { files: 0, findings: 0 };
  const random = randoms(files);
  const byShare = kinds.flatMap(kind => Array.from({ length: kind.share }, () => kind));
  let inFolder = '';
  for (let n = 0; n < files; n++) {
    if (n % FILES_IN_FOLDER === 0) {
      const place = Math.floor(n / FILES_IN_FOLDER);
      const layer = Math.floor(place / FOLDERS_IN_LAYER);
      inFolder = join(making, `layers/meta-${layer}/recipes-${place % 7}/part-${place}${place % 2 ? '/files' : ''}`);
      if (!made) mkdirSync(inFolder, { recursive: true });
    }
    const seed = n % 80 === 40 ? seeds[Math.floor(n / 80) % seeds.length]! : undefined;
    if (seed) {
      seeded.files += Number(seed.findings > 0);
      seeded.findings += seed.findings;
    }
    if (made) continue;
    const kind = byShare[Math.floor(random() * byShare.length)]!;
    writeFileSync(join(inFolder, seed?.name ?? kind.name(n)), seed?.text ?? kind.text(random));
  }
  if (!made) moveUnlessThere(making, folder);
  return { folder, seeded };
}

/** Numbers from 0 to 1, always the same for a seed (a linear congruential generator). */
function randoms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

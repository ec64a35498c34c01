/** Debian packages, their repository, and the install script. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('packages of the old client', 'provision.sh', [
  ...[
    'apt install -y',
    'apt-get -qq -o Dpkg::Options::=--force-confold install',
    'sudo aptitude install',
    'DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends',
  ].map(call => ({
    text: `${call} curl «mender-client» jq\n`,
    rules: 'package-install',
    fixed: `${call} curl mender-client4 jq\n`,
  })),
  { text: 'apt install «mender-client»=3.5.*\n', rules: 'package-install' },
  {
    text: 'apt-get install -y curl «mender»\n',
    rules: 'package-unknown',
    fixed: 'apt-get install -y curl mender-client4\n',
  },
  { text: 'apt install "«mender-client»/stable"\n', rules: 'package-install' },
  { text: 'apt install mender-connect «mender-client»="$VERSION"\n', rules: 'package-install' },
  {
    text: 'apt install «mender-client»:arm64\n',
    rules: 'package-install',
    fixed: 'apt install mender-client4:arm64\n',
  },
  {
    text: 'PACKAGES="curl «mender-client» jq"\napt-get install $PACKAGES\n',
    rules: 'package-install',
    fixed: 'PACKAGES="curl mender-client4 jq"\napt-get install $PACKAGES\n',
  },
  {
    text: 'chroot /mnt apt-get install «mender-client»\n',
    rules: 'package-install',
    fixed: 'chroot /mnt apt-get install mender-client4\n',
  },
  { text: 'dpkg --install /tmp/«mender-client_2.6.0-1_armhf.deb» || apt -f install\n', rules: 'package-file' },
  { text: 'apt install ./«mender-client_3.5.3-1+debian+bookworm_arm64.deb»\n', rules: 'package-file' },
  {
    text: "dpkg-query -W -f '${Version}' «mender-client»\n",
    rules: 'package-query',
    fixed: "dpkg-query -W -f '${Version}' mender-update\n",
  },
  {
    text: './install-mender.sh «mender-client» -- --quiet mender-client\n',
    rules: 'installer-component',
    fixed: './install-mender.sh mender-client4 -- --quiet mender-client\n',
  },
]);

foundCases('packages in a Dockerfile', 'Dockerfile', [
  {
    text: 'RUN apt-get update && apt-get install -y \\\n    curl \\\n    «mender-client» \\\n    && rm -rf /var/lib/apt/lists/*\n',
    rules: 'package-install',
    fixed:
      'RUN apt-get update && apt-get install -y \\\n    curl \\\n    mender-client4 \\\n    && rm -rf /var/lib/apt/lists/*\n',
  },
]);

foundCases('what a package needs', 'packaging/debian-master/control', [
  {
    text: 'Source: product\n\nPackage: product\nPre-Depends: «mender-client» (>>3.2.0),\n bash\n',
    rules: 'package-depends',
    fixed: 'Source: product\n\nPackage: product\nPre-Depends: mender-update | mender-client (>>3.2.0),\n bash\n',
    safety: 'review',
  },
  {
    text: 'Package: product\nDepends:\n bash,\n# of old\n «mender-client» [armhf]\nRecommends: a, «mender-client»\n',
    rules: ['package-depends', 'package-recommends'],
    fixed:
      'Package: product\nDepends:\n bash,\n# of old\n mender-update | mender-client [armhf]\nRecommends: a, mender-update | mender-client\n',
  },
]);

quietCases('what a package does not need', 'debian/control', [
  'Package: product\nDepends: mender-client4, mender-client-qemu\n',
  'Package: product\nDepends: mender-client (>= 3) | mender-update\n',
  'Package: product\nDepends: mender-client4 | mender-client\n',
  'Package: product\nDepends: mender-client | rauc\n',
  'Package: product\n# Depends: mender-client\nDescription: works with\n mender-client\n',
  'Package: product\nDepends: a,\n# mender-client,\n b\n',
  'Package: product\nConflicts: mender, mender-client\nReplaces: mender-client\nBreaks: mender-client\n',
  'Source: mender-client\nMaintainer: a\n\nPackage: x\nDepends: mender-client\n',
]);

foundCases('packages in a branch that does not prove the old client', 'provision.sh', [
  {
    text: 'if [ "$OLD" ]; then apt-get install «mender-client»; else apt-get install mender-client4; fi\n',
    rules: 'package-install',
    fixed: 'if [ "$OLD" ]; then apt-get install mender-client4; else apt-get install mender-client4; fi\n',
  },
]);

foundCases('probes for the package that end the script', 'provision.sh', [
  {
    text: 'if ! dpkg -l «mender-client» >/dev/null; then exit 0; fi\n',
    rules: 'package-query',
    fixed: 'if ! dpkg -l mender-update >/dev/null; then exit 0; fi\n',
  },
]);

quietCases('packages', 'provision.sh', [
  'apt-get purge mender-client && apt-get install mender-client4\n',
  'apt-get install mender-client4 mender-client-\n',
  'apt-get install mender-client-qemu mender-cli mender-artifact mender-connect\n',
  'apt-get install mender-client4=4.0.7\n',
  'apt-get autoremove mender-client\n',
  'dpkg -r mender-client\n',
  'dpkg -P mender-client\n',
  'dpkg -i mender-client4_4.0.7-1_all.deb\n',
  'dpkg -i mender-client_4.0.0-1_arm64.deb\n',
  'echo "apt-get install mender-client"\n',
  'pip install mender-client\n',
  'apt-get update # mender-client\n',
  'apt-mark unhold mender-client\n',
  'snap install mender-client\n',
  'docker pull mender-client\n',
  'get-mender.sh --demo mender-connect\n',
  'echo "deb https://downloads.mender.io/repos/device-components debian/bookworm/stable main"\n',
  'echo "deb https://downloads.mender.io/repos/workstation-tools debian/bookworm/stable main"\n',
  'grep "https://downloads.mender.io/repos/debian stable main" /etc/apt/sources.list\n',
  'wget https://downloads.mender.io/repos/debian/gpg\n',
]);

foundCases('packages that mender-convert fetches', 'mender-convert-modify', [
  {
    text: '#!/bin/bash\nname=$(deb_from_repo_dist_get "work/deb-packages" ${URL} ${arch} "stable" "«mender-client»")\n',
    rules: 'package-install',
  },
  {
    text: '#!/bin/bash\ndeb_from_repo_pool_get a $URL $arch «mender-client» "${MENDER_CLIENT_VERSION}-1"\n',
    rules: 'package-install',
  },
]);

quietCases('other packages that mender-convert fetches', 'mender-convert-modify', [
  '#!/bin/bash\ndeb_from_repo_dist_get "work/deb-packages" ${URL} ${arch} "stable" "mender-connect"\n',
  '#!/bin/bash\ndeb_from_repo_dist_get work/mender-client $URL $arch stable mender-auth\n',
  '#!/bin/bash\ndeb_extract_package "work/deb-packages/${deb_name}" "work/rootfs/"\n',
]);

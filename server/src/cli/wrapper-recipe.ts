/** A recipe of BitBake that installs the `mender` for the new client. */

import { oldProgram } from '../mender/programs.ts';
import { wrappedRecipes } from '../mender/recipe-names.ts';
import type { Target } from '../mender/version.ts';

export function wrapperRecipe(target: Target): string {
  return `SUMMARY = "${oldProgram.name} of Mender client 3.x, on top of client ${target}"
DESCRIPTION = "For scripts that cannot be edited: takes the command lines of 3.x and runs what took its place."
HOMEPAGE = "https://github.com/mender-lint/mender-lint"
LICENSE = "Apache-2.0"
LIC_FILES_CHKSUM = "file://\${COMMON_LICENSE_DIR}/Apache-2.0;md5=89aea4e17d99a7cacdbeed46a0096b10"

# Made by \`mender-lint wrapper --target ${target} --recipe --output-dir FOLDER\`, with the script next to this file.
FILESEXTRAPATHS:prepend := "\${THISDIR}:"
SRC_URI = "file://${oldProgram.name}"

inherit allarch

# Where files are unpacked, before Yocto 5.1 and since.
S = "\${@d.getVar('UNPACKDIR') or d.getVar('WORKDIR')}"

RDEPENDS:\${PN} = "${wrappedRecipes.needed}"
RRECOMMENDS:\${PN} = "${wrappedRecipes.wanted}"

do_configure[noexec] = "1"
do_compile[noexec] = "1"

do_install() {
    install -d \${D}\${bindir}
    install -m 0755 \${S}/${oldProgram.name} \${D}\${bindir}/${oldProgram.name}
}
`;
}

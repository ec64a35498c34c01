# Checks with Mender Lint what a build puts onto devices: the root file system of an image, and the state scripts of a
# recipe. Inherit it in both, or everywhere: INHERIT += "mender-lint". The build fails for what is found, and where
# something could not be checked. Needs `mender-lint` among the programs of the host (HOSTTOOLS), or by its path.

# The program, by name or path.
MENDER_LINT ?= "mender-lint"

# More options of `mender-lint check`.
MENDER_LINT_ARGS ?= ""

# What goes onto devices counts, whatever ignore files of the folders above it say.
mender_lint_check() {
    status=0
    ${MENDER_LINT} check --no-ignore ${MENDER_LINT_ARGS} -- "$@" || status=$?
    case $status in
        0) ;;
        1) bbfatal "Mender Lint has found what does not work with the new Mender client, see above." ;;
        *) bbfatal "Mender Lint could not check everything (exit code $status), see above." ;;
    esac
}

# Of an image, when nothing changes its root file system any more.
do_mender_lint_rootfs() {
    mender_lint_check "${IMAGE_ROOTFS}"
}

# Of a recipe, before its scripts are installed or deployed: those that go into an Artifact are in no image.
do_mender_lint_state_scripts() {
    mender_lint_check ${MENDER_STATE_SCRIPTS}
}

python () {
    if bb.data.inherits_class('image', d):
        bb.build.addtask('do_mender_lint_rootfs', 'do_image_complete', 'do_image', d)
    if d.getVar('MENDER_STATE_SCRIPTS'):
        bb.build.addtask('do_mender_lint_state_scripts', 'do_install do_deploy', 'do_compile', d)
}

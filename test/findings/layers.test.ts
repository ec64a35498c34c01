/** Layers of meta-mender that scripts and their documentation add to a build. */
import { quietCases, reportedCases } from '../support/cases.ts';

reportedCases('layers that scripts add', 'setup.sh', [
  'bitbake-layers add-layer «../meta-mender/meta-mender-raspberrypi»\n',
  'bitbake-layers add-layer -F ../meta-oe ../meta-mender/meta-mender-core «"$S/meta-mender/meta-mender-raspberrypi-demo/"»\n',
  'bash -c "bitbake-layers add-layer «../meta-mender/meta-mender-raspberrypi»"\n',
]);

reportedCases('layers of a guide', 'README.md', [
  '```bash\n$ cd yocto\n$ bitbake-layers add-layer ../../meta-mender/meta-mender-core\n$ bitbake-layers add-layer «../../meta-mender/meta-mender-raspberrypi»\n```\n',
]);

quietCases('layers that exist, or are removed', 'setup.sh', [
  'bitbake-layers add-layer ../meta-mender/meta-mender-core\n',
  'bitbake-layers add-layer ../meta-mender-community/meta-mender-raspberrypi\n',
  'bitbake-layers add-layer ../meta-raspberrypi meta-mender-raspberrypi\n',
  'bitbake-layers remove-layer ../meta-mender/meta-mender-raspberrypi\n',
  'bitbake-layers show-layers | grep meta-mender/meta-mender-raspberrypi\n',
  'echo bitbake-layers add-layer ../meta-mender/meta-mender-raspberrypi\n',
]);

/** Recipes and configurations of BitBake. */

import { buildConfigurationStart, layerSample } from '../../mender/file-names.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { bitbakeParts } from './bitbake.ts';

export const bitbake = defineLanguage({
  name: 'bitbake',
  role: 'recipe',
  files: [
    {
      pattern: /\.(?:bb|bbappend|bbclass)$/,
      names: ['recipes-core/agent.bb', 'recipes-core/agent_%.bbappend', 'classes/agent.bbclass'],
      why: 'BitBake file by its extension',
    },
    {
      // Other languages use this extension, too, but not in the folders of a layer.
      pattern: /(?:^|\/)(?:recipes-[^/]+|classes(?:-[^/]+)?|conf)\/(?:[^/]+\/)*[^/]+\.inc$/,
      names: ['recipes-core/agent.inc', 'classes-global/agent.inc'],
      why: 'BitBake include by its folder',
    },
    {
      pattern:
        /(?:^|\/)(?:conf\/(?:[^/]+\/)*[^/]+|local|auto|site|bblayers)\.conf(?:\.append)?$|(?:^|\/)(?:local|bblayers)\.conf[._-][\w.-]+$/,
      names: ['conf/distro/product.conf', 'local.conf', 'conf/local.conf.sample', layerSample],
      why: 'BitBake configuration by its name',
    },
  ],
  start: {
    names: /^[^.]+$|\.(?:conf|append|inc)$/,
    pattern: buildConfigurationStart,
    why: 'BitBake configuration by its variables',
    sample: { names: ['agent-build', 'agent-build.conf', 'agent.inc'], beginning: 'MACHINE ??= "board"\n' },
  },
  editorIds: ['bitbake'],
  parts: bitbakeParts,
  comments: // ConfHandler.py and BBHandler.py of BitBake: `s[0] == '#'`.
    lineComments({ before: /^$/, lines: { blanksAfter: true }, atMargin: true }),
  example: 'IMAGE_INSTALL:append = " mender-client"\n',
});

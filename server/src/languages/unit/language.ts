/** Units of systemd and their drop-ins. Their names are known to `classify.ts`. */
import { unitStart } from '../file-kinds.ts';
import { defineLanguage } from '../language.ts';
import { unitCommentPlaces } from './unit-comments.ts';

export const unit = defineLanguage({
  name: 'unit',
  role: 'unit',
  editorIds: ['systemd', 'systemd-unit', 'systemd-conf'],
  start: {
    names: /^[^.]+$|\.conf$/,
    pattern: unitStart,
    why: 'unit file by its first section',
    sample: { names: ['agent-unit', 'override.conf'], beginning: '[Unit]\n' },
  },
  comments: unitCommentPlaces,
  example: '[Unit]\nWants=mender-client.service\n[Service]\nExecStart=/usr/bin/mender daemon\n',
});

/** Vim and ALE as docs/editors.md sets them up. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/build.ts';
import { debianProgram } from '../../support/tools.ts';
import { describeEditor } from './describe-editor.ts';
import { OPENED, snippet } from './other-editor.ts';

/** Where Debian's package puts the plugin for `packadd`. */
const ale = '/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale';

describeEditor({
  name: 'Vim',
  shows: 'open file',
  languages: { json: 'json', unit: 'systemd', shell: 'sh', python: 'python' },
  run: editor => {
    const vimrc = editor.write('.vimrc', snippet('vim'));
    const driver = join(root, 'test/editor/others/vim.vim');
    const vim = debianProgram('vim', 'vim vim-ale', () => existsSync(ale));
    // Vim needs a terminal; script(1) provides one.
    return editor.run(debianProgram('script', 'bsdutils'), [
      '-qec',
      `${vim} -N -u ${vimrc} -S ${driver} ${OPENED}`,
      '/dev/null',
    ]);
  },
});

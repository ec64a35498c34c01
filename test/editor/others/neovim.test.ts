/** Neovim as docs/editors.md sets it up. */
import { join } from 'node:path';
import { root } from '../../support/build.ts';
import { debianProgram } from '../../support/tools.ts';
import { describeEditor } from './describe-editor.ts';
import { snippet } from './other-editor.ts';

describeEditor({
  name: 'Neovim',
  shows: 'workspace',
  languages: { json: 'json', unit: 'systemd', shell: 'sh', python: 'python' },
  run: editor => {
    editor.write('.config/nvim/init.lua', snippet('neovim'));
    const driver = join(root, 'test/editor/others/neovim.lua');
    return editor.run(debianProgram('nvim', 'neovim'), [
      '--headless',
      '-c',
      `luafile ${driver}`,
      'scripts/provision.sh',
    ]);
  },
});

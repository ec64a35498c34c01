/** Emacs and Eglot as docs/editors.md sets them up. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../support/build.ts';
import { debianProgram } from '../../support/tools.ts';
import { describeEditor } from './describe-editor.ts';
import { snippet } from './other-editor.ts';

/** Emacs has it since 29. */
const hasEglot = (emacs: string) => spawnSync(emacs, ['--batch', '--eval', "(require 'eglot)"]).status === 0;

describeEditor({
  name: 'Emacs',
  shows: 'workspace',
  languages: { json: 'js-mode', unit: 'conf-unix-mode', shell: 'sh-mode', python: 'python-mode' },
  run: editor => {
    const init = editor.write('.emacs.d/init.el', snippet('emacs'));
    const driver = join(root, 'test/editor/others/emacs.el');
    const program = debianProgram('emacs', 'emacs-nox elpa-eglot', hasEglot);
    return editor.run(program, ['--batch', '--load', init, '--load', driver]);
  },
});

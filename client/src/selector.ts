/** The documents that are shown to the server. It decides for itself which of them it checks. */
import * as vscode from 'vscode';

const languages = [
  'shellscript',
  'systemd-unit',
  'systemd-conf',
  'systemd',
  'bitbake',
  'dockerfile',
  'makefile',
  'yaml',
  'dockercompose',
  'github-actions-workflow',
  'azure-pipelines',
  'ansible',
];

/** Files whose language depends on what else is installed. */
const patterns = [
  '**/*mender*.conf',
  '**/*mender*.conf.*',
  '**/*.{service,timer,path,socket,target,mount,automount,swap,slice}',
  '**/*.{service,timer,path,socket,target,mount,automount,swap,slice}.in',
  '**/*.{service,timer,path,socket,target,mount,automount,swap,slice}.d/*.conf',
  '**/*.{sh,bash,ash,dash,zsh,ksh}.in',
  '**/*.bats',
  '**/{Idle,Sync,Download,ArtifactInstall,ArtifactReboot,ArtifactCommit,ArtifactRollback,ArtifactRollbackReboot,ArtifactFailure}_{Enter,Leave,Error}_[0-9][0-9]*',
  '**/modules/v3/*',
  '**/mender-inventory-*',
  '**/mender-device-identity',
  '**/init.d/*',
  '**/*.{bb,bbappend,bbclass}',
  '**/{recipes-*,classes*,conf}/**/*.{inc,conf,conf.sample}',
  '**/{local,auto,site}.conf',
  '**/*.mk',
  '**/{user-data,vendor-data}',
  '**/rules.d/*.rules',
  '**/{cron.d,crontabs}/*',
  '**/crontab',
  '**/{debian*,DEBIAN,CONTROL}/control',
];

/** What VS Code and its language client both take for one. */
type DocumentFilter = { scheme: string } & ({ language: string } | { pattern: string });

/** Documents that are of no interest unless the setting `include` names them. */
const includedLanguages: Readonly<Record<string, readonly string[]>> = {
  markdown: ['markdown'],
  strings: ['python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'go'],
};

/** A scheme keeps out the views of other documents, such as `git:`, in which nothing can be put right. */
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** As the settings are now. */
export function documentSelector(): readonly DocumentFilter[] {
  const include = vscode.workspace.getConfiguration('menderLint').get<unknown>('include');
  const included = Object.entries(includedLanguages).flatMap(([name, ids]) =>
    Array.isArray(include) && include.includes(name) ? ids : [],
  );
  return schemes.flatMap(scheme => [
    ...[...languages, ...included].map(language => ({ scheme, language })),
    ...patterns.map(pattern => ({ scheme, pattern })),
  ]);
}

export function isForServer(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** Reads the files of the workspace for the server, wherever VS Code gets them from. */
import * as vscode from 'vscode';
import type {
  FilesRead,
  ListedEntry,
  ListedFolders,
  ListFoldersParams,
  ReadFilesParams,
} from '../../../server/src/lsp/messages.ts';

export async function listFolders({ uris }: ListFoldersParams): Promise<ListedFolders> {
  return Promise.all(uris.map(listed));
}

export async function readFiles({ uris, limit }: ReadFilesParams): Promise<FilesRead> {
  return Promise.all(uris.map(uri => read(vscode.Uri.parse(uri), limit)));
}

async function listed(uri: string): Promise<readonly ListedEntry[] | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return entries.map(([name, type]) => ({
      name,
      kind: type & vscode.FileType.Directory ? 'folder' : type & vscode.FileType.File ? 'file' : 'other',
      isLink: (type & vscode.FileType.SymbolicLink) !== 0,
    }));
  } catch {
    return null;
  }
}

async function read(uri: vscode.Uri, limit: number): Promise<FilesRead[number]> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > limit ? 'too-large' : await vscode.workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}

/** The files of a workspace as the client reads them, for a server without a file system of its own. */
import type { Connection } from 'vscode-languageserver';
import { type FileSource, MirroredFiles } from '../../workspace/mirrored-files.ts';
import {
  type FilesRead,
  LIST_FOLDERS,
  type ListedFolders,
  type ListFoldersParams,
  READ_FILES,
  type ReadFilesParams,
} from '../messages.ts';
import { uriOf } from '../uris.ts';

/** Bytes; a larger file is nobody's source, and would delay the rest. */
const LARGEST = 16 * 2 ** 20;

export function clientFiles(connection: Connection): MirroredFiles {
  const ask = async <Params, Answer>(method: string, params: Params): Promise<Answer> => {
    try {
      return await connection.sendRequest<Answer>(method, params);
    } catch (error) {
      connection.console.error(`The files of the workspace cannot be read: ${String(error)}`);
      throw error;
    }
  };
  const source: FileSource = {
    async list(folders) {
      const listings = await ask<ListFoldersParams, ListedFolders>(LIST_FOLDERS, { uris: folders.map(uriOf) });
      return listings.map(listing => listing ?? undefined);
    },
    async read(paths) {
      const params: ReadFilesParams = { uris: paths.map(uriOf), limit: LARGEST };
      const files = await ask<ReadFilesParams, FilesRead>(READ_FILES, params);
      return files.map(file => file ?? undefined);
    },
  };
  return new MirroredFiles(source);
}

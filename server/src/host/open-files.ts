/** The worker's side of opening files: finds out which of them are worth reading. */
import { joined, type Opened, type PackedFiles, type Unread } from '../workspace/file-system.ts';
import { readOptionsFor } from '../workspace/read-options.ts';
import { bytesOf } from './bytes.ts';

export function openFiles(files: readonly PackedFiles[], limit: number): Opened {
  const worthReading: [number, string[]][] = [];
  const unread: [string, Unread][] = [];
  const silent = { optional: 0, others: 0 };
  for (const [index, { folder, names, projectWords, isOptional }] of files.entries()) {
    const ofFolder: string[] = [];
    for (const name of names.split('/')) {
      const path = joined(folder, name);
      const bytes = bytesOf(path, readOptionsFor(path, limit, projectWords));
      if (typeof bytes === 'string' && isOptional) silent.optional++;
      else if (bytes === 'without-words') silent.others++;
      else if (typeof bytes === 'string') unread.push([path, bytes]);
      else ofFolder.push(name);
    }
    if (ofFolder.length > 0) worthReading.push([index, ofFolder]);
  }
  return { silent, worthReading, unread };
}

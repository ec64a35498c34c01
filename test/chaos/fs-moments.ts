/**
 * The moments at which a program may be interrupted while it writes files: before each call of the file system from the
 * creation of its first file on, with half of a text written, with a text on the disk, and before its end.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

/** `isMaking`: a file is created next. */
type Moment = (isMaking: boolean) => void;

/** From now on, for all calls of `node:fs` in this process. */
export function watchMoments(moment: Moment): void {
  const { openSync, writeSync, writeFileSync, fsync } = fs;
  const calls = fs as unknown as Record<string, (...args: never[]) => unknown>;
  for (const name of watched) {
    const original = calls[name]!;
    calls[name] = (...args) => {
      moment(false);
      return original(...args);
    };
  }
  fs.openSync = (path, flags, mode) => {
    moment(typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0);
    return openSync(path, flags, mode);
  };
  fs.writeFileSync = (file, data, options) => {
    if (typeof file !== 'number' || !Buffer.isBuffer(data)) return writeFileSync(file, data, options);
    moment(false);
    const half = Math.ceil(data.length / 2);
    writeSync(file, data, 0, half);
    moment(false);
    writeSync(file, data, half);
  };
  fs.fsync = Object.assign(
    (file: number, done: fs.NoParamCallback) => {
      moment(false);
      fsync(file, error => {
        moment(false);
        done(error);
      });
    },
    { __promisify__: promisify(fsync) },
  );
  syncBuiltinESMExports();
}

const watched = [
  'accessSync',
  'closeSync',
  'fchmodSync',
  'fchownSync',
  'fstatSync',
  'fsyncSync',
  'lstatSync',
  'readFileSync',
  'renameSync',
  'unlinkSync',
];

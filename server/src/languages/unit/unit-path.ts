/**
 * Paths that alone say that a file is a unit or a drop-in. The client uses them, too: nothing else is imported here.
 */

/** systemd.unit(5): the types whose files can name another unit or run a command. */
export const unitExtensions = ['service', 'timer', 'path', 'socket', 'target', 'mount', 'automount', 'swap', 'slice'];

/** Paths of other programs, of CSS and of SVG end in `.path`, too. */
const isOfUnitsAlone = (extension: string) => extension !== 'path';

const unitPath = new RegExp(
  [
    `\\.(?:${unitExtensions.filter(isOfUnitsAlone).join('|')})$`,
    '/systemd/(?:.*/)?[^/]+\\.path$',
    `\\.(?:${unitExtensions.join('|')})\\.d/[^/]+\\.conf$`,
  ].join('|'),
);

export function isUnitPath(path: string): boolean {
  return unitPath.test(path);
}

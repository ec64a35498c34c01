/** Names in archives, which their authors have chosen. */

/** As a path below the root, without `.`; undefined when it leads outside. */
export function nameInside(name: string): string | undefined {
  const parts = name.split('/').filter(part => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** The name of a compressed file once it is unpacked. */
export function unpackedName(name: string): string {
  return name.replace(/\.t(?:gz|xz|zst)$/i, '.tar').replace(/(?<=.)\.(?:gz|xz|zst)$/i, '');
}

/** The target of a link in an archive, which need not exist; undefined when it leads outside. */
export function linkedName(link: string, target: string): string | undefined {
  const parts = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

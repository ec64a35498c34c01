/** The name that a file gets in the folder that it is put into: `*` for all files of another folder. */
export function nameInFolder(source: string): string {
  if (/[*?]|(?:^|\/)\.?$/.test(source)) return '*';
  return source.slice(source.lastIndexOf('/') + 1);
}

/** The last piece of an address's path; empty where it is known only at run time. */
export function nameInAddress(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^.*\//, '');
}

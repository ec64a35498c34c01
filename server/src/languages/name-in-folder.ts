/** The name that a file has in the folder it is put into: `*` for whatever there is in another folder. */
export function nameInFolder(source: string): string {
  if (/[*?]|(?:^|\/)\.?$/.test(source)) return '*';
  return source.slice(source.lastIndexOf('/') + 1);
}

/** The last piece of the path of an address; nothing where only the run says. */
export function nameInAddress(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^.*\//, '');
}

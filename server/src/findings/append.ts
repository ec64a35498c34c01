/** Lists by key. What has no key is left out. */
export function append<Key, Item>(lists: Map<Key, Item[]>, key: Key | undefined, item: Item): void {
  if (key === undefined) return;
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

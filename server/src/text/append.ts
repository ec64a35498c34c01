/** Lists by key. Items without a key are left out. */
export function append<Key, Item>(lists: Map<Key, Item[]>, key: Key | undefined, item: Item): void {
  if (key === undefined) return;
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

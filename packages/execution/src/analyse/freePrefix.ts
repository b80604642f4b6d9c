/** A prefix for names of our own with which none of the taken names begins. */
export function freePrefix(base: string, taken: Iterable<string>): string {
  const names = [...taken];
  let prefix = base;
  while (names.some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}

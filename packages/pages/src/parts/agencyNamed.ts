/** What agencies are called, by their ids. One that the house has no name for is told by its id: a name is never made up. */
export function agencyNamed(agencies: readonly { readonly id: string; readonly name: string }[] | null): (id: string) => string {
  const names = new Map((agencies ?? []).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

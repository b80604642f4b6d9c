/** Is this a JSON object: not null, not a list? */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A check for each member of an object, by name. */
type Members = Readonly<Record<string, (value: unknown) => boolean>>;

/**
 * Is this an object with exactly these members, each of its shape? A member that may be absent stands in `optional`. Any
 * other member refuses the whole: it may be a restriction that we do not know.
 */
export function isExactly(required: Members, optional: Members = {}): (value: unknown) => boolean {
  const needed = Object.keys(required);
  const known = new Map(Object.entries({ ...required, ...optional }));
  return (value) =>
    isObject(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.keys(value).every((name) => known.get(name)?.(value[name]) ?? false);
}

/** Is this a list in which everything has the shape and nothing stands twice? */
export const isSetOf = (is: (value: unknown) => boolean) =>
  (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.every(is) && new Set(value).size === value.length;

/** Is this text of exactly this form? */
export const isText = (form: RegExp) => (value: unknown): value is string => typeof value === 'string' && form.test(value);

/** The short names of accounts: workers, teams and agencies. */
export const isAccountName = isText(/^[a-z0-9][a-z0-9-]{0,63}$/);

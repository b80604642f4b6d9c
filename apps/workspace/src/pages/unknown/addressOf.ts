/** Under which address of somebody a path lies; undefined where it is under nobody's. As it was written: it may be nobody's id, and no id at all. */
export const addressOf = (path: string): string | undefined => /^\/people\/[^/]+/.exec(path)?.[0];

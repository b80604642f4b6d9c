/** What somebody wrote, as the record takes it: on one line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** As long as the words of a record can be. */
export const MOST_LETTERS = 500;

import { en } from './en.ts';

/** The same in easy words: where nothing is said here, the usual words are easy enough. */
export const easy = {
  ...en,
  problems: {
    ...en.problems,
    REFUSED: { heading: 'Please try again', text: 'That did not work. Nothing has changed.', link: 'Go to the start' },
    TRY_AGAIN: { heading: 'This does not work now', text: 'Please try again in a few minutes.', link: 'Go to the start' },
  },
} as const;

import { en } from './en.ts';

/** The same in easy words: where nothing is said here, the usual words are easy enough. */
export const easy = {
  ...en,
  mySharing: {
    ...en.mySharing,
    sharing: { ...en.mySharing.sharing, table: { ...en.mySharing.sharing.table, hint: '"No" means: you have not said yes. Each service still has its own record.' } },
    preview: { ...en.mySharing.preview, now: 'It is like this now. This is not a look. They are not told.', couldText: 'These people could look now. Here is why. They may not have looked.' },
    acting: {
      ...en.mySharing.acting,
      text: 'You can ask somebody you trust to help. You choose what they may do. You can end it here.',
      byLaw: 'The law says so. If it is not right, tell a worker who helps you.',
    },
    myData: {
      ...en.mySharing.myData,
      what: 'Here you can read what the services wrote about you.',
      more: 'A service can have more than this. You can ask for it.',
    },
    rights: { ...en.mySharing.rights, intro: 'The law gives you these rights. You do not have to say why. It is free.' },
    feedback: { ...en.mySharing.feedback, what: 'Tell us what is good or bad. We do not see your name.' },
  },
  problems: {
    ...en.problems,
    REFUSED: { heading: 'Please try again', text: 'That did not work. Nothing has changed.', link: 'Go to the start' },
    TRY_AGAIN: { heading: 'This does not work now', text: 'Please try again in a few minutes.', link: 'Go to the start' },
  },
} as const;

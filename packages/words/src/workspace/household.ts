/** Who lives and plans together, and what each of them shares. */
export const household = {
  heading: 'Household',
  back: 'Back to the person',
  linked: 'Everybody here agreed to be linked. Each of them decides alone what to share with you.',
  nobody: 'Nobody else who agreed to be linked is shown here.',
  unknown: 'Somebody who does not share with you',
  caption: 'What each of them shares with you',
  topic: 'Topic',
  states: {
    SHARED: 'Shared',
    SHARED_OWN_ONLY: 'Only what your own agency holds',
    NOT_SHARED: 'Not shared',
    UNAVAILABLE: 'Not available now',
    OUTSIDE_AGREEMENT: 'Outside the agreement of the agencies',
    ROLE_LIMIT: 'Not for your role',
    NO_PURPOSE: 'Not for this purpose',
  },
} as const;

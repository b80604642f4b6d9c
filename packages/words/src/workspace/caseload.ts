/** The people whom a worker supports. */
export const caseload = {
  heading: 'People I support',
  none: 'Nobody is assigned to you now.',
} as const;

/** The services whose stories are told apart: one subgraph each, and the owner named in `extensions.sharing`. */
export const DOMAINS = ['people', 'consent', 'employability', 'health-and-work', 'justice', 'housing', 'careers', 'referrals'] as const;

/** One of the eight domains; also the name of its subgraph and of that subgraph's identifier audience. */
export type Domain = (typeof DOMAINS)[number];

/**
 * By what somebody acts for a person. APPOINTED: the person named them. ATTORNEY, GUARDIAN, INTERVENTION_ORDER: by a
 * document of law, for an adult who cannot decide. PARENT: for a child, until their twelfth birthday.
 * @see Adults with Incapacity (Scotland) Act 2000 Parts 2 and 6; Data Protection Act 2018 section 208
 */
export const AUTHORITY_KINDS = ['APPOINTED', 'ATTORNEY', 'GUARDIAN', 'INTERVENTION_ORDER', 'PARENT'] as const;

/** One of them. */
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** What somebody may do for the person. READ: what the person may read themselves. AGREE: say yes. STOP: say no, and take back. */
export const POWERS = ['READ', 'AGREE', 'STOP'] as const;

/** One of them. */
export type Power = (typeof POWERS)[number];

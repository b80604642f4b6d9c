/** The agency whose workers ask. */
export const AGENCY = 'bench-works';

/** Another agency, which holds records and to which some grants are given. */
export const PARTNER = 'bench-partner';

/** In whose ids the caller speaks: our gateway's clients by their agency, and everybody in the house without consent. */
export const STOCK_AUDIENCE = `agency:${AGENCY}`;

/** What access tokens are for. */
export const TOKEN_AUDIENCE = 'https://thegither.example/graphql';

/** Who makes them here. */
export const TOKEN_ISSUER = 'https://workers.bench.invalid';

/** Who signs decisions here. */
export const DECISIONS_ISSUER = 'https://thegither.example/decisions';

/** Why the workers ask. */
export const PURPOSE = 'EMPLOYABILITY_SUPPORT';

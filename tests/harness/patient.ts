/** For a house whose tests are not about time: a room's first question warms up its database, on a machine that may be busy. */
export const PATIENT = { subgraphTimeoutMs: 30_000, decisionsTimeoutMs: 30_000 };

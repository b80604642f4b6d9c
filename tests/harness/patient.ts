/** For a house whose tests are not about time: a room's first question warms up its database, on a machine that may be busy. In it a stop is acknowledged before every answer that was released is out. */
export const PATIENT = { subgraphTimeoutMs: 30_000, decisionsTimeoutMs: 30_000, releaseDeadlineMs: 30_000 };

/**
 * How far two clocks may be apart, in milliseconds. A decision is made by the ledger's clock, a request is signed by the
 * gateway's and both are read by the subgraph's, so each time may seem up to this much too early or too late.
 */
export const LEEWAY_MS = 10_000;

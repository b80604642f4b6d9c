/** The identifier audience of the ledger, named after the subgraph that serves it: how the decision service is told of people. */
export const LEDGER = 'consent';

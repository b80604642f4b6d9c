/** What consent holds of the demo people is the ledger itself: agencies, workers, agreements, and each persona's history. */
export { seedLedger as seedConsent } from '@thegither/ledger';

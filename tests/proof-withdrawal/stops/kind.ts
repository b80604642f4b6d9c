import type { Sharing } from '../../harness/twins.ts';
import type { Acts } from '../clients/acts.ts';
import type { ProofLedger } from '../house/ledger.ts';

/** Where something is stopped. */
export interface Scene {
  readonly acts: Acts;
  readonly ledger: ProofLedger;
  /** The ledger's own verbs, for what people who are not of the proof have to do in between. */
  readonly sharing: Sharing;
  /** The number of the gateway through which people act. */
  readonly gateway: number;
}

/** When something was stopped, by the machine's monotonic clock. */
export interface Stopped {
  readonly sent: number;
  readonly acknowledged: number;
  readonly heard: number;
  /** By the database's clock, a moment at which it was so already. */
  readonly closedFrom: number;
}

/** A way in which sharing ends. */
export interface Kind {
  /** What ends with it beside the category that was given. */
  readonly also: readonly string[];
  /** Is it acknowledged by the house, so that the time until then says something? */
  readonly isAct: boolean;
  /** The person shares the category with the reader. Answers the grant. */
  give(scene: Scene, person: string, category: string): Promise<string>;
  stop(scene: Scene, person: string, grant: string): Promise<Stopped>;
  /** Undoes what would keep the next yes from counting, and nothing that opens this category again. */
  clear(scene: Scene, person: string, grant: string): Promise<void>;
  /** Undoes what keeps `also` closed. */
  lift(scene: Scene, person: string): Promise<void>;
}

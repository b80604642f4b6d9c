import type { Ceiling, Mask } from '@thegither/consent';
import type { FetchUse, PersonId, SharingEntry, SpineId } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';

/** What was decided about one person for this caller. */
export interface Decided {
  /** May the caller read about the person at all? */
  readonly known: boolean;
  /** May a mutation name the person? */
  readonly addressable: boolean;
  readonly granted: Mask;
  readonly own: Mask;
}

/** The decisions of one request. */
export interface Decisions {
  /**
   * Decides about these people, in one question. Called once for each wave of fetches, with people who are not decided
   * yet; after the root fields of a mutation also with those whom it named, because the mutation may have changed what
   * they share. Rejects when there is no decision to be had: then the whole run ends.
   */
  decide(people: readonly SpineId[]): Promise<void>;
  /** What holds for the person now; undefined withholds everything. */
  of(person: SpineId): Decided | undefined;
}

/** Translates people's ids between the spine and an audience. */
export interface Identifiers {
  issue(audience: string, spine: SpineId): PersonId;
  /** Several at once, in their order: as `issue`, and cheaper. */
  issueAll(audience: string, spines: readonly SpineId[]): PersonId[];
  open(audience: string, id: PersonId): SpineId | undefined;
}

/** One question to one subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly url: string;
  readonly use: FetchUse;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
  /** The people whom the question is about: those in its representations, or those whom its root fields name. */
  readonly people: readonly SpineId[];
}

/** What a subgraph said. Nothing of it is trusted. */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly SubgraphComplaint[];
}

/** One error as a subgraph reports it. */
export interface SubgraphComplaint {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: object;
}

/**
 * Asks a subgraph. Throws HouseError SUBGRAPH_UNAVAILABLE when there is no sensible answer: that part is then missing
 * and the rest stays whole. Any other error ends the run.
 */
export type Transport = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** What an operation needs from outside to be run for one caller. */
export interface Ports {
  readonly variables: Record<string, unknown>;
  readonly identifiers: Identifiers;
  /** The audience of the ids that the caller sees and sends. */
  readonly clientAudience: string;
  readonly decisions: Decisions;
  /** The caller's words whatever the person. */
  readonly words: () => Ceiling['words'];
  readonly transport: Transport;
}

/** What the answer would tell about one person: what a disclosure records. */
export interface Touched {
  readonly person: SpineId;
  /** The categories that the operation asked about the person. */
  readonly asked: Mask;
  /** Those of them of which the answer shows something, or shows that there is nothing. */
  readonly released: Mask;
  /** Does the person stand in lists only? */
  readonly listed: boolean;
}

/** The answer, ready to be told after the release. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: GraphQLFormattedError[];
  readonly sharing: SharingEntry[];
}

/** One run of an operation for one caller. */
export interface Run {
  /** Runs the whole plan. Each root field of a mutation is sent exactly once, ever. */
  fetch(): Promise<void>;
  /** Was a root field of a mutation sent? Then it stands, whatever fails after it. */
  isSent(): boolean;
  /** Forgets what was fetched about these people and fetches it again by what holds now; never a root field. */
  fetchAgain(people: ReadonlySet<SpineId>): Promise<void>;
  /** Everybody known who stands in the answer. */
  touched(): Touched[];
  /** Shapes the answer. Every personal field is checked once more against the masks as they are now. */
  answer(): Answer;
}

/** A signed decision that the operation's fetches want. */
export interface WantedDecision {
  readonly subgraph: string;
  readonly use: FetchUse;
  /** What the fetches there need of people; NOTHING when something there is asked of everybody who is known. */
  readonly needs: Mask;
}

/** An operation that was analysed, bound to the variables it was analysed with. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  /** Had it to be planned for this question? That is the dearest step of all; the plan is kept for the next. */
  readonly isNew: boolean;
  readonly fetches: readonly WantedDecision[];
  /** Begins a run, with the variables that were analysed. */
  start(ports: Ports): Run;
}

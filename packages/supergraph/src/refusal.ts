/** Why a set of schemas may not be published: one breach of one rule, told so that its author can mend it. */
export interface Refusal {
  /** Name of the rule, for example "doors"; "read", "split" or "composed" when the schemas did not get as far as the rules. */
  readonly rule: string;
  readonly where: {
    /** The place in the schema, for example "Person.workLimits(day:)". */
    readonly coordinate: string;
    /** Whose schema; "supergraph" when only the composed schema shows it. */
    readonly subgraph: string;
  };
  readonly why: string;
  /** What to change. */
  readonly mend: string;
}

/** A refusal before its rule's name is put on it. */
export type Breach = Omit<Refusal, 'rule'>;

/** States one breach. */
export const breach = (subgraph: string, coordinate: string, why: string, mend: string): Breach => ({ where: { coordinate, subgraph }, why, mend });

/** One refusal in one line, as the publication's error lists it. */
export const tell = ({ rule, where, why, mend }: Refusal): string => `[${rule}] ${where.subgraph} ${where.coordinate}: ${why} Mend: ${mend}`;

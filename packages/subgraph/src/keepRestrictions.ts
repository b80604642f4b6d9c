import { createHash } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';

/** What runs one statement: a Prisma client, or a transaction of it. */
interface Sql {
  $queryRaw<Rows>(statement: TemplateStringsArray, ...values: readonly string[]): PromiseLike<Rows>;
}

/** A room's database, as far as restrictions need it: every Prisma client is one. */
export interface RestrictionDatabase {
  $transaction<Done>(change: (sql: Sql) => Promise<Done>): Promise<Done>;
}

/** Which row it is, whom it has to be about, and whose it has to be. */
export interface RecordWhere {
  readonly id: string;
  readonly person: string;
  readonly controller: string;
}

/** The tables whose rows may be kept from the person, by what they are called in the room's schema. */
export type Restrictable<Kind extends string = string> = Readonly<Record<Kind, (where: RecordWhere) => PromiseLike<number>>>;

/** Who does it, about whom, and when: the worker and the agency of the signed decision. */
export interface RestrictionAct {
  readonly worker: string;
  readonly agency: string;
  /** The sender's own: the same key never does it twice. */
  readonly key: string;
  readonly person: string;
  readonly at: Date;
}

/** A row that is to be kept from the person, and why, until the end of a day. */
export interface ProposedRestriction {
  readonly kind: string;
  readonly record: string;
  readonly ground: string;
  readonly reason: string;
  readonly until: string;
}

/** What was written down. */
export interface RecordedRestriction {
  readonly restriction: string;
  readonly eventId: string;
  readonly at: Date;
}

/**
 * What workers of a controller do about rows that are kept from the person. The same worker, key and input answer the
 * same again. All throw INVALID_INPUT with nothing written for what is not this person's and the agency's own, in one
 * sentence whatever of it is wrong, and KEY_REUSED for a key that came with another input.
 */
export interface Restrictions {
  /** Nothing is kept by it before a second worker has reviewed it. */
  propose(act: RestrictionAct, proposed: ProposedRestriction): Promise<RecordedRestriction>;
  /** By somebody else than whoever proposed it: it is in force from now, or it never will be. */
  review(act: RestrictionAct, reviewed: { readonly restriction: string; readonly approve: boolean }): Promise<RecordedRestriction>;
  /** The person reads the row again from now. */
  end(act: RestrictionAct, ended: { readonly restriction: string }): Promise<RecordedRestriction>;
}

type Verb = 'PROPOSED' | 'APPROVED' | 'DECLINED' | 'ENDED';
type Changed = readonly { readonly id: string }[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEY = /^[\x21-\x7e][\x20-\x7e]{0,199}$/;
const REASON = /^[\n\P{Cc}]{3,500}$/u;

const refuse = (sentence: string): never => {
  throw new HouseError('INVALID_INPUT', sentence);
};

const NO_RECORD = 'Your agency has no such record of this person.';
const NO_RESTRICTION = 'There is no such restriction that you may review or end.';

/**
 * Keeps the restrictions of a room in its own tables `Restriction` and `RestrictionAct`, each act in one transaction.
 * @see Data Protection Act 2018, Schedules 2 and 3
 */
export function keepRestrictions(db: RestrictionDatabase, tables: Restrictable): Restrictions {
  return {
    async propose(act, { kind, record, ground, reason, until }) {
      mustBeKey(act);
      const why = reason.trim(), { person, agency, worker, key } = act, at = act.at.toISOString();
      if (!REASON.test(why)) refuse('Say why in 3 to 500 letters.');
      const isTheirs = UUID.test(record) && Object.hasOwn(tables, kind) && (await tables[kind]!({ id: record, person, controller: agency })) === 1;
      return once(db, act, 'PROPOSED', [kind, record, ground, reason, until], async (sql) => {
        if (!isTheirs) refuse(NO_RECORD);
        const made = await sql.$queryRaw<Changed>`
          INSERT INTO "Restriction" (id, person, agency, record, kind, ground, reason, "restrictedBy", "restrictedAt", until, key)
          SELECT gen_random_uuid(), ${person}, ${agency}, ${record}::uuid, ${kind}, ${ground}::"RestrictionGround", ${why}, ${worker}, ${at}::timestamptz, ${until}::date, ${key}
           WHERE ${until}::date BETWEEN (${at}::timestamptz AT TIME ZONE 'UTC')::date AND (${at}::timestamptz AT TIME ZONE 'UTC')::date + interval '1 year'
          RETURNING id::text AS id`;
        return made[0]?.id ?? refuse('The last day is over, or more than a year away.');
      });
    },
    async review(act, { restriction, approve }) {
      mustBe(act, restriction);
      const { person, agency, worker } = act, at = act.at.toISOString();
      return once(db, act, approve ? 'APPROVED' : 'DECLINED', [restriction], async (sql) => onlyOne(approve
        ? await sql.$queryRaw<Changed>`
          UPDATE "Restriction" SET reviewer = ${worker}, "reviewedAt" = ${at}::timestamptz
           WHERE id = ${restriction}::uuid AND person = ${person} AND agency = ${agency} AND "restrictedBy" <> ${worker}
             AND "reviewedAt" IS NULL AND "endedAt" IS NULL AND until >= (${at}::timestamptz AT TIME ZONE 'UTC')::date
          RETURNING id::text AS id`
        : await sql.$queryRaw<Changed>`
          UPDATE "Restriction" SET "endedBy" = ${worker}, "endedAt" = ${at}::timestamptz
           WHERE id = ${restriction}::uuid AND person = ${person} AND agency = ${agency} AND "restrictedBy" <> ${worker}
             AND "reviewedAt" IS NULL AND "endedAt" IS NULL
          RETURNING id::text AS id`));
    },
    async end(act, { restriction }) {
      mustBe(act, restriction);
      const { person, agency, worker } = act, at = act.at.toISOString();
      return once(db, act, 'ENDED', [restriction], async (sql) => onlyOne(await sql.$queryRaw<Changed>`
        UPDATE "Restriction" SET "endedBy" = ${worker}, "endedAt" = ${at}::timestamptz
         WHERE id = ${restriction}::uuid AND person = ${person} AND agency = ${agency} AND "endedAt" IS NULL
        RETURNING id::text AS id`));
    },
  };
}

const mustBeKey = ({ key }: RestrictionAct): void => {
  if (!KEY.test(key)) refuse('A key is 1 to 200 printable characters.');
};

function mustBe(act: RestrictionAct, restriction: string): void {
  mustBeKey(act);
  if (!UUID.test(restriction)) refuse(NO_RESTRICTION);
}

const onlyOne = (changed: Changed): string => changed[0]?.id ?? refuse(NO_RESTRICTION);

/** Does it in one transaction with the act that records it, or answers what was done under the key before. Two that come at once with one key wait for each other. */
function once(db: RestrictionDatabase, { worker, agency, key, person, at }: RestrictionAct, verb: Verb, said: readonly string[], change: (sql: Sql) => Promise<string>): Promise<RecordedRestriction> {
  const input = createHash('sha256').update(JSON.stringify([verb, agency, person, ...said])).digest('hex');
  return db.$transaction(async (sql) => {
    await sql.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtextextended(${`${worker} ${key}`}, 0))`;
    const [before] = await sql.$queryRaw<readonly (Written & { readonly input: string })[]>`
      SELECT id::text AS id, restriction::text AS restriction, input, extract(epoch FROM at)::float8 AS at FROM "RestrictionAct" WHERE worker = ${worker} AND key = ${key}`;
    if (before && before.input !== input) throw new HouseError('KEY_REUSED');
    if (before) return recorded(before);
    const restriction = await change(sql);
    const [written] = await sql.$queryRaw<readonly Written[]>`
      INSERT INTO "RestrictionAct" (id, restriction, verb, worker, key, input, at)
      VALUES (gen_random_uuid(), ${restriction}::uuid, ${verb}::"RestrictionVerb", ${worker}, ${key}, ${input}, ${at.toISOString()}::timestamptz)
      RETURNING id::text AS id, restriction::text AS restriction, extract(epoch FROM at)::float8 AS at`;
    return recorded(written!);
  });
}

interface Written {
  readonly id: string;
  readonly restriction: string;
  /** Seconds since 1970. */
  readonly at: number;
}

const recorded = ({ id, restriction, at }: Written): RecordedRestriction => ({ restriction, eventId: id, at: new Date(Math.round(at * 1000)) });

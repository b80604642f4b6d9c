import { hash, randomBytes } from 'node:crypto';
import { HouseError, type Caller, type SpineId } from '@thegither/vocabulary';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { PLANNED, type Rate, type Rates } from './rates.ts';

/** The refusal of somebody who asks too often. It says when to come back, and nothing of whom was asked about. */
export class RateLimited extends HouseError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('RATE_LIMITED');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What one question of one caller counts for. Each throws RATE_LIMITED when it is too much. */
export interface QuestionRates {
  /** It is asked. */
  asked(): Promise<void>;
  /** Its operation had to be planned. This one is answered all the same; the next may have to wait. */
  planned(): Promise<void>;
  /** It is about these people, before anything about them is asked for. Each counts once in a question, known or not: so a refusal tells of nobody who is there. */
  about(people: readonly SpineId[]): Promise<void>;
}

/** Counts how often somebody asks. */
export interface RateLimits {
  /** One question of a caller whose token was verified. */
  of(caller: Caller): QuestionRates;
  /** A question about the schema. Throws RATE_LIMITED. */
  schema(): Promise<void>;
}

/**
 * Counts in this process's memory. Neither a caller nor a person stands in it: only a hash of both, under a secret that
 * is made anew with each start, so that not even a copy of the memory tells who looked at whom. Each is forgotten when
 * its time is over: what is kept is bounded by how many callers there are and what `people` allows each, 480 bytes a look.
 */
export function createRateLimits(rates: Rates): RateLimits {
  const secret = randomBytes(32).toString('base64');
  const hashed = (...parts: readonly string[]): string => hash('sha256', JSON.stringify([secret, ...parts]), 'base64');
  const [questions, people, looks, schema] = [rates.questions, rates.people, rates.looks, rates.schema].map(limiter) as [RateLimiterMemory, RateLimiterMemory, RateLimiterMemory, RateLimiterMemory];

  return {
    of(caller) {
      const who = caller.kind === 'person' ? hashed(caller.kind, caller.person) : hashed(caller.kind, caller.agency, caller.worker);
      const counted = new Set<SpineId>();
      return {
        asked: () => count(questions, who),
        planned: async () => void (await questions.penalty(who, PLANNED)),
        async about(asked) {
          const more = asked.filter((person) => !counted.has(person));
          if (more.length === 0) return;
          for (const person of more) counted.add(person);
          await count(people, who, more.length);
          await Promise.all(more.map((person) => count(looks, hashed(who, person))));
        },
      };
    },
    schema: () => count(schema, ''),
  };
}

const limiter = ({ points, seconds }: Rate): RateLimiterMemory => new RateLimiterMemory({ points, duration: seconds });

async function count(limit: RateLimiterMemory, key: string, points = 1): Promise<void> {
  try {
    await limit.consume(key, points);
  } catch (refused) {
    throw refused instanceof RateLimiterRes ? new RateLimited(Math.max(1, Math.ceil(refused.msBeforeNext / 1000))) : refused;
  }
}

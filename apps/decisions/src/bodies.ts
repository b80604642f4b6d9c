import { fromHex, type Mask } from '@thegither/consent';
import { HouseError, LONGEST_OPERATION_NAME, MOST_PEOPLE, parsePersonId, type DecideRequest, type MarksRequest, type PersonId, type ReleaseRequest } from '@thegither/vocabulary';
import { z } from 'zod';

const id = z.custom<PersonId>((value) => parsePersonId(value) !== undefined);
const mask = z.string().refine((text) => fromHex(text) !== undefined);
const text = (most: number) => z.string().max(most);

const asked = {
  request: z.uuid(),
  token: text(8192),
  purpose: text(64).nullable(),
  mutation: z.boolean(),
  sign: z.array(z.object({ subgraph: text(64), use: z.enum(['query', 'mutation', 'joined']), needs: mask })).max(64),
};

const toRelease = z.object({ id, granted: mask, own: mask, known: z.boolean(), fingerprint: text(64), asked: mask, released: mask });

const once = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const decideBody: z.ZodType<DecideRequest> = z.object({ ...asked, people: z.array(id).max(MOST_PEOPLE).refine(once) });

const releaseBody: z.ZodType<ReleaseRequest> = z.object({
  ...asked,
  attempt: z.int().min(1).max(100),
  operation: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: text(LONGEST_OPERATION_NAME).regex(/^[_A-Za-z][_0-9A-Za-z]*$/).nullable() }),
  kind: z.enum(['LIST', 'LOOK']),
  people: z.array(toRelease).max(MOST_PEOPLE).refine((people) => once(people.map((one) => one.id))),
});

const marksBody: z.ZodType<MarksRequest> = z.object({ people: z.array(id).max(MOST_PEOPLE).refine(once) });

function read<T>(shape: z.ZodType<T>, body: Buffer): T {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    // Without the cause: a parser's message quotes what it could not read.
    throw new HouseError('BAD_REQUEST', 'The body is not JSON.');
  }
  const result = shape.safeParse(value);
  if (!result.success) throw new HouseError('BAD_REQUEST', 'The body is not of the agreed shape.');
  return result.data;
}

/** Reads the body of /decide. Throws BAD_REQUEST for any other shape, and when it names somebody twice. */
export const readDecideBody = (body: Buffer): DecideRequest => read(decideBody, body);

/** Reads the body of /release. Throws BAD_REQUEST for any other shape, and when it names somebody twice. */
export const readReleaseBody = (body: Buffer): ReleaseRequest => read(releaseBody, body);

/** Reads the body of /marks. Throws BAD_REQUEST for any other shape, and when it names somebody twice. */
export const readMarksBody = (body: Buffer): MarksRequest => read(marksBody, body);

/** A mask of a body that was read. */
export const maskIn = (hex: string): Mask => fromHex(hex)!;

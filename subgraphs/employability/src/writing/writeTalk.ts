import type { PersonReference, SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import type { WriteSupportContactInput } from '../generated/graphql.ts';
import type { KeepTalk, WrittenTalk } from '../store/talks.ts';
import { ALWAYS, readTalk } from './readTalk.ts';

/** What it answers: the person by reference, so that every field is asked for with a decision made after the act. */
interface TalkPayload extends WrittenTalk {
  readonly person: PersonReference;
}

/**
 * Writes down a talk, in the name of the worker and the agency of the signed decision. The writer supports the person and
 * sees of their support. They label with whatever the words tell of, also with what they do not see themselves: people say
 * more in a talk than they share, and such a note is then closed to its writer too. The same key and input answer the same again, whatever is shared by then.
 * @throws HouseError UNKNOWN_PERSON for somebody whom the decision does not name, FORBIDDEN for somebody whom the writer
 * does not support or of whose support they see nothing, INVALID_INPUT, and KEY_REUSED
 */
export async function writeTalk(keep: KeepTalk, input: WriteSupportContactInput, { decision, now }: SubgraphContext): Promise<TalkPayload> {
  const { caller } = decision, { key, person } = input;
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  if (decision.of(person) === undefined) throw new HouseError('UNKNOWN_PERSON');
  if (!decision.supports(person)) throw new HouseError('FORBIDDEN');
  const talk = readTalk(input, now);
  const written = await keep({ worker: caller.worker, agency: caller.agency, key, person, at: new Date(now) }, talk, () => {
    if (!decision.sees(person, [ALWAYS])) throw new HouseError('FORBIDDEN');
  });
  return { person: { __typename: 'Person', id: person }, ...written };
}

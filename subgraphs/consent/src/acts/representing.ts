import type { Act, Ledger } from '@thegither/ledger';
import { HouseError } from '@thegither/vocabulary';
import type { Cursors } from '../cursors.ts';
import type { EndAuthorityInput, MutationResolvers } from '../generated/graphql.ts';
import { personBehind } from '../representativeCode.ts';
import { changing } from './changing.ts';
import type { Stands } from './standsAs.ts';

/** Who acts for whom: the person says it, or a worker saw a document and a second one confirms it. Nobody who acts gives themselves more. */
export function representingActs(ledger: Ledger, cursors: Cursors): Pick<MutationResolvers, 'appointRepresentative' | 'recordAuthority' | 'confirmAuthority' | 'endAuthority'> {
  const change = changing(ledger);
  const named = async <Input extends Act & { readonly representative: string }>(input: Input): Promise<Input> => ({ ...input, representative: personBehind(cursors, input.representative, await ledger.clock()) });
  return {
    appointRepresentative: change(['SELF'], async (input) => ledger.appointRepresentative(await named(input))),
    recordAuthority: change(['ASSIGNED'], async (input) => ledger.recordAuthority(await named(input))),
    // Of whoever stands to the person at all, the ledger asks that they answer for it and did not record it.
    confirmAuthority: change(['OVERSIGHT', 'TEAM', 'ASSIGNED', 'PENDING'], ledger.confirmAuthority),
    endAuthority: change(['SELF', 'REPRESENTATIVE', 'OVERSIGHT', 'TEAM', 'ASSIGNED', 'PENDING'], ledger.endAuthority, (input, stands) => mayEnd(ledger, stands, input)),
  };
}

/** Whom the person appointed, a worker ends for them only while they support them. All else the ledger asks. */
async function mayEnd(ledger: Ledger, { standing, asker }: Stands, { person, authority }: EndAuthorityInput): Promise<void> {
  if (asker.kind === 'person' || standing === 'ASSIGNED') return;
  const { authorities = [] } = (await ledger.readFacts([person])).get(person) ?? {};
  if (authorities.some(({ id, kind }) => id === authority && kind === 'APPOINTED')) throw new HouseError('FORBIDDEN');
}

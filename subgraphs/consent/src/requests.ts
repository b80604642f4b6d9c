import { namesIn } from '@thegither/consent';
import type { RequestLine } from '@thegither/ledger';
import { HouseError, parsePurpose, type ClaimedCaller, type Purpose } from '@thegither/vocabulary';
import type { AskedRequest, AskedState, SharingRequest } from './generated/graphql.ts';
import { recipientOf } from './mySharing.ts';

function purposeOf({ purpose }: RequestLine): Purpose {
  const known = parsePurpose(purpose);
  if (!known) throw new HouseError('INTERNAL', 'a request in the ledger cannot be read');
  return known;
}

/** What the person was asked, as they read it. */
export const requestIn = (line: RequestLine): SharingRequest => ({
  id: line.id, worker: line.worker, agency: line.agency, recipient: recipientOf(line.recipient), purpose: purposeOf(line), categories: namesIn(line.categories),
  reason: line.reason, since: new Date(line.since), lapses: new Date(line.lapses), state: line.state,
});

/** A no, a cancelling and no answer are one word for who asked, and to be put off is to wait. */
const FOR_WHO_ASKED: Readonly<Record<RequestLine['state'], AskedState>> = {
  ASKED: 'OPEN', PUT_OFF: 'OPEN', AGREED: 'AGREED', PART_AGREED: 'AGREED', REFUSED: 'CLOSED', CANCELLED: 'CLOSED', LAPSED: 'CLOSED',
};

/** The same, as far as who asked may know. */
export const askedIn = (line: RequestLine, reader: ClaimedCaller): AskedRequest => ({
  id: line.id, worker: line.worker, purpose: purposeOf(line), categories: namesIn(line.categories), agreed: line.agreed === null ? null : namesIn(line.agreed),
  since: new Date(line.since), state: FOR_WHO_ASKED[line.state], own: reader.kind === 'worker' && reader.worker === line.askedBy,
});

export {
  EVERYTHING, MASK_WIDTH, NOTHING, covers, fromHex, fromInt8, intersection, maskOf, namesIn, overlaps, toHex, toInt8, union, without, type Mask,
} from './mask.ts';
export type { Asker, Assignment, Authority, Exclusion, Grant, Instant, Opening, PersonFacts, Recipient, Refusal, Worker } from './facts.ts';
export type { Asked } from './asked.ts';
export type { Reason } from '@thegither/vocabulary';
export { BY_EMERGENCY, PURPOSE_CEILINGS, ROLE_CEILINGS, ROLE_PURPOSES, WORKING_ROLES } from './ceilings.ts';
export { ceilingFor, type Ceiling } from './ceilingFor.ts';
export { closesAt } from './closesAt.ts';
export { isFor } from './recipient.ts';
export { asThePersonKnows, opensByItself } from './openings.ts';
export { isInForce } from './inForce.ts';
export { authoritiesOf, isAuthorityInForce, reaches } from './authority.ts';
export { isAddressable, isKnown, type Standing } from './standing.ts';
export { decide, type PersonDecision } from './decide.ts';
export { isDated, type Day, type Limit } from './limit.ts';
export type { Finding } from './findings.ts';
export { stateOf } from './stateOf.ts';
export { assignedNow, couldLook, isCandidate, type CouldLook, type WorkerAsker } from './couldLook.ts';
export { explanationOf, type Explained, type ToExplain } from './explanation.ts';
export { foldCouldLook, type CouldLookLine, type Staff } from './foldCouldLook.ts';
export { openedBy, type Told } from './openedBy.ts';

import type { Shown } from '@thegither/ledger';
import { parsePurpose, type ReleaseAnswer, type ToRelease } from '@thegither/vocabulary';
import { maskIn, readReleaseBody } from './bodies.ts';
import { decidedPeople } from './decidedPeople.ts';
import type { Desk, Gateway } from './deps.ts';
import { signAll, wordsOf } from './signAll.ts';
import { translate, type Translation } from './translation.ts';

const shownIn = ({ id, known, fingerprint, granted, own, asked, released }: ToRelease, translation: Translation): Shown => ({
  person: translation.inLedger(id), known, fingerprint, granted: maskIn(granted), own: maskIn(own), asked: maskIn(asked), released: maskIn(released),
});

/**
 * POST /release: the disclosures of one answer are committed, all of them, or none is and the gateway hears what holds
 * now for the people who changed, signed anew.
 */
export async function answerRelease(desk: Desk, gateway: Gateway, body: Buffer): Promise<ReleaseAnswer> {
  const told = readReleaseBody(body);
  const translation = translate(desk.identifiers);
  const caller = translation.caller(await desk.verifyToken(`Bearer ${told.token}`));
  const { request, attempt, operation, kind } = told;
  const released = await desk.ledger.release({
    caller, purpose: parsePurpose(told.purpose), request, attempt, operation, kind, gatewayKey: gateway.kid,
    people: told.people.map((one) => shownIn(one, translation)),
  });
  if (released.status === 'RELEASED') return { status: 'RELEASED', at: Math.floor(released.at) };
  const { decisions } = released;
  return {
    status: 'CHANGED', at: Math.floor(decisions.at), words: wordsOf(decisions), people: decidedPeople(decisions, translation),
    signed: signAll(desk, gateway, decisions, told.sign, translation),
  };
}

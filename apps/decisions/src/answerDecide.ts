import { parsePurpose, type DecideAnswer } from '@thegither/vocabulary';
import { readDecideBody } from './bodies.ts';
import { decidedPeople } from './decidedPeople.ts';
import type { Desk, Gateway } from './deps.ts';
import { signAll, wordsOf } from './signAll.ts';
import { translate } from './translation.ts';

/**
 * POST /decide: what these people share with this caller now, and the signed decisions for the fetches. The caller is
 * read from the access token and nowhere else; a purpose that is not in the list is none.
 */
export async function answerDecide(desk: Desk, gateway: Gateway, body: Buffer): Promise<DecideAnswer> {
  const asked = readDecideBody(body);
  const translation = translate(desk.identifiers);
  const caller = translation.caller(await desk.verifyToken(`Bearer ${asked.token}`));
  const decisions = await desk.ledger.decide(caller, parsePurpose(asked.purpose), asked.people.map((id) => translation.inLedger(id)));
  return {
    at: Math.floor(decisions.at), words: wordsOf(decisions), people: decidedPeople(decisions, translation),
    signed: signAll(desk, gateway, decisions, asked.sign, translation),
  };
}

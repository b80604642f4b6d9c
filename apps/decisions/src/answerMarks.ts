import type { MarksAnswer } from '@thegither/vocabulary';
import { readMarksBody } from './bodies.ts';
import type { Desk, Gateway } from './deps.ts';
import { translate } from './translation.ts';

/** POST /marks: of whom something may have changed since their marks were read before. It tells of nobody what it was. */
export async function answerMarks(desk: Desk, _: Gateway, body: Buffer): Promise<MarksAnswer> {
  const translation = translate(desk.identifiers);
  return { marks: await desk.ledger.readMarks(readMarksBody(body).people.map((id) => translation.inLedger(id))) };
}

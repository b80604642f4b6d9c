import { randomUUID } from 'node:crypto';
import { done, html, type PageRoutes, type SessionEnv, takeKept, textOf } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { Hono } from 'hono';
import { AskToSupportDocument, ConfirmByCodeDocument } from '../../generated/operations.ts';
import { MOST_LETTERS, oneLine } from '../../forms/oneLine.ts';
import { AskedView } from './askedView.tsx';
import { SupportView } from './supportView.tsx';

/** What is wrong with a reason; undefined when nothing is. */
function wrongWith(why: string): string | undefined {
  const say = workspaceWords.unknown.support;
  if (why === '') return say.missing;
  return why.length > MOST_LETTERS ? say.long : undefined;
}

/** What comes of asking about an id that is none: it is nobody's, and answered like everybody's. */
function unlessNobody(error: unknown): undefined {
  if (error instanceof HouseError && error.code === 'UNKNOWN_PERSON') return undefined;
  throw error;
}

/**
 * "Give a reason and ask": for oneself, about whoever is at this address. Both pages are the same for everybody and for
 * nobody, so that neither tells whether there is a person, or whether they keep the reader out.
 */
export const supportPages: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>()
  .get('/people/:id/support', (c) => html(c, <SupportView why={textOf(takeKept(c) ?? {}, 'reason')} wishKey={randomUUID()} chrome={chrome(c)} />))
  .post('/people/:id/support', async (c) => {
    const why = oneLine(textOf(c.var.fields, 'reason')), key = textOf(c.var.fields, 'key'), error = wrongWith(why);
    if (error !== undefined) return html(c, <SupportView why={why} error={error} wishKey={key} chrome={chrome(c)} />, 400);
    const input = { key, person: c.req.param('id'), worker: c.var.session.user!.sub, reason: why };
    // To keep safe: the one purpose by which somebody may be named who is nobody's to look at.
    const answer = await ask(c, AskToSupportDocument, { input }, 'KEEP_SAFE').catch(unlessNobody);
    return c.redirect(`${c.req.path}/${answer?.data.assignKeyWorker?.assignment ?? randomUUID()}`, 303);
  })
  .get('/people/:id/support/:assignment', (c) => html(c, <AskedView wishKey={randomUUID()} chrome={chrome(c)} />))
  .post('/people/:id/support/:assignment', async (c) => {
    const input = { key: textOf(c.var.fields, 'key'), person: c.req.param('id'), assignment: c.req.param('assignment'), code: textOf(c.var.fields, 'code') };
    try {
      const { data } = await ask(c, ConfirmByCodeDocument, { input }, 'KEEP_SAFE');
      return done(c, workspaceWords.unknown.asked.confirmed, data.confirmAssignment!.at, `/people/${encodeURIComponent(input.person)}`);
    } catch (error) {
      if (!(error instanceof HouseError && WRONG.has(error.code))) throw error;
      return html(c, <AskedView error={workspaceWords.unknown.asked.wrong} wishKey={randomUUID()} chrome={chrome(c)} />, 400);
    }
  });

/** One answer for a number that is not the one, for one that nobody has, and for somebody else's. */
const WRONG: ReadonlySet<string> = new Set(['INVALID_INPUT', 'UNKNOWN_PERSON', 'FORBIDDEN']);

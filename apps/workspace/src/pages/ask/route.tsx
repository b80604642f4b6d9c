import { randomUUID } from 'node:crypto';
import { done, html, type FieldError, type Fields, type PageRoutes, type SessionContext, type SessionEnv, takeKept, textOf } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { Hono } from 'hono';
import { AskForSharingDocument, AskPageDocument, TakeBackAskDocument } from '../../generated/operations.ts';
import { presentAsk, type AskPage } from './presenter.ts';
import { CheckAskView, AskView } from './view.tsx';
import { readWish, wrongWith } from './wish.ts';

/** What the house refuses, in plain words. A no, no answer and a request taken back are one word here: closed. */
function refusedBy(error: unknown, { wasClosed }: AskPage): FieldError | undefined {
  const say = workspaceWords.ask.wrong;
  if (!(error instanceof HouseError)) return undefined;
  if (error.code === 'KEY_REUSED') return { field: 'topics', text: say.again };
  return error.code === 'INVALID_INPUT' ? { field: 'topics', text: wasClosed ? say.tooSoon : say.refused } : undefined;
}

/** Asks somebody to share: for one purpose, in words that they read; and what was asked before, with how it stands. */
export const askPages: PageRoutes = ({ ask, chrome }) => {
  /** The page for what was typed so far. It is asked for with the purpose that is to be asked for, so that it offers what a yes would open. */
  async function read(c: SessionContext, fields: Fields) {
    const wish = readWish(fields, c.var.session.purpose);
    const { data } = await ask(c, AskPageDocument, { id: c.req.param('id')! }, wish.purpose);
    if (!data.person) throw new HouseError('UNKNOWN_PERSON');
    return { wish, page: presentAsk(data.person, data.recipients, wish) };
  }
  const form = (c: SessionContext, { wish, page }: Awaited<ReturnType<typeof read>>, errors: readonly FieldError[] = []): Promise<Response> =>
    html(c, <AskView page={page} wish={wish} errors={errors} chrome={chrome(c)} newKey={randomUUID} />, errors.length > 0 ? 400 : 200);

  return new Hono<SessionEnv>()
    .get('/people/:id/ask', async (c) => form(c, await read(c, takeKept(c) ?? { purpose: c.req.queries('purpose') ?? [], topics: c.req.queries('category') ?? [] })))
    .post('/people/:id/ask', async (c) => {
      const { fields } = c.var, step = textOf(fields, 'step'), shown = await read(c, fields), { wish, page } = shown;
      if (step === 'change' || page.waits) return form(c, shown);
      const errors = wrongWith(wish, page.offered), recipient = page.recipients.find(({ value }) => value === wish.recipient);
      if (errors.length > 0 || recipient === undefined) return form(c, shown, errors.length > 0 ? errors : [{ field: 'recipient', text: workspaceWords.ask.wrong.recipient }]);
      if (step !== 'send') return html(c, <CheckAskView page={page} wish={wish} wishKey={randomUUID()} chrome={chrome(c)} />);
      const input = {
        key: textOf(fields, 'key'), person: page.id, purpose: wish.purpose, categories: [...wish.topics], recipient: { [recipient.value]: recipient.id }, reason: wish.why,
      };
      try {
        const { data } = await ask(c, AskForSharingDocument, { input }, wish.purpose);
        return done(c, workspaceWords.ask.sent, data.askForSharing!.at, `/people/${page.id}/ask`);
      } catch (error) {
        const refused = refusedBy(error, page);
        if (!refused) throw error;
        return form(c, shown, [refused]);
      }
    })
    .post('/people/:id/ask/take-back', async (c) => {
      const { fields } = c.var, person = c.req.param('id'), back = `/people/${encodeURIComponent(person)}/ask`;
      try {
        const { data } = await ask(c, TakeBackAskDocument, { input: { key: textOf(fields, 'key'), person, request: textOf(fields, 'request') } });
        return done(c, workspaceWords.ask.tookBack, data.cancelRequest!.at, back);
      } catch (error) {
        if (!(error instanceof HouseError && (error.code === 'INVALID_INPUT' || error.code === 'FORBIDDEN'))) throw error;
        c.var.changeSession({ said: workspaceWords.ask.notWaiting });
        return c.redirect(back, 303);
      }
    });
};

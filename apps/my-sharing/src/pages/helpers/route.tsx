import { randomUUID } from 'node:crypto';
import { done, html, type PageRoutes, type SessionContext, type SessionEnv, textOf } from '@thegither/pages';
import { Hono } from 'hono';
import { ConfirmHelperDocument, EndHelperDocument, HelpersDocument, KeepOutDocument, LetInDocument } from '../../generated/operations.ts';
import { sayTo } from '../../sayTo.ts';
import { whoIsIn } from '../../whoIsIn.ts';
import { presentHelpers } from './presenter.ts';
import { HelpersView } from './view.tsx';

const say = (c: SessionContext, text: 'confirmed' | 'ended' | 'keptOut' | 'letInAgain', at: string): Response => done(c, sayTo(c).helpers[text], at, '/helpers');

/** Who helps me: confirm somebody, end it, keep somebody out, let them in again. */
export const helpersPage: PageRoutes = ({ ask, chrome }) => {
  const input = async (c: SessionContext) => ({ key: textOf(c.var.fields, 'key'), person: await whoIsIn(c, ask) });
  return new Hono<SessionEnv>()
    .get('/helpers', async (c) => {
      const { data } = await ask(c, HelpersDocument, {});
      const around = chrome(c);
      return html(c, <HelpersView page={presentHelpers(data, around.language)} chrome={around} newKey={randomUUID} />);
    })
    .post('/helpers/confirm', async (c) => say(c, 'confirmed', (await ask(c, ConfirmHelperDocument, { input: { ...await input(c), assignment: textOf(c.var.fields, 'assignment') } })).data.confirmAssignment!.at))
    .post('/helpers/end', async (c) => say(c, 'ended', (await ask(c, EndHelperDocument, { input: { ...await input(c), assignment: textOf(c.var.fields, 'assignment') } })).data.endAssignment!.at))
    .post('/helpers/keep-out', async (c) => say(c, 'keptOut', (await ask(c, KeepOutDocument, { input: { ...await input(c), recipient: { worker: textOf(c.var.fields, 'worker') } } })).data.exclude!.at))
    .post('/helpers/let-in', async (c) => say(c, 'letInAgain', (await ask(c, LetInDocument, { input: { ...await input(c), exclusion: textOf(c.var.fields, 'exclusion') } })).data.endExclusion!.at));
};

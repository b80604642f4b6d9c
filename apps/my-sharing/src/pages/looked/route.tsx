import { randomUUID } from 'node:crypto';
import { html, takeKept, textOf, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { ChallengeDocument, LookedDocument } from '../../generated/operations.ts';
import { sayTo } from '../../sayTo.ts';
import { whoIsIn } from '../../whoIsIn.ts';
import { ChallengeView } from './challengeView.tsx';
import { presentLooked } from './presenter.ts';
import { LookedView } from './view.tsx';

/** Who looked, and "I do not recognise this". Where the page before ended is a cursor that says nothing to anybody else. */
export const lookedPage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>()
  .get('/looked', async (c) => {
    const { data } = await ask(c, LookedDocument, { after: c.req.query('after') });
    const around = chrome(c);
    return html(c, <LookedView page={presentLooked(data, around.language)} chrome={around} />);
  })
  .get('/looked/:id/challenge', (c) => html(c, <ChallengeView look={c.req.param('id')} words={textOf(takeKept(c) ?? {}, 'words')} chrome={chrome(c)} newKey={randomUUID} />))
  .post('/looked/:id/challenge', async (c) => {
    const words = textOf(c.var.fields, 'words');
    await ask(c, ChallengeDocument, { input: { key: textOf(c.var.fields, 'key'), person: await whoIsIn(c, ask), disclosure: c.req.param('id'), words: words === '' ? null : words } });
    c.var.changeSession({ said: sayTo(c).looked.challenged });
    return c.redirect('/looked', 303);
  });

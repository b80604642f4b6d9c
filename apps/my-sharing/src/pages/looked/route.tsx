import { html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { LookedDocument } from '../../generated/operations.ts';
import { presentLooked } from './presenter.ts';
import { LookedView } from './view.tsx';

/** Who looked. Where the page before ended is a cursor that says nothing to anybody else. */
export const lookedPage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>().get('/looked', async (c) => {
  const { data } = await ask(c, LookedDocument, { after: c.req.query('after') });
  const around = chrome(c);
  return html(c, <LookedView page={presentLooked(data)} chrome={around} />);
});

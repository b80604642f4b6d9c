import { html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { HistoryDocument } from '../../generated/operations.ts';
import { presentHistory } from './presenter.ts';
import { HistoryView } from './view.tsx';

/** What was said and done about sharing. Who looked is a page of its own. */
export const historyPage: PageRoutes = ({ ask, chrome, now }) => new Hono<SessionEnv>().get('/history', async (c) => {
  const { data } = await ask(c, HistoryDocument, {});
  const around = chrome(c);
  return html(c, <HistoryView page={presentHistory(data, around.language, now())} chrome={around} />);
});

import { html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { HomeDocument } from '../../generated/operations.ts';
import { presentHome } from './presenter.ts';
import { HomeView } from './view.tsx';

/** The first page: who helps me, who can see what, what is next. */
export const homePage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>().get('/', async (c) => {
  const { data } = await ask(c, HomeDocument, {});
  const around = chrome(c);
  return html(c, <HomeView page={presentHome(data, around.language)} chrome={around} />);
});

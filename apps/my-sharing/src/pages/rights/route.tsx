import { html, type OpenRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { RightsView } from './view.tsx';

/** What somebody has a right to, for everybody, signed in or not. */
export const rightsPage: OpenRoutes = (chrome) => new Hono<SessionEnv>().get('/rights', (c) => html(c, <RightsView chrome={chrome(c)} />));

import { html, type OpenRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { HelpView } from './view.tsx';

/** What the rules are and whom to ask, for every worker, signed in or not. */
export const helpPage: OpenRoutes = (chrome) => new Hono<SessionEnv>().get('/help', (c) => html(c, <HelpView chrome={chrome(c)} />));

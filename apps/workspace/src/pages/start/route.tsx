import { html, type OpenRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { StartView } from './view.tsx';

/** The first page of somebody who is not signed in. It asks nobody about anything. */
export const startPage: OpenRoutes = (chrome) => new Hono<SessionEnv>().get('/', async (c, next) => (c.var.session.user ? next() : html(c, <StartView chrome={chrome(c)} />)));

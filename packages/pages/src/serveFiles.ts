import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { SessionEnv } from './session/session.ts';

const DESIGN_SYSTEM = path.join(path.dirname(createRequire(import.meta.url).resolve('@scottish-government/design-system/package.json')), 'dist');
// Beside src and beside dist alike.
const OWN = fileURLToPath(new URL('../public', import.meta.url));

const from = (root: string, prefix: string) => serveStatic({
  root, rewriteRequestPath: (asked) => asked.slice(prefix.length), onFound: (_, c) => c.header('cache-control', 'public, max-age=3600'),
});

/** The design system's files and our own stylesheet and script: the only things that pages load, and all from here. Nobody's data is in them. */
export function serveFiles(): Hono<SessionEnv> {
  return new Hono<SessionEnv>()
    .use('/files/design-system/*', from(DESIGN_SYSTEM, '/files/design-system'))
    .use('/files/pages/*', from(OWN, '/files/pages'));
}

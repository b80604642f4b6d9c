import { createRequire } from 'node:module';
import type * as Middleware from 'graphql-middleware';
import type * as Shield from 'graphql-shield';

const require = createRequire(import.meta.url);

// graphql-shield 7.6.5's ES module imports util.isUndefined, which Node 23 removed; its CommonJS build only touches it
// in chain() and race(), which are not used here. graphql-middleware must be of the same kind: the two meet by instanceof.
const shieldModule: typeof Shield = require('graphql-shield');
const middlewareModule: typeof Middleware = require('graphql-middleware');

/** graphql-shield and graphql-middleware, loaded so that they work on Node 20, 22 and 24 alike. */
export const { shield, rule, allow, deny } = shieldModule;
/** Wraps a schema's resolvers in middleware. */
export const { applyMiddleware } = middlewareModule;

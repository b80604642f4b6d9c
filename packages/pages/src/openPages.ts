import { getRequestListener } from '@hono/node-server';
import { createHealth, listen, type Listening, type Log } from '@thegither/service';
import { ERRORS, HouseError, type ErrorCode, type Purpose } from '@thegither/vocabulary';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Hono } from 'hono';
import { keepForm } from './forms/keptForm.ts';
import { textOf } from './forms/readFields.ts';
import { serveFiles } from './serveFiles.ts';
import { askHouse, type Answer } from './house/askHouse.ts';
import { chromeOf, type AppChrome, type Chrome } from './layout/chrome.ts';
import { html } from './layout/html.ts';
import { problemPage, type Problem } from './layout/ProblemPage.tsx';
import { liveRoute } from './live/liveRoute.ts';
import { nothingSince } from './live/since.ts';
import { protectPages } from './protect/headers.ts';
import { ownForms } from './protect/ownForms.ts';
import { Refused } from './protect/refused.ts';
import { askedByPage } from './session/askedByPage.ts';
import type { SessionContext, SessionEnv } from './session/session.ts';
import { sessions } from './session/sessions.ts';
import { memorySessions } from './session/sessionStore.ts';
import { tableSessions, type TableOptions } from './session/tableSessions.ts';
import { reachIssuer } from './signIn/issuer.ts';
import { accessToken, onlySignedIn, SignedOut } from './signIn/signedIn.ts';
import { ownPath, signInRoutes } from './signIn/signInRoutes.ts';

/** What an app of pages is given where it starts. */
export interface PagesDeps {
  readonly issuer: { readonly url: string; readonly clientId: string; readonly clientSecret: string; readonly resource: string };
  /** Where GraphQL is asked, by POST. */
  readonly gatewayUrl: string;
  /** Our address as browsers have it; where we listen when nothing is said. */
  readonly baseUrl?: string | undefined;
  readonly log: Log;
  /** Where sessions are kept by all processes of the app; in this one's memory when nothing is said. */
  readonly sessionTable?: Pick<TableOptions, 'databaseUrl' | 'keys'> | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a page does with a request of somebody who is signed in. */
export interface Reader {
  readonly chrome: (c: SessionContext) => Chrome;
  /** Asks the gateway one of the app's own documents, as the reader, for the purpose that they chose or that `purpose` says this once. @throws HouseError, SignedOut */
  readonly ask: <Data, Variables>(c: SessionContext, document: TypedDocumentNode<Data, Variables>, variables: Variables, purpose?: Purpose) => Promise<Answer<Data>>;
  readonly now: () => number;
}

/** A page, or a few that belong together, for those who are signed in. */
export type PageRoutes = (reader: Reader) => Hono<SessionEnv>;

/** A page, or a few, for anybody: it can ask the gateway nothing. */
export type OpenRoutes = (chrome: Reader['chrome']) => Hono<SessionEnv>;

/** An app of pages. */
export interface App {
  /** Its cookie's name, and what logs call it. */
  readonly name: string;
  readonly chrome: AppChrome;
  /** For what its readers may look, the first until they choose another; none for people about themselves. */
  readonly purposes?: readonly [Purpose, ...Purpose[]] | undefined;
  /** Pages that anybody may read, the first page of somebody who is not signed in among them. */
  readonly open: readonly OpenRoutes[];
  readonly pages: readonly PageRoutes[];
  /** What is shown of anybody whom the reader does not know, whatever the cause: always the same; a plain page where nothing is given. */
  readonly unknown?: ((c: SessionContext, chrome: Chrome) => Response | Promise<Response>) | undefined;
}

/** Pages that listen. */
export interface OpenPages extends Listening {
  /** Their address as browsers have it. */
  readonly baseUrl: string;
}

/** What the house does not do, however often it is asked. */
const NOT_DONE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INVALID_INPUT', 'KEY_REUSED', 'FORBIDDEN', 'OPENED_TOO_OFTEN', 'REVIEW_OVERDUE', 'BAD_VARIABLES']);

/** Serves an app's pages. Whatever goes wrong ends in a plain page with nothing of anybody in it. */
export async function openPages(app: App, deps: PagesDeps, port?: number, host?: string): Promise<OpenPages> {
  const { log, now = Date.now, gatewayUrl } = deps;
  let baseUrl = deps.baseUrl ?? '';
  const secure = baseUrl.startsWith('https:');
  const table = deps.sessionTable && tableSessions({ ...deps.sessionTable, now });
  const store = table ?? memorySessions(now);
  const issuer = reachIssuer({ ...deps.issuer, now });
  const chrome = (c: SessionContext): Chrome => chromeOf(c, app.chrome, app.purposes);
  const token = (c: SessionContext): Promise<string> => accessToken(c, issuer, now);
  const purpose = (c: SessionContext): Purpose | undefined => c.var.session.purpose ?? app.purposes?.[0];
  const reader: Reader = {
    chrome, now,
    ask: async (c, document, variables, once) => askHouse({ gatewayUrl, token: await token(c), purpose: once ?? purpose(c), since: c.var.since }, document, variables),
  };
  const live = liveRoute({ gatewayUrl, token, purpose, now });
  const problem = (c: SessionContext, code: Problem, status: 400 | 403 | 404 | 503) => html(c, problemPage(chrome(c), code), status);

  const hono = new Hono<SessionEnv>()
    .use(...protectPages({ issuer: deps.issuer.url, secure }))
    .route('/', serveFiles())
    .use(sessions({ store, name: app.name, secure, now }), ownForms(() => baseUrl))
    .route('/', signInRoutes({ issuer, baseUrl: () => baseUrl, log, now, failed: (c) => problem(c, 'SIGN_IN_FAILED', 400) }))
    .post('/reading', (c) => {
      const { reading } = c.var.session;
      const chosen = (name: 'easy' | 'large'): boolean => (textOf(c.var.fields, name) === '' ? reading[name] : textOf(c.var.fields, name) === 'yes');
      c.var.changeSession({ reading: { easy: chosen('easy'), large: chosen('large') } });
      return c.redirect(ownPath(textOf(c.var.fields, 'to')), 303);
    });
  hono.post('/purpose', (c) => {
    const purpose = app.purposes?.find((one) => one === textOf(c.var.fields, 'purpose'));
    if (purpose === undefined) throw new Refused();
    c.var.changeSession({ purpose });
    return c.redirect(ownPath(textOf(c.var.fields, 'to')), 303);
  });
  for (const page of app.open) hono.route('/', page(chrome));
  hono.use(onlySignedIn(now));
  hono.route('/', live.routes);
  for (const page of app.pages) hono.route('/', page(reader));
  hono.notFound((c) => problem(c, 'NOT_FOUND', 404));
  hono.onError((error, c) => {
    // A page that says what went wrong is made of none of the answers before: about nobody it says more than about another.
    c.set('since', nothingSince());
    if (error instanceof SignedOut) return signInAgain(c);
    if (error instanceof Refused) return problem(c, 'REFUSED', 403);
    const code = error instanceof HouseError ? error.code : 'INTERNAL';
    if (code === 'UNAUTHENTICATED') return signInAgain(c);
    if (code === 'UNKNOWN_PERSON') return app.unknown ? app.unknown(c, chrome(c)) : problem(c, 'NOT_FOUND', 404);
    if (NOT_DONE.has(code)) return problem(c, 'REFUSED', 400);
    if (ERRORS[code].status >= 500) log.error({ err: error, code }, 'a page could not be shown');
    return problem(c, 'TRY_AGAIN', 503);
  });

  const health = createHealth({ sessions: () => store.get('') });
  const serve = getRequestListener(hono.fetch, { overrideGlobalObjects: false });
  const listening = await listen((request, response) => (health(request, response) ? undefined : serve(request, response)), { port, host, log }).catch(async (error: unknown) => {
    await table?.close();
    throw error;
  });
  baseUrl ||= listening.url;
  // Streams end only when they are told to.
  const close = async (): Promise<void> => {
    live.close();
    await listening.close();
    await table?.close();
  };
  return { ...listening, close, baseUrl };
}

/** What was typed is kept until they are back. A page that asks by itself is told, and closes what it shows. */
function signInAgain(c: SessionContext): Response {
  if (askedByPage(c)) return c.body(null, 401);
  if (c.req.method === 'POST') keepForm(c);
  return c.redirect(`/sign-in?to=${encodeURIComponent(c.req.path)}`, 303);
}

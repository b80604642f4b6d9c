import { html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { CaseloadDocument } from '../../generated/operations.ts';
import { presentCaseload } from './presenter.ts';
import { CaseloadView } from './view.tsx';

/** The people whom the reader supports. */
export const caseloadPage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>().get('/caseload', async (c) => {
  const { data } = await ask(c, CaseloadDocument, { first: 50 });
  return html(c, <CaseloadView page={presentCaseload(data)} chrome={chrome(c)} />);
});

import { askedByPage, html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { CaseloadDocument } from '../../generated/operations.ts';
import { caseloadAt, readFilters } from './filters.ts';
import { presentCaseload } from './presenter.ts';
import { fromPlace, readAfter } from './readAfter.ts';
import { CaseloadView } from './view.tsx';

/**
 * The people whom the reader supports: one question to the gateway, for needs and areas only when somebody chose by them.
 * With those it is a look at everybody listed, so that an open page does not ask for it again by itself: it closes.
 */
export const caseloadPage: PageRoutes = ({ ask, chrome, now }) => new Hono<SessionEnv>().get('/caseload', async (c) => {
  const filters = readFilters(c.req.query()), after = readAfter(c), withNeeds = filters.need !== undefined, withAreas = filters.area !== undefined;
  if ((withNeeds || withAreas) && askedByPage(c)) return c.body(null, 403);
  const answer = await fromPlace(after, () => ask(c, CaseloadDocument, { after, withNeeds, withAreas }));
  if (!answer) return c.redirect(caseloadAt(filters, null), 303);
  return html(c, <CaseloadView page={presentCaseload(answer.data, answer.sharing, { filters, after, now: now() })} after={after} chrome={chrome(c)} />);
});

import { askedByPage, html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { LeavingPrisonDocument, TodayDocument } from '../../generated/operations.ts';
import { fromPlace, readAfter } from '../caseload/readAfter.ts';
import { presentLeaving } from './leavingPresenter.ts';
import { LeavingView } from './leavingView.tsx';
import { presentToday } from './presenter.ts';
import { TodayView } from './view.tsx';

/** What a worker needs to know first: one question about the whole caseload, which is a line of a list for each person. Leaving prison is a look, so it is a page of its own. */
export const todayPages: PageRoutes = ({ ask, chrome, now }) => new Hono<SessionEnv>()
  .get('/', async (c) => {
    const after = readAfter(c), answer = await fromPlace(after, () => ask(c, TodayDocument, { after }));
    return answer ? html(c, <TodayView page={presentToday(answer.data, answer.sharing, { after, now: now() })} chrome={chrome(c)} />) : c.redirect('/', 303);
  })
  .get('/today/leaving-prison', async (c) => {
    // An open page closes instead of looking at everybody again by itself.
    if (askedByPage(c)) return c.body(null, 403);
    const after = readAfter(c), answer = await fromPlace(after, () => ask(c, LeavingPrisonDocument, { after }));
    return answer ? html(c, <LeavingView page={presentLeaving(answer.data, answer.sharing, now())} chrome={chrome(c)} />) : c.redirect('/', 303);
  });

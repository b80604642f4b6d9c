import { html, type PageRoutes, type Reader, type SessionContext, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { MyDataDocument, MyLooksDocument } from '../../generated/operations.ts';
import { presentMyData } from './presenter.ts';
import { silentIn } from './silentIn.ts';
import { MyDataView } from './view.tsx';

/** A hundred looks each: who was looked at more often than that has it said in the file. */
const MOST_PAGES = 100;

/** What the house holds about the reader, to read and to take along. Both are looks of their own, and on their record. */
export const myDataPage: PageRoutes = ({ ask, chrome, now }) => new Hono<SessionEnv>()
  .get('/my-data', async (c) => {
    const answer = await ask(c, MyDataDocument, {});
    const around = chrome(c);
    return html(c, <MyDataView topics={presentMyData(answer.data, silentIn(answer), around.language)} chrome={around} />);
  })
  .get('/my-data.json', async (c) => {
    const answer = await ask(c, MyDataDocument, {});
    const { looks, isWhole } = await allLooks(c, ask);
    c.header('content-disposition', 'attachment; filename="my-data.json"');
    return c.json({ madeAt: new Date(now()).toISOString(), didNotAnswer: silentIn(answer), me: answer.data.me ?? null, whoLooked: looks, whoLookedIsWhole: isWhole });
  });

/** Everybody who looked, page by page to the end. */
async function allLooks(c: SessionContext, ask: Reader['ask']) {
  const looks: object[] = [];
  let after: string | null | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data: { me } } = await ask(c, MyLooksDocument, { after });
    looks.push(...(me?.disclosures?.items ?? []));
    after = me?.disclosures?.next;
    // A list that did not come is not a list with nothing in it.
    if (!after) return { looks, isWhole: Boolean(me?.disclosures) };
  }
  return { looks, isWhole: false };
}

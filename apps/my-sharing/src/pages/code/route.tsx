import { randomUUID } from 'node:crypto';
import { html, takeKept, textOf, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { Hono } from 'hono';
import { WrittenDownDocument } from '../../generated/operations.ts';
import { sayTo } from '../../sayTo.ts';
import { findWaiting, presentWrittenDown } from './presenter.ts';
import { CodeView, WrittenDownView } from './view.tsx';

/**
 * From a code on paper to what a worker wrote down, and whether it is right. The code is in no address, and opens nothing:
 * whoever types it sees by it what they see in their list as well. The answer itself is taken there: see ../sharing/route.tsx.
 */
export const codePages: PageRoutes = ({ ask, chrome }) => {
  const form = (c: SessionContext, typed: string, error?: string) => html(c, <CodeView typed={typed} error={error} chrome={chrome(c)} />, error === undefined ? 200 : 400);

  return new Hono<SessionEnv>()
    .get('/code', (c) => form(c, textOf(takeKept(c) ?? {}, 'code')))
    .post('/code', async (c) => {
      const typed = textOf(c.var.fields, 'code'), say = sayTo(c).code;
      if (typed === '') return form(c, typed, say.missing);
      const found = findWaiting((await ask(c, WrittenDownDocument, {})).data, typed);
      return found === undefined ? form(c, typed, say.wrong) : c.redirect(`/code/${found}`, 303);
    })
    .get('/code/:id', async (c) => {
      const around = chrome(c), { data } = await ask(c, WrittenDownDocument, {});
      const page = presentWrittenDown(data, c.req.param('id'), around.language);
      if (page === undefined) throw new HouseError('UNKNOWN_PERSON');
      // Back after the answer: how it stands now is in the list.
      return page === 'SAID' ? c.redirect('/sharing', 303) : html(c, <WrittenDownView page={page} chrome={around} newKey={randomUUID} />);
    });
};

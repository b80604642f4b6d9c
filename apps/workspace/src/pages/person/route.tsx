import { html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { PersonDocument, PersonOnPaperDocument } from '../../generated/operations.ts';
import { personIn } from '../../personIn.ts';
import { presentPerson } from './presenter.ts';
import { PrintView } from './printView.tsx';
import { PersonView } from './view.tsx';

/** The whole picture of one person, to read and on paper: each is asked anew, and so each is a look on their record. */
export const personPage: PageRoutes = ({ ask, chrome, now }) => new Hono<SessionEnv>()
  .get('/people/:id', async (c) => {
    const answer = await ask(c, PersonDocument, { id: personIn(c) });
    return html(c, <PersonView page={presentPerson(answer, now())} chrome={chrome(c)} />);
  })
  .get('/people/:id/print', async (c) => {
    const answer = await ask(c, PersonOnPaperDocument, { id: personIn(c) });
    return html(c, <PrintView page={presentPerson(answer, now())} chrome={chrome(c)} at={new Date(now()).toISOString()} />);
  });

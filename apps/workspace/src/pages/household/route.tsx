import { html, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { HouseholdDocument, HouseholdMembersDocument } from '../../generated/operations.ts';
import { personIn } from '../../personIn.ts';
import { presentHousehold } from './presenter.ts';
import { HouseholdView } from './view.tsx';

/** Who agreed to be linked with somebody's household, and what each of them shares: one question, and one about all of them. */
export const householdPage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>().get('/people/:id/household', async (c: SessionContext) => {
  const answer = await ask(c, HouseholdDocument, { id: personIn(c) });
  const ids = answer.data.person?.household?.members ?? [];
  const members = ids.length === 0 ? { data: { people: [] }, sharing: [] } : await ask(c, HouseholdMembersDocument, { ids });
  return html(c, <HouseholdView page={presentHousehold(answer, members)} chrome={chrome(c)} />);
});

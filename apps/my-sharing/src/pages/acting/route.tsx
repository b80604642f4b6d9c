import { randomUUID } from 'node:crypto';
import { dayOf, done, html, takeKept, textOf, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { Hono } from 'hono';
import { ActingDocument, AppointDocument, EndActingDocument, ForWhomDocument, MyCodeDocument } from '../../generated/operations.ts';
import { sayTo } from '../../sayTo.ts';
import { whoIsIn } from '../../whoIsIn.ts';
import { lastDayAfter, nextStep, readAppointment, type Appointment, type Question } from './appointing.ts';
import { CheckView, QuestionView } from './appointViews.tsx';
import { nameable, presentActing } from './presenter.ts';
import { ActingView, CodeView } from './view.tsx';

/** Who acts for me: one question a page to ask somebody to, one button to end it; my own code, and for whom I act. */
export const actingPages: PageRoutes = ({ ask, chrome, now }) => {
  const question = (c: SessionContext, which: Question, said: Appointment, error?: string) =>
    html(c, <QuestionView question={which} said={said} error={error} chrome={chrome(c)} />, error === undefined ? 200 : 400);
  const step = (c: SessionContext, said: Appointment) => {
    const next = nextStep(said);
    if (next.kind === 'ASK') return question(c, next.question, said, next.missing ? sayTo(c).acting.questions[next.question].missing : undefined);
    return html(c, <CheckView said={said} until={dayOf(lastDayAfter(said.months!, now()))} chrome={chrome(c)} newKey={randomUUID} />);
  };

  return new Hono<SessionEnv>()
    .get('/acting', async (c) => {
      const { data } = await ask(c, ActingDocument, {});
      const ids = nameable(data);
      const people = ids.length === 0 ? [] : (await ask(c, ForWhomDocument, { ids })).data.people;
      const around = chrome(c);
      return html(c, <ActingView page={presentActing(data, people, around.language)} chrome={around} newKey={randomUUID} />);
    })
    .get('/acting/code', async (c) => {
      const { data: { representativeCode: { code, until } } } = await ask(c, MyCodeDocument, {});
      return html(c, <CodeView code={code} until={dayOf(until)} chrome={chrome(c)} />);
    })
    .get('/acting/appoint', (c) => step(c, readAppointment(takeKept(c) ?? {})))
    .post('/acting/appoint', (c) => step(c, readAppointment(c.var.fields)))
    .post('/acting/appointed', async (c) => {
      const said = readAppointment(c.var.fields), { code, powers, categories, months } = said;
      if (nextStep(said).kind !== 'CHECK' || months === undefined) return step(c, said);
      const input = { key: textOf(c.var.fields, 'key'), person: await whoIsIn(c, ask), representative: code, powers: [...powers], categories: [...categories], until: lastDayAfter(months, now()) };
      try {
        return done(c, sayTo(c).acting.appointed, (await ask(c, AppointDocument, { input })).data.appointRepresentative!.at, '/acting');
      } catch (error) {
        // Not their code, an old one, or one of somebody who acts already: nothing was changed, and nothing that was said is lost.
        if (error instanceof HouseError && error.code === 'INVALID_INPUT') return question(c, 'code', said, sayTo(c).acting.wrongCode);
        throw error;
      }
    })
    .post('/acting/end', async (c) => {
      const input = { key: textOf(c.var.fields, 'key'), person: await whoIsIn(c, ask), authority: textOf(c.var.fields, 'authority') };
      return done(c, sayTo(c).acting.ended, (await ask(c, EndActingDocument, { input })).data.endAuthority!.at, '/acting');
    })
    .post('/acting/give-up', async (c) => {
      const { fields } = c.var;
      const input = { key: textOf(fields, 'key'), person: textOf(fields, 'person'), authority: textOf(fields, 'authority') };
      return done(c, sayTo(c).acting.gaveUp, (await ask(c, EndActingDocument, { input })).data.endAuthority!.at, '/acting');
    });
};

import { randomUUID } from 'node:crypto';
import { done, html, type PageRoutes, type SessionContext, type SessionEnv, textOf } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { Hono } from 'hono';
import { AgreeDocument, LaterDocument, RequestsDocument, SayNoDocument } from '../../generated/operations.ts';
import { recipientIn } from '../../called.ts';
import { sayTo } from '../../sayTo.ts';
import { nextStep, readAnswers } from './answering.ts';
import { presentRequest, presentRequests } from './presenter.ts';
import { CheckView, OneTopicView, WhichTopicsView } from './agreeViews.tsx';
import { RequestView, RequestsView } from './view.tsx';

function say(c: SessionContext, text: string, to: string): Response {
  c.var.changeSession({ said: text });
  return c.redirect(to, 303);
}

/** Requests, and the way from one of them to an answer: three equal ones, and for a yes one question a page. */
export const requestsPages: PageRoutes = ({ ask, chrome }) => {
  /** The request of the address, while it waits for an answer. One that is not there is a page that does not exist. */
  async function asked(c: SessionContext) {
    const { data } = await ask(c, RequestsDocument, {});
    const request = data.me?.requests?.find(({ id }) => id === c.req.param('id'));
    if (!data.me || !request) throw new HouseError('UNKNOWN_PERSON');
    return { person: data.me.id, request, page: presentRequest(request, chrome(c).language) };
  }

  return new Hono<SessionEnv>()
    .get('/requests', async (c) => {
      const { data } = await ask(c, RequestsDocument, {});
      const around = chrome(c);
      return html(c, <RequestsView page={presentRequests(data, around.language)} chrome={around} />);
    })
    .get('/requests/:id', async (c) => {
      const { page } = await asked(c);
      return html(c, <RequestView page={page} chrome={chrome(c)} newKey={randomUUID} />);
    })
    .post('/requests/:id/no', async (c) => {
      const { person, request } = await asked(c);
      await ask(c, SayNoDocument, { input: { key: textOf(c.var.fields, 'key'), person, request: request.id } });
      return say(c, sayTo(c).requests.saidNo, '/requests');
    })
    .post('/requests/:id/later', async (c) => {
      const { person, request } = await asked(c);
      await ask(c, LaterDocument, { input: { key: textOf(c.var.fields, 'key'), person, request: request.id } });
      return say(c, sayTo(c).requests.putOff, '/requests');
    })
    .post('/requests/:id/questions', async (c) => {
      const { page } = await asked(c);
      const answers = readAnswers(c.var.fields, page.topics);
      const step = nextStep(page.topics, answers, c.var.fields);
      const around = chrome(c);
      if (step.kind === 'WHICH') return html(c, <WhichTopicsView page={page} topics={step.topics} chrome={around} />);
      if (step.kind === 'ONE') return html(c, <OneTopicView page={page} topic={step.topic} answers={answers} missing={step.missing} chrome={around} />, step.missing ? 400 : 200);
      return html(c, <CheckView page={page} share={step.share} keep={step.keep} answers={answers} chrome={around} newKey={randomUUID} />);
    })
    .post('/requests/:id/agree', async (c) => {
      const { person, request, page } = await asked(c);
      const { share } = readAnswers(c.var.fields, page.topics);
      if (share.length === 0) return say(c, sayTo(c).agree.nothing, `/requests/${request.id}`);
          const { data } = await ask(c, AgreeDocument, {
        input: { key: textOf(c.var.fields, 'key'), person, request: request.id, purpose: request.purpose, categories: [...share], recipient: recipientIn(request.recipient) },
      });
      return done(c, sayTo(c).agree.done, data.giveGrant!.at, '/sharing');
    });
};

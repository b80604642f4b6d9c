import { html, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { Hono } from 'hono';
import { TimelineDocument, TimelineOfDocument } from '../../generated/operations.ts';
import { personIn } from '../../personIn.ts';
import { EVENT_TOPICS, type EventTopic } from './events.ts';
import { presentTimeline } from './presenter.ts';
import { readQuestion } from './question.ts';
import { TimelineView, WrongQuestionView } from './view.tsx';

const only = (topic: EventTopic) => Object.fromEntries(EVENT_TOPICS.map((one) => [one, one === topic])) as Record<EventTopic, boolean>;

/**
 * What happened, out of every topic that the person shares. One topic is asked for alone, and with another operation: what
 * is asked for by its name is on the person's record so.
 */
export const timelinePage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>().get('/people/:id/timeline', async (c: SessionContext) => {
  const id = personIn(c);
  const question = readQuestion((name) => c.req.query(name));
  if (question.errors.length > 0) return html(c, <WrongQuestionView id={id} question={question} chrome={chrome(c)} />, 400);
  const answer = question.topic === undefined ? await ask(c, TimelineDocument, { id }) : await ask(c, TimelineOfDocument, { id, ...only(question.topic) });
  return html(c, <TimelineView page={presentTimeline(answer, question)} question={question} chrome={chrome(c)} />);
});

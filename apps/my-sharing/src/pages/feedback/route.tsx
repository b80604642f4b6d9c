import { randomUUID } from 'node:crypto';
import { html, takeKept, textOf, type Fields, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { Hono } from 'hono';
import type { FeedbackPort } from '../../feedback/feedbackPort.ts';
import { sayTo } from '../../sayTo.ts';
import { readFeedback } from './readFeedback.ts';
import { FeedbackView } from './view.tsx';

/** Feedback and complaints about the pages and about us: the words alone, without a name unless one was typed. Without anybody who takes them there is no form, and the page says so. */
export const feedbackPage = (send?: FeedbackPort): PageRoutes => ({ chrome }) => new Hono<SessionEnv>()
  .get('/feedback', (c) => html(c, <FeedbackView fields={takeKept(c) ?? NOTHING} errors={[]} isTaken={send !== undefined} chrome={chrome(c)} newKey={randomUUID} />))
  .post('/feedback', async (c) => {
    if (!send) throw new HouseError('FORBIDDEN');
    const read = readFeedback(c.var.fields, sayTo(c).feedback);
    if (read.kind === 'WRONG') return html(c, <FeedbackView fields={c.var.fields} errors={read.errors} isTaken chrome={chrome(c)} newKey={randomUUID} />, 400);
    await send({ ...read.feedback, key: textOf(c.var.fields, 'key') });
    c.var.changeSession({ said: sayTo(c).feedback.sent[read.feedback.kind] });
    return c.redirect('/', 303);
  });

const NOTHING: Fields = {};

import { randomUUID } from 'node:crypto';
import { done, html, type FieldError, type PageRoutes, type SessionContext, type SessionEnv, takeKept, textOf } from '@thegither/pages';
import { HouseError, type ErrorCode } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { Hono } from 'hono';
import { OpenInEmergencyDocument } from '../../generated/operations.ts';
import { CheckEmergencyView, EmergencyView } from './view.tsx';
import { minutesOf, readWish, wrongWith, type Wish } from './wish.ts';

/** What the house refuses, and why: the topics, at the field where they can be mended; or the reader themselves. None of it is about whoever is at the address. */
const REFUSED: Readonly<Partial<Record<ErrorCode, FieldError>>> = {
  INVALID_INPUT: { field: 'topics', text: workspaceWords.emergency.wrong.never },
  FORBIDDEN: { field: 'reason', text: workspaceWords.emergency.wrong.notYours },
  OPENED_TOO_OFTEN: { field: 'reason', text: workspaceWords.emergency.wrong.tooMany },
  REVIEW_OVERDUE: { field: 'reason', text: workspaceWords.emergency.wrong.waits },
  KEY_REUSED: { field: 'reason', text: workspaceWords.emergency.wrong.again },
};

/**
 * Opens something about whoever is at this address, without their agreement: for an hour at most, on the record, told to
 * the person and reviewed. The pages are the same for everybody. From then on the reader looks to keep somebody safe,
 * which opens nothing else.
 */
export const emergencyPage: PageRoutes = ({ ask, chrome }) => {
  const form = (c: SessionContext, wish: Wish, errors: readonly FieldError[] = []): Promise<Response> =>
    html(c, <EmergencyView wish={wish} errors={errors} chrome={chrome(c)} />, errors.length > 0 ? 400 : 200);

  return new Hono<SessionEnv>()
    .get('/people/:id/emergency', (c) => form(c, readWish(takeKept(c) ?? {})))
    .post('/people/:id/emergency', async (c) => {
      const { fields } = c.var, wish = readWish(fields), step = textOf(fields, 'step');
      if (step === 'change') return form(c, wish);
      const errors = wrongWith(wish), { ground } = wish, minutes = minutesOf(wish);
      if (errors.length > 0 || ground === undefined || minutes === undefined) return form(c, wish, errors);
      if (step !== 'open') return html(c, <CheckEmergencyView wish={{ ...wish, ground }} wishKey={randomUUID()} chrome={chrome(c)} />);
      const input = {
        key: textOf(fields, 'key'), person: c.req.param('id'), categories: [...wish.topics], ground, reason: wish.why, minutes, delayNotice: wish.danger === 'yes' ? wish.dangerWhy : null,
      };
      try {
        const { data } = await ask(c, OpenInEmergencyDocument, { input }, 'KEEP_SAFE');
        c.var.changeSession({ purpose: 'KEEP_SAFE' });
        return done(c, workspaceWords.emergency.opened, data.breakGlass!.at, `/people/${encodeURIComponent(input.person)}`);
      } catch (error) {
        const refused = error instanceof HouseError ? REFUSED[error.code] : undefined;
        if (!refused) throw error;
        return form(c, wish, [refused]);
      }
    });
};

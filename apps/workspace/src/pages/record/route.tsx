import { randomUUID } from 'node:crypto';
import { html, takeKept, textOf, timeOf, type FieldError, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { Hono } from 'hono';
import { RecordAgreementDocument, RecordedDocument, RecordForDocument } from '../../generated/operations.ts';
import { mayBeDone } from '../../mayBeDone.ts';
import { personIn } from '../../personIn.ts';
import { scottishDay } from '../caseload/days.ts';
import { CheckRecordView } from './checkView.tsx';
import { presentRecord, presentRecorded, recipientOf, sayRecorded } from './presenter.ts';
import { RecordedView } from './recordedView.tsx';
import { readRecord, typedIn } from './readRecord.ts';
import { RecordView } from './view.tsx';

/**
 * What somebody agreed to in the reader's presence: a form, everything to check, and only then the record. All of it at
 * one address, so that what was typed is found again by whoever has to sign in meanwhile. What was recorded has an address
 * of its own, where its code can be read as often as it is wanted: it is made of the id, and tells nobody what the person said.
 */
export const recordPage: PageRoutes = ({ ask, chrome, now }) => {
  async function asked(c: SessionContext) {
    const { data } = await ask(c, RecordForDocument, { id: personIn(c) });
    if (!data.person) throw new HouseError('UNKNOWN_PERSON');
    return presentRecord(data.person, data.recipients);
  }

  return new Hono<SessionEnv>()
    .get('/people/:id/record', async (c) => html(c, <RecordView page={await asked(c)} typed={typedIn(takeKept(c) ?? {})} errors={[]} recordKey={randomUUID()} chrome={chrome(c)} />))
    .post('/people/:id/record', async (c) => {
      const page = await asked(c), typed = typedIn(c.var.fields), recordKey = textOf(c.var.fields, 'key'), step = textOf(c.var.fields, 'step'), say = workspaceWords.record;
      const { record, errors } = readRecord(typed, scottishDay(now()), page.recipients.map(({ value }) => value));
      if (step === 'change') return html(c, <RecordView page={page} typed={typed} errors={[]} recordKey={recordKey} chrome={chrome(c)} />);
      if (!record) return html(c, <RecordView page={page} typed={typed} errors={errors} recordKey={recordKey} chrome={chrome(c)} />, 400);
      const check = (wrong: readonly FieldError[], status: 200 | 503) =>
        html(c, <CheckRecordView page={page} typed={typed} record={record} errors={wrong} recordKey={recordKey} chrome={chrome(c)} />, status);
      if (step !== 'record') return check([], 200);
      try {
        const { data } = await ask(c, RecordAgreementDocument, { input: { key: recordKey, person: page.id, recipient: recipientOf(typed.recipient), ...record } });
        const { grant, at } = data.recordGrant!;
        c.var.changeSession({ said: sayRecorded(page, typed.recipient, record, timeOf(at)) });
        return c.redirect(`/people/${page.id}/record/${grant}`, 303);
      } catch (error) {
        if (mayBeDone(error)) return check([{ field: 'send', text: say.errors.unknown }], 503);
        if (!(error instanceof HouseError && error.code === 'INVALID_INPUT')) throw error;
        return html(c, <RecordView page={page} typed={typed} errors={[{ field: 'recipient', text: say.errors.refused }]} recordKey={recordKey} chrome={chrome(c)} />, 400);
      }
    })
    .get('/people/:id/record/:grant', async (c) => {
      const id = personIn(c), grant = c.req.param('grant');
      // Nothing has such a name: a code of it would lead nowhere.
      if (!/^[0-9a-f-]{36}$/.test(grant)) throw new HouseError('UNKNOWN_PERSON');
      const { data } = await ask(c, RecordedDocument, { id, grant });
      if (!data.person) throw new HouseError('UNKNOWN_PERSON');
      return html(c, <RecordedView page={presentRecorded(data.person, data.grantCode)} chrome={chrome(c)} />);
    });
};

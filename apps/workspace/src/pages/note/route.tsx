import { randomUUID } from 'node:crypto';
import { done, html, takeKept, textOf, type FieldError, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { HouseError, type ErrorCode } from '@thegither/vocabulary';
import { workspaceWords } from '@thegither/words';
import { Hono } from 'hono';
import { NoteForDocument, WriteNoteDocument } from '../../generated/operations.ts';
import { personIn } from '../../personIn.ts';
import { mayBeDone } from '../../mayBeDone.ts';
import { scottishDay } from '../caseload/days.ts';
import { presentNote, withoutHouse, type NotePage } from './presenter.ts';
import { freshNote, readNote, typedIn, type TypedNote } from './readNote.ts';
import { NoteView } from './view.tsx';

/** What the writer saw of the support may be gone since the form was made. */
const CHANGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INVALID_INPUT', 'FORBIDDEN']);

/** A note of a talk with somebody whom the reader supports. */
export const notePage: PageRoutes = ({ ask, chrome, now }) => {
  async function asked(c: SessionContext): Promise<NotePage> {
    const { data } = await ask(c, NoteForDocument, { id: personIn(c) });
    if (!data.person) throw new HouseError('UNKNOWN_PERSON');
    return presentNote(data.person);
  }
  const show = (c: SessionContext, page: NotePage, typed: TypedNote, errors: readonly FieldError[], key: string, status: 200 | 400 | 503) =>
    html(c, <NoteView page={page} typed={typed} errors={errors} today={scottishDay(now())} noteKey={key} chrome={chrome(c)} />, status);

  return new Hono<SessionEnv>()
    .get('/people/:id/note', async (c) => {
      const page = await asked(c), kept = takeKept(c);
      return show(c, page, kept ? typedIn(kept) : freshNote(scottishDay(now()), page.seen), [], randomUUID(), 200);
    })
    .post('/people/:id/note', async (c) => {
      const person = personIn(c), typed = typedIn(c.var.fields), key = textOf(c.var.fields, 'key'), say = workspaceWords.note;
      const { note, errors } = readNote(typed, scottishDay(now()));
      if (!note) return show(c, await asked(c), typed, errors, key, 400);
      try {
        const { data } = await ask(c, WriteNoteDocument, { input: { key, person, ...note } });
        return done(c, say.kept, data.writeSupportContact!.at, `/people/${person}`);
      } catch (error) {
        if (mayBeDone(error)) return show(c, withoutHouse(person, typed.labels), typed, [{ field: 'agreed', text: say.errors.unknown }], key, 503);
        if (!(error instanceof HouseError) || !CHANGED.has(error.code)) throw error;
        return show(c, await asked(c), typed, [{ field: 'labels', text: say.errors.changed }], key, 400);
      }
    });
};

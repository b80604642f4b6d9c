import { randomUUID } from 'node:crypto';
import { done, html, type PageRoutes, type SessionContext, type SessionEnv, textOf } from '@thegither/pages';
import { HouseError } from '@thegither/vocabulary';
import { Hono } from 'hono';
import {
  AgreeDocument, ContinueDocument, NotRightDocument, PauseDocument, ResumeDocument, RightDocument, SharingDocument, StopAllDocument, StopDocument, StopWithDocument,
} from '../../generated/operations.ts';
import { recipientIn } from '../../called.ts';
import { sayTo } from '../../sayTo.ts';
import { whoIsIn } from '../../whoIsIn.ts';
import { recipientNamed } from './partsOf.ts';
import { presentSharing } from './presenter.ts';
import { presentTable } from './tablePresenter.ts';
import { TableView } from './tableView.tsx';
import { SharingView } from './view.tsx';

/** For how long a stop can be undone by one button. */
const UNDO_MS = 10 * 60_000;

const say = (c: SessionContext, text: 'stopped' | 'stoppedWith' | 'pausedNow' | 'resumed' | 'stoppedAll' | 'undone' | 'confirmed' | 'invalidated', at: string): Response =>
  done(c, sayTo(c).sharing[text], at, '/sharing');

/** Who can see what, and the buttons that end or interrupt it: each takes effect at once, and says when. */
export const sharingPage: PageRoutes = ({ ask, chrome, now }) => {
  const input = async (c: SessionContext) => ({ key: textOf(c.var.fields, 'key'), person: await whoIsIn(c, ask) });
  const ofGrant = async (c: SessionContext) => ({ ...await input(c), grant: textOf(c.var.fields, 'grant') });
  const undoable = (c: SessionContext): readonly string[] => {
    const { undo } = c.var.session;
    return undo && now() < undo.until ? undo.what.split(' ') : [];
  };
  const keepForUndo = (c: SessionContext, what: readonly string[], until = now() + UNDO_MS): void =>
    c.var.changeSession({ undo: what.length === 0 ? undefined : { what: what.join(' '), until } });

  return new Hono<SessionEnv>()
    .get('/sharing', async (c) => {
      const { data } = await ask(c, SharingDocument, {});
      const around = chrome(c);
      return html(c, <SharingView page={presentSharing(data, around.language, undoable(c))} chrome={around} newKey={randomUUID} />);
    })
    .get('/sharing/table', async (c) => {
      const { data } = await ask(c, SharingDocument, {});
      const around = chrome(c);
      return html(c, <TableView page={presentTable(data, around.language)} chrome={around} newKey={randomUUID} />);
    })
    .post('/sharing/stop', async (c) => {
      const stop = await ofGrant(c);
      const { data } = await ask(c, StopDocument, { input: stop });
      // What was paused stays closed: an undo would open it.
      keepForUndo(c, textOf(c.var.fields, 'was') === 'PAUSED' ? [] : [stop.grant]);
      return say(c, 'stopped', data.withdrawGrant!.at);
    })
    .post('/sharing/stop-with', async (c) => {
      const recipient = recipientNamed(textOf(c.var.fields, 'recipient'));
      if (!recipient) throw new HouseError('INVALID_INPUT');
      const { data } = await ask(c, StopWithDocument, { input: { ...await input(c), recipient } });
      keepForUndo(c, textOf(c.var.fields, 'undo').split(' ').filter((id) => id !== ''));
      return say(c, 'stoppedWith', data.withdrawFrom!.at);
    })
    .post('/sharing/undo', async (c) => {
      const { person, key } = await input(c);
      const { data: { me } } = await ask(c, SharingDocument, {});
      const asked = textOf(c.var.fields, 'grant').split(' '), until = c.var.session.undo?.until;
      let open = undoable(c);
      // Only what was stopped here a moment ago, as it was: no more, and not for longer.
      const before = (me?.grants ?? []).filter(({ id, state }) => state === 'WITHDRAWN' && asked.includes(id) && open.includes(id));
      if (before.length === 0) throw new HouseError('INVALID_INPUT');
      let at = '';
      for (const { id, recipient, purpose, categories, sources, dataFrom, dataTo, mode, to } of before) {
        // A key of its own for each, made of the form's: sent twice, each is given once.
        const given = await ask(c, AgreeDocument, {
          input: { key: `${key} ${id}`, person, recipient: recipientIn(recipient), purpose, categories, sources, dataFrom, dataTo, mode, until: lastDayOf(to) },
        });
        at = given.data.giveGrant!.at;
        open = open.filter((other) => other !== id);
        keepForUndo(c, open, until);
      }
      return say(c, 'undone', at);
    })
    .post('/sharing/pause', async (c) => say(c, 'pausedNow', (await ask(c, PauseDocument, { input: await ofGrant(c) })).data.pauseGrant!.at))
    .post('/sharing/continue', async (c) => say(c, 'resumed', (await ask(c, ContinueDocument, { input: await ofGrant(c) })).data.resumeGrant!.at))
    .post('/sharing/right', async (c) => say(c, 'confirmed', (await ask(c, RightDocument, { input: await ofGrant(c) })).data.confirmGrant!.at))
    .post('/sharing/not-right', async (c) => say(c, 'invalidated', (await ask(c, NotRightDocument, { input: await ofGrant(c) })).data.invalidateGrant!.at))
    .post('/sharing/stop-all', async (c) => say(c, 'stoppedAll', (await ask(c, StopAllDocument, { input: await input(c) })).data.stopAll!.at))
    .post('/sharing/resume', async (c) => say(c, 'resumed', (await ask(c, ResumeDocument, { input: await input(c) })).data.resumeSharing!.at));
};

/** The last day of something that ends then, exclusive: the day of the moment before. */
const lastDayOf = (to: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.parse(to) - 1));

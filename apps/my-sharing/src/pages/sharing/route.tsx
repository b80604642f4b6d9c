import { randomUUID } from 'node:crypto';
import { html, textOf, type PageRoutes, type SessionContext, type SessionEnv } from '@thegither/pages';
import { fill, pageWords } from '@thegither/words';
import { Hono } from 'hono';
import { ContinueDocument, PauseDocument, ResumeDocument, SharingDocument, StopAllDocument, StopDocument } from '../../generated/operations.ts';
import { timeOf } from '../../moments.ts';
import { whoIsIn } from '../../whoIsIn.ts';
import { presentSharing } from './presenter.ts';
import { SharingView } from './view.tsx';

/** Who can see what, and the buttons that end or interrupt it: each takes effect at once, and says when. */
export const sharingPage: PageRoutes = ({ ask, chrome }) => {
  const input = async (c: SessionContext) => ({ key: textOf(c.var.fields, 'key'), person: await whoIsIn(c, ask) });
  const ofGrant = async (c: SessionContext) => ({ ...await input(c), grant: textOf(c.var.fields, 'grant') });
  const done = (c: SessionContext, text: (say: ReturnType<typeof pageWords>['mySharing']['sharing']) => string, at: string): Response => {
    c.var.changeSession({ said: fill(text(pageWords(chrome(c).language).mySharing.sharing), { time: timeOf(at) }) });
    return c.redirect('/sharing', 303);
  };
  return new Hono<SessionEnv>()
    .get('/sharing', async (c) => {
      const { data } = await ask(c, SharingDocument, {});
      const around = chrome(c);
      return html(c, <SharingView page={presentSharing(data, around.language)} chrome={around} newKey={randomUUID} />);
    })
    .post('/sharing/stop', async (c) => done(c, (say) => say.stopped, (await ask(c, StopDocument, { input: await ofGrant(c) })).data.withdrawGrant!.at))
    .post('/sharing/pause', async (c) => done(c, (say) => say.pausedNow, (await ask(c, PauseDocument, { input: await ofGrant(c) })).data.pauseGrant!.at))
    .post('/sharing/continue', async (c) => done(c, (say) => say.resumed, (await ask(c, ContinueDocument, { input: await ofGrant(c) })).data.resumeGrant!.at))
    .post('/sharing/stop-all', async (c) => done(c, (say) => say.stoppedAll, (await ask(c, StopAllDocument, { input: await input(c) })).data.stopAll!.at))
    .post('/sharing/resume', async (c) => done(c, (say) => say.resumed, (await ask(c, ResumeDocument, { input: await input(c) })).data.resumeSharing!.at));
};

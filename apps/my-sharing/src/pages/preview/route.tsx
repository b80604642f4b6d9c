import { html, type PageRoutes, type SessionEnv } from '@thegither/pages';
import { GRANTABLE_PURPOSES, HouseError } from '@thegither/vocabulary';
import { Hono } from 'hono';
import { PreviewAsDocument, WhomToPreviewDocument } from '../../generated/operations.ts';
import { eyesOf, lookersOf, presentPreview } from './presenter.ts';
import { PreviewView } from './view.tsx';

/** What a worker would see now, for a purpose, and who else could look. It asks as the person: nothing goes on the record in the worker's name. */
export const previewPage: PageRoutes = ({ ask, chrome }) => new Hono<SessionEnv>().get('/sharing/preview', async (c) => {
  const { data } = await ask(c, WhomToPreviewDocument, {});
  const around = chrome(c);
  const eyes = eyesOf(data, around.language);
  const sent = c.req.query('worker'), purpose = GRANTABLE_PURPOSES.find((one) => one === (c.req.query('purpose') ?? GRANTABLE_PURPOSES[0]));
  const worker = eyes.find(({ id }) => id === sent);
  // Only those whom the page offers: it says nothing of which other accounts there are.
  if (purpose === undefined || (sent !== undefined && worker === undefined)) throw new HouseError('INVALID_INPUT');
  const seen = worker && presentPreview((await ask(c, PreviewAsDocument, { worker: worker.id, purpose })).data);
  const { couldLook } = data.me ?? {};
  return html(c, <PreviewView eyes={eyes} lookers={lookersOf(data, around.language)} isWhole={couldLook?.isWhole === true} worker={worker} purpose={purpose} seen={seen} chrome={around} />);
});

import { openPages, type OpenPages, type PagesDeps } from '@thegither/pages';
import { mySharing } from './app.ts';
import type { FeedbackPort } from './feedback/feedbackPort.ts';

/** What My sharing is given where it starts. */
export interface MySharingDeps extends PagesDeps {
  /** Where feedback and complaints go; without it the page says that none is taken. */
  readonly feedback?: FeedbackPort | undefined;
}

/** Opens My sharing over a gateway and the issuer at which people sign in. */
export const openMySharing = (deps: MySharingDeps, port?: number, host?: string): Promise<OpenPages> => openPages(mySharing(deps.feedback), deps, port, host);

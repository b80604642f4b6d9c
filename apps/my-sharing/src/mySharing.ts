import { openPages, type OpenPages, type PagesDeps } from '@thegither/pages';
import { MY_SHARING } from './app.ts';

/** Opens My sharing over a gateway and the issuer at which people sign in. */
export const openMySharing = (deps: PagesDeps, port?: number, host?: string): Promise<OpenPages> => openPages(MY_SHARING, deps, port, host);

import { openPages, type OpenPages, type PagesDeps } from '@thegither/pages';
import { WORKSPACE } from './app.ts';

/** Opens the key worker's workspace over a gateway and the issuer at which workers sign in. */
export const openWorkspace = (deps: PagesDeps, port?: number, host?: string): Promise<OpenPages> => openPages(WORKSPACE, deps, port, host);

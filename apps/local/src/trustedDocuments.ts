import { documentHashes as mySharing } from '@thegither/my-sharing';
import { documentHashes as workspace } from '@thegither/workspace';

/** By the client id of each app of pages: the SHA-256 of every operation that it registered. The gateway takes no other from it, whoever is signed in. */
export const trustedDocuments = (): Readonly<Record<string, readonly string[]>> => ({ 'my-sharing': Object.values(mySharing), workspace: Object.values(workspace) });

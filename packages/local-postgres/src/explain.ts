import { HouseError } from '@thegither/vocabulary';

const FULL = 'The disk is full: make room (PostgreSQL needs about 100 MB to start) and start again.';
/** The folder is there, and a server cannot work with it. */
export const DAMAGED = 'The data folder is damaged and PostgreSQL cannot start on it: `npm run reset` removes it and begins anew.';

/** What PostgreSQL prints -> what it means for whoever sits before it. The first that fits. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/could not (create|resize|open|map) (any )?shared memory|could not create semaphores/i, 'This machine gives PostgreSQL too little shared memory to start: end other servers, or give the container more (--shm-size).'],
  [/No space left on device|Disk quota exceeded/i, FULL],
  [/Address already in use|could not create any TCP\/IP sockets/i, 'The port for PostgreSQL is taken by another program: stop that one, or choose another port.'],
  [/lock file "postmaster\.pid" already exists|Is another postmaster/i, 'Another PostgreSQL is running on this data folder: stop it and start again.'],
  [/database files are incompatible with server/i, 'The data folder was made by another version of PostgreSQL: `npm run reset` removes it and begins anew.'],
  [/could not look up effective user ID|cannot be run as root/i, 'PostgreSQL has no user of this machine to run as: start as an ordinary user.'],
];

/** What was tried: making a data folder, or starting a server on one. */
export type Tried = 'initdb' | 'start';

/**
 * Says in one sentence why PostgreSQL did not come up. A folder that holds data and on which the server will not start
 * for no other reason is damaged. The server's own words are kept as the cause.
 */
export function explain(log: string, tried: Tried): HouseError {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(log))?.[1];
  const otherwise = tried === 'start' ? DAMAGED : 'PostgreSQL could not make its data folder.';
  return new HouseError('CONFIGURATION', meaning ?? otherwise, { cause: new Error(log.trim().slice(-4000)) });
}

/** Codes of the operating system and of PostgreSQL (SQLSTATE) that mean a full disk. */
const FULL_CODES = new Set(['ENOSPC', 'EDQUOT', '53100']);
const CLOSED_CODES = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The same for an error with a code, wherever in its chain of causes that is: any other error comes back as it is. */
export function explainCode(error: unknown): unknown {
  for (let link = error; link instanceof Error; link = link.cause) {
    const code = 'code' in link ? String(link.code) : '';
    if (FULL_CODES.has(code)) return new HouseError('CONFIGURATION', FULL, { cause: error });
    if (CLOSED_CODES.has(code)) return new HouseError('CONFIGURATION', 'The data folder may not be written: choose another with THEGITHER_DATA.', { cause: error });
  }
  return error;
}

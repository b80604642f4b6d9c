import { words } from '@thegither/words';

const ROLES: Readonly<Record<string, string>> = words('en').roles;

/** What somebody does, in words; nothing for a role that has none. */
export const roleName = (code: string | null): string | undefined => (code === null ? undefined : Object.hasOwn(ROLES, code) ? ROLES[code] : undefined);

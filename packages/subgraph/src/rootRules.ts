import { WORKING_ROLES } from '@thegither/consent';
import type { Role } from '@thegither/vocabulary';
import type { RootRule } from './gate.ts';

/** Whoever came with a valid decision: for what is open to everybody who signed in. */
export const anyCaller: RootRule = () => true;

/** Workers alone. */
export const anyWorker: RootRule = ({ decision }) => decision.caller.kind === 'worker';

/** The person themselves alone. */
export const thePerson: RootRule = ({ decision }) => decision.caller.kind === 'person';

/** Workers who have one of these roles now. */
export const withRole = (...roles: readonly Role[]): RootRule => ({ decision: { caller } }) =>
  caller.kind === 'worker' && caller.roles.some((role) => roles.includes(role));

/** Workers who support people into work, in any role that does. */
export const worksWithPeople: RootRule = withRole(...WORKING_ROLES);

import { PURPOSE_CEILINGS, ROLE_CEILINGS, ROLE_PURPOSES, namesIn } from '@thegither/consent';
import { AGENCIES, AGREEMENTS, type DemoWorker } from '@thegither/synthetic';
import { REGISTER, type Purpose, type Role } from '@thegither/vocabulary';

/** Own rows of the domain for which a role receives a referral are within it. */
const RECEIVES: Readonly<Partial<Record<Role, string>>> = {
  KEY_WORKER: 'employability', MENTOR: 'employability', WORK_COACH: 'employability', CASE_MANAGER: 'health-and-work', JUSTICE_WORKER: 'justice', HOUSING_OFFICER: 'housing', CAREERS_ADVISER: 'careers',
};

const allowed = new Map<string, readonly string[]>();

/** What can be open at all to this worker for this purpose: what the agencies agreed on and the role and the purpose allow. It never changes. */
export function within(asks: DemoWorker, purpose: Purpose): readonly string[] {
  const key = `${asks.id} ${purpose}`;
  const made = allowed.get(key) ?? withinOf(asks, purpose);
  allowed.set(key, made);
  return made;
}

function withinOf(asks: DemoWorker, purpose: Purpose): string[] {
  const roles = asks.roles.filter((role) => ROLE_PURPOSES[role].includes(purpose));
  const reached = new Set(roles.flatMap((role) => {
    const received = purpose === 'REFERRAL' ? REGISTER.filter(({ owner, byGrant }) => byGrant && owner === RECEIVES[role]).map(({ name }) => name) : [];
    const ofPurpose = new Set([...namesIn(PURPOSE_CEILINGS[purpose]), ...received]);
    return namesIn(ROLE_CEILINGS[role]).filter((name) => ofPurpose.has(name));
  }));
  const receives = new Set([
    ...AGREEMENTS.filter(({ recipient }) => recipient === asks.agency).flatMap(({ categories }) => categories), ...AGENCIES.find(({ id }) => id === asks.agency)!.holds,
    ...REGISTER.filter(({ owner, byGrant }) => owner === 'people' || owner === 'consent' || !byGrant).map(({ name }) => name),
  ]);
  return [...reached].filter((name) => receives.has(name));
}

import { randomUUID } from 'node:crypto';
import { dateColumn } from '@thegither/subgraph';
import { SERVICES, type Somebody } from '@thegither/synthetic';
import { HouseError, type PersonId, type SpineId } from '@thegither/vocabulary';
import type { Prisma } from '../src/generated/prisma/client.ts';
import { REFERRAL_SOURCES } from '../src/reference/referralSources.ts';

const TELLS = new Map(SERVICES.map(({ id, tells }) => [id, tells]));
const DOORS = new Map(REFERRAL_SOURCES.map(({ code, tells }) => [code, tells]));

/** The rows of people's records, model by model, each after what it hangs from: referrals with their steps and goals, which say themselves whose they are. */
export function referralRows(people: readonly Somebody[], idOf: (spine: SpineId) => PersonId, today: string, newId: () => string = randomUUID): {
  Referral: Prisma.ReferralCreateManyInput[]; ReferralStep: Prisma.ReferralStepCreateManyInput[]; ReferralGoal: Prisma.ReferralGoalCreateManyInput[];
} {
  const told = people.flatMap(({ spine, story }) => story(today).referrals.referrals.map((referral) => ({ ...referral, id: newId(), person: idOf(spine) })));
  return {
    Referral: told.map(({ steps: _steps, goals: _goals, service, source = 'PROVIDER', direction = 'OUT', bundle = [], toldOn = null, sentOn, labels, ...row }) => ({
      ...row, direction, serviceId: service, tells: known(TELLS, service), sourceCode: source, sourceTells: known(DOORS, source), bundle: [...bundle],
      sentOn: dateColumn(sentOn), toldOn: dateColumn(toldOn), labels: [...labels],
    })),
    ReferralStep: told.flatMap(({ id, person, controller, steps = [] }) => steps.map((step, position) =>
      ({ ...step, referralId: id, person, controller, position, on: dateColumn(step.on), labels: [...step.labels] }))),
    ReferralGoal: told.flatMap(({ id, person, controller, goals = [] }) => goals.map((goal, position) => ({ ...goal, referralId: id, person, controller, position, labels: [...goal.labels] }))),
  };
}

/** What a service or a door tells. A referral to one that is not there would say nothing of it, so it is a fault. */
function known(tells: ReadonlyMap<string, string>, code: string): string {
  const told = tells.get(code);
  if (told === undefined) throw new HouseError('INTERNAL', 'a story refers somebody to a service, or by a door, that there is not');
  return told;
}

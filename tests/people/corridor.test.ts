import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createIdentifiers } from '@thegither/identity';
import { generatePeople } from '@thegither/local';
import { PERSONAS, dayOf, personAt, type GeneratedPerson } from '@thegither/synthetic';
import { askInTime } from '../harness/askInTime.ts';
import { IDENTIFIER_KEYS } from '../harness/houseDatabases.ts';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(180_000);

/** The people whom Isla supports: the first of every seed. */
const COUNT = 25, SEED = 7;
const AT = Math.floor(Date.now() / 86_400_000) * 86_400_000;
const TODAY = dayOf(AT);
const PEOPLE = Array.from({ length: COUNT }, (_, place) => personAt(SEED, place));
const identifiers = createIdentifiers(IDENTIFIER_KEYS);
const seenByIsla = ({ spine }: GeneratedPerson) => identifiers.issue('agency:fife-works', spine);

interface Person { readonly id: string; readonly name: { readonly knownAs: string } | null; readonly actionPlan: { readonly goals: readonly { readonly title: string }[] } | null; readonly convictions: readonly { readonly offence: string }[] | null }
const FIELDS = 'id name { knownAs } actionPlan { goals { title } } convictions { offence }';

let house: TestHouse;
beforeAll(async () => {
  house = await startHouse({ patience: PATIENT });
  await generatePeople({ databases: house.databases, identifiers, count: COUNT, seed: SEED, at: AT });
});
afterAll(() => house.stop());

/** Does the person share a category with Isla's agency today, by the history that was made? No refusal of the generator's is about these two. */
function shares({ history }: GeneratedPerson, category: string): boolean {
  const steps = history(AT);
  const stopped = steps.filter(({ kind }) => kind === 'STOPPED' || kind === 'RESUMED').at(-1)?.kind === 'STOPPED';
  return !stopped && steps.some((step) => step.kind === 'GRANTED' && step.recipient.kind === 'agency' && step.recipient.agency === 'fife-works' && step.purpose === 'EMPLOYABILITY_SUPPORT'
    && step.lastDay >= TODAY && step.categories.includes(category) && !steps.some((other) => other.kind === 'WITHDRAWN' && other.granted === step.key));
}

async function ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data> {
  const { body, text } = await askInTime(() => house.ask<Data>('isla', query, variables));
  if (!body.data) throw new Error(`no answer: ${text}`);
  return body.data;
}

describe('generated people, asked for through the corridor by the worker who supports them', () => {
  test('are told as their story and what they agreed to have it', async () => {
    const { people } = await ask<{ people: Person[] }>(`query ($ids: [PersonId!]!) { people(ids: $ids) { ${FIELDS} } }`, { ids: PEOPLE.map(seenByIsla) });
    const expected = PEOPLE.map((person): Person => {
      const { people: { name }, employability: { actionPlan } } = person.story(TODAY);
      const goals = actionPlan?.goals.map(({ title }) => title);
      return {
        id: seenByIsla(person), name: { knownAs: name.knownAs }, convictions: null,
        actionPlan: shares(person, 'ACTION_PLAN') && goals ? { goals: goals.map((title) => ({ title })) } : null,
      };
    });
    expect(people.map((person) => ({ ...person, actionPlan: person.actionPlan && { goals: person.actionPlan.goals.map(({ title }) => ({ title })) } }))).toEqual(expected);
    expect(new Set(expected.map(({ actionPlan }) => actionPlan === null)).size).toBe(2);
  });

  test('stand in her caseload beside those of the demonstration', async () => {
    const { caseload } = await ask<{ caseload: { edges: { person: { id: string } }[] } }>('{ caseload(first: 200) { edges { person { id } } } }');
    const ids = caseload.edges.map(({ person }) => person.id);
    expect(ids).toEqual(expect.arrayContaining(PEOPLE.map(seenByIsla)));
    expect(ids.length).toBeGreaterThan(COUNT);
    expect(ids.length).toBeLessThanOrEqual(COUNT + PERSONAS.length);
  });

  test('are nobody to a worker whom they have not', async () => {
    const strangers = PEOPLE.map(({ spine }) => identifiers.issue('agency:glasgow-housing', spine));
    const { body } = await house.ask<{ people: (Person | null)[] }>('una', 'query ($ids: [PersonId!]!) { people(ids: $ids) { id name { knownAs } } }', { ids: strangers });
    expect(body.data?.people).toEqual(strangers.map(() => null));
  });
});

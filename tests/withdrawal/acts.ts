import { randomUUID } from 'node:crypto';
import type { TestHouse } from '../harness/startHouse.ts';

/** What a change answers about itself. */
export interface Acknowledged {
  readonly eventId: string;
  readonly at: string;
}

/** The changes that these tests make. */
export type Verb = 'giveGrant' | 'withdrawGrant' | 'refuse' | 'stopAll' | 'resumeSharing' | 'exclude';

/** The mutation of a verb, with what it is to show of the person afterwards. */
export const mutationOf = (verb: Verb, shown = ''): string =>
  `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { eventId at ${shown} } }`;

/** Makes a change as an account about a demo person, and resolves when it is acknowledged. Throws when it is not done. */
export async function act(house: TestHouse, account: string, verb: Verb, persona: string, input: Readonly<Record<string, unknown>> = {}): Promise<Acknowledged> {
  const given = { key: randomUUID(), person: house.personIdFor(account, persona), ...input };
  const { body } = await house.ask<Partial<Record<Verb, Acknowledged>>>(account, mutationOf(verb), { input: given });
  const done = body.data?.[verb];
  if (body.errors || !done) throw new Error(`${verb} was not done: ${body.errors?.map(({ extensions }) => extensions.code).join()}`);
  return done;
}

/** The person shares these categories with Fife Works for employability support, and it is so when this resolves. Answers the grant's id. */
export async function agree(house: TestHouse, persona: string, categories: readonly string[]): Promise<string> {
  await act(house, persona, 'giveGrant', persona, { purpose: 'EMPLOYABILITY_SUPPORT', categories, recipient: { agency: 'fife-works' } });
  return (await openGrants(house, persona))[0]!;
}

/** The same, with everything that stood before taken back first. */
export async function agreeAnew(house: TestHouse, persona: string, categories: readonly string[]): Promise<string> {
  for (const grant of await openGrants(house, persona)) await act(house, persona, 'withdrawGrant', persona, { grant });
  return agree(house, persona, categories);
}

interface Mine { readonly me: { readonly grants: readonly { readonly id: string; readonly state: string }[] } }

/** The grants that a person may take back now, latest first, as they themselves read them. */
export async function openGrants(house: TestHouse, persona: string): Promise<string[]> {
  const { body } = await house.ask<Mine>(persona, '{ me { grants { id state } } }');
  return body.data!.me.grants.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
}

import { DOMAINS, type ErrorCode, type SharingEntry, type SpineId } from '@thegither/vocabulary';
import { claimsIn } from '../harness/claimsIn.ts';
import type { Recorded } from '../harness/proxy.ts';
import type { AskOptions, TestHouse } from '../harness/startHouse.ts';
import { idFor, idsOf } from '../harness/twins.ts';

/** Everything that anybody outside a person's own services could notice of one question about them. */
export interface World {
  readonly status: number;
  /** The answer, letter for letter, with the person's id replaced. */
  readonly answer: string;
  /** What the rooms were asked, in whole: text, variables and the signed decision, ids replaced and what is random or a time left out. */
  readonly asked: readonly string[];
  /** The calls to the decision service, likewise. */
  readonly decided: readonly string[];
  readonly sharing: readonly SharingEntry[];
}

/** How somebody asks about one person. */
export interface Asking extends Pick<AskOptions, 'purpose' | 'headers'> {
  readonly asker: string;
  readonly query: string;
  /** The variables, where they are not `{ id }`. */
  readonly variables?: (id: string) => Record<string, unknown>;
}

const ABOUT = 'query ($id: PersonId!) { person(id: $id)';

/** A question about one person, with these selections. */
export const aboutPerson = (selections: string): string => `${ABOUT} { ${selections} } }`;

/** Times that a question is asked when the machine was too busy to answer it undisturbed. */
const TRIES = 5;

/** A service was too late or could not be reached. What a room itself calls an error is none of these. Where that is so whenever it is asked, it is no disturbance, and the last try shows it. */
const DISTURBED: readonly ErrorCode[] = ['DEADLINE_PASSED', 'DECISIONS_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'];

/** Asks, and writes down everything that could be noticed. An answer that a service was too late for, or whose release was held up, says something of this machine and is asked for again. */
export async function seen(house: TestHouse, person: SpineId, asking: Asking): Promise<World> {
  for (let attempt = 1; ; attempt++) {
    const world = await seenOnce(house, person, asking);
    const disturbed = DISTURBED.some((code) => world.answer.includes(code)) || world.decided.filter((call) => call.includes('/release')).length > 1;
    if (!disturbed || attempt === TRIES) return world;
  }
}

async function seenOnce(house: TestHouse, person: SpineId, { asker, query, variables, purpose, headers }: Asking): Promise<World> {
  const proxies = [...DOMAINS, 'decisions'].map((name) => ({ name, proxy: house.proxy(name) }));
  for (const { proxy } of proxies) proxy.forget();
  const id = idFor(asker, person);
  const { status, text, body } = await house.ask(asker, query, variables?.(id) ?? { id }, { purpose, headers });
  const nameless = namelessOf(person);
  const said = proxies.flatMap(({ name, proxy }) => proxy.asked.map((asked) => ({ name, text: nameless(`${name} ${tell(asked)}`) })));
  return {
    status, answer: nameless(text), sharing: body.extensions?.sharing ?? [],
    // Rooms are asked side by side: in which order they are reached is nobody's choice.
    asked: said.filter(({ name }) => name !== 'decisions').map((one) => one.text).toSorted(),
    decided: said.filter(({ name }) => name === 'decisions').map((one) => one.text),
  };
}

/** A row's own identifier: random, so no two rows have the same. How many there are still counts. */
const ROW_ID = /\b[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/g;

/** What people said and did for a test has the time at which they did; what stands in a row has a day that the test made up. */
const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const LATELY_MS = 3_600_000;

function namelessOf(person: SpineId): (text: string) => string {
  const ids = idsOf(person), now = Date.now();
  const lately = (moment: string): string => (Math.abs(now - Date.parse(moment)) < LATELY_MS ? 'LATELY' : moment);
  return (text) => ids.reduce((all, id) => all.replaceAll(id, 'THE PERSON'), text).replaceAll(ROW_ID, 'A ROW').replaceAll(MOMENT, lately);
}

/** Random for each request, or a time: no service could do without. */
const ALWAYS_NEW = new Set(['jti', 'iat', 'exp', 'request', 'token']);

/** One request as text: where, and its whole body with the decision opened. */
function tell({ method, path, body }: Recorded): string {
  return `${method} ${path} ${JSON.stringify(body, (name, value: unknown) => {
    if (ALWAYS_NEW.has(name)) return undefined;
    return name === 'decision' && typeof value === 'string' ? claimsIn(value) : value;
  })}`;
}

/** The categories that an answer says are open, from anybody. */
export const openIn = ({ sharing }: World): string[] => sharing.filter(({ state }) => state === 'SHARED').map(({ category }) => category);

/** The categories of which only the agency's own rows are open. */
export const ownIn = ({ sharing }: World): string[] => sharing.filter(({ state }) => state === 'SHARED_OWN_ONLY').map(({ category }) => category);

/** What two worlds must have in common: all of it. */
export const noticed = ({ status, answer, asked, decided }: World) => ({ status, answer, asked, decided });

/** In which of the channels two worlds differ, and where in the answer; never what stands there. */
export function differencesOf(one: World, other: World): string[] {
  const channels = ['status', 'asked', 'decided'] as const;
  return [
    ...(one.answer === other.answer ? [] : placesOf(JSON.parse(one.answer), JSON.parse(other.answer), ['answer'])),
    ...channels.filter((channel) => JSON.stringify(one[channel]) !== JSON.stringify(other[channel])),
  ];
}

function placesOf(one: unknown, other: unknown, place: readonly string[]): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const both = typeof one === 'object' && typeof other === 'object' && one !== null && other !== null;
  const keys = both ? [...new Set([...Object.keys(one), ...Object.keys(other)])] : [];
  const below = keys.flatMap((key) => placesOf((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], [...place, key]));
  return below.length > 0 ? below : [place.join('.')];
}

/** The fields of the one person in an answer. */
export function fieldsIn({ answer }: World): Record<string, unknown> {
  const { data } = JSON.parse(answer) as { data: { person: Record<string, unknown> | null } };
  if (!data.person) throw new Error('nobody is in the answer');
  return data.person;
}

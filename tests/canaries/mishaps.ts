import { PERSONAS } from '@thegither/synthetic';
import { DOMAINS } from '@thegither/vocabulary';
import { answerWith, cut, failing, garbage, html } from '../harness/faults.ts';
import type { Fault } from '../harness/proxy.ts';
import { shutDatabase } from '../harness/shutDatabase.ts';
import type { AskOptions } from '../harness/startHouse.ts';
import type { CanaryHouse } from './openCanaryHouse.ts';
import type { Random } from '../harness/random.ts';
import { spoilCodes } from './spoil.ts';

/** A question that the door has to refuse, with a value in it that may come back from nowhere. */
interface Malformed extends AskOptions {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const malformed = (word: string): readonly Malformed[] => [
  { query: `{ person(id: "${word}") { name { knownAs } }` },
  { query: `{ person(id: {is: "${word}"}) { id } }` },
  { query: `query { services(first: "${word}") { __typename } }` },
  { query: 'query ($first: Int) { caseload(first: $first) { __typename } }', variables: { first: word } },
  { query: 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', variables: { input: { key: word, person: word, also: word } } },
  { query: 'mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { eventId } }', variables: { input: { key: word, purpose: word } } },
  { query: 'query A { me { id } } query B { me { id } }', operationName: word },
  { query: '{ me { id } }', headers: { authorization: `Bearer ${word}.${word}.${word}` } },
  { query: '{ me { id } }', headers: { authorization: word } },
  { query: 'query ($id: PersonId!) { person(id: $id) { name { knownAs } } }', variables: { id: word }, purpose: word },
];

/** A room that fails, or that says in its error what may not be said. */
const faults = (word: string): readonly Fault[] => [
  cut, failing, garbage, html, answerWith(`{"errors":[{"message":"relation has no row for ${word}","extensions":{"code":"${word}","detail":"${word}"}}]}`),
  answerWith(`{"data":null,"errors":[{"message":"${word}","path":["_entities",0,"${word}"],"extensions":{"code":"INTERNAL","exception":{"stack":"${word}"}}}]}`, 400),
  answerWith(`<html>${word}</html>`, 500),
];

/** Asks something that cannot be answered, by anybody, with a canary in it. Errors and what is written down of it are the judge's to look at. */
export async function askBadly({ house, people, canaries, judge }: CanaryHouse, random: Random): Promise<string> {
  const { query, variables, ...options } = random.of(malformed(canaries.word(random.below(100_000))));
  const { body, text } = await house.ask(random.of(people.accounts), query, variables, { purpose: null, ...options });
  judge.nothingIn('an answer to something malformed', text);
  return body.errors?.[0]?.extensions.code ?? 'OK';
}

/** Lets the next question to some room go wrong. */
export function breakARoom({ house, canaries }: CanaryHouse, random: Random): void {
  house.proxy(random.of(DOMAINS)).once(random.of(faults(canaries.word(random.below(100_000)))));
}

/** What became of the house when everything in it was broken once. */
export interface Broken {
  /** Rows with a code that is none. */
  readonly spoilt: number;
  /** Codes of the errors that came of it. */
  readonly codes: ReadonlySet<string>;
}

/** Breaks everything, one after the other, while somebody asks for all of their own: codes that are none, a decision service that goes away, each database. The house is of no use afterwards. */
export async function breakEverything(canaryHouse: CanaryHouse): Promise<Broken> {
  const { house, questions } = canaryHouse;
  const [{ key: person }] = PERSONAS as [(typeof PERSONAS)[number]];
  const codes = new Set<string>();
  const askAll = async (): Promise<void> => {
    const { text, variables } = questions.everything({ field: 'me', with: {} });
    const { body } = await house.ask(person, text, variables, { purpose: null });
    canaryHouse.judge.nothingIn('an error of a house that is broken', JSON.stringify(body.errors ?? []));
    for (const { extensions: { code } } of body.errors ?? []) codes.add(code);
  };
  canaryHouse.waiting.set(person, new Set([performance.now()]));
  const spoilt = await spoilCodes(canaryHouse, person);
  await askAll();
  house.proxy('decisions').once(cut);
  await askAll();
  for (const url of [house.ledgerUrl, ...Object.values(house.databases.rooms)]) {
    const open = await shutDatabase(url);
    await askAll();
    await open();
  }
  canaryHouse.judge.nothingIn('the numbers', await canaryHouse.numbers());
  return { spoilt, codes };
}

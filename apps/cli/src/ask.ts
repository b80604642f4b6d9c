import { parseArgs } from 'node:util';
import { parsePurpose, PURPOSES } from '@thegither/vocabulary';
import { words } from '@thegither/words';
import { account, persona, worker } from './accounts.ts';
import { askGateway, type Answer } from './askGateway.ts';
import { caseload, findOnCaseload } from './caseload.ts';
import { CannotTell } from './cannotTell.ts';
import { isObject } from './isObject.ts';
import { printPerson } from './printPerson.ts';
import type { Terminal } from './terminal.ts';
import { understand } from './understand.ts';
import { UsageError } from './usage.ts';
import { wholePerson } from './wholePerson.ts';
import { withHouse, type House } from './withHouse.ts';

const USAGE = 'npm run ask -- [--as <worker or person>] [--about <person>] [--purpose <PURPOSE>] [--caseload] [--json]';

/** `npm run ask`: one question to eight services about one person, and the answer topic by topic; or the worker's caseload. */
export async function ask(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = understand(() => parseArgs({ args: [...args], options: {
    as: { type: 'string', default: 'isla' }, about: { type: 'string' }, purpose: { type: 'string', default: 'EMPLOYABILITY_SUPPORT' },
    caseload: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
  } }), USAGE);
  const asker = account(options.as);
  const about = persona(options.about ?? ('key' in asker ? asker.key : 'morag'));
  const purpose = parsePurpose(options.purpose.toUpperCase());
  if (!purpose) throw new UsageError(`There is no purpose of that name: there are ${PURPOSES.join(', ')}.`);
  if ('key' in asker && (options.caseload || about !== asker)) throw new UsageError('A person can ask about themselves alone: leave out --about and --caseload.');

  await withHouse(terminal, async (house) => {
    const print = (answer: Answer, lines: () => string[]) => {
      for (const line of options.json ? [JSON.stringify(answer.body, null, 2)] : lines()) terminal.print(line);
    };
    if (options.caseload) {
      const { answer, lines } = await caseload(house, worker(options.as), purpose);
      return print(answer, () => lines);
    }
    const answer = 'key' in asker ? await askMyself(house, asker.key) : await askAbout(house, asker.id, about.name, purpose);
    print(answer, () => [
      'key' in asker ? `${asker.name} asks about themselves.` : `${asker.name} asks about ${about.name}, for: ${words('en').purposes[purpose].plain.toLowerCase()}.`,
      ...printPerson(wholePerson(personIn(answer), answer.sharing), terminal.style),
    ]);
    for (const { message, code } of answer.errors) terminal.note(`${code}: ${message}`);
  });
}

/** A worker's question about somebody on their caseload, known there by the name that they like to be called. */
export async function askAbout(house: House, workerId: string, knownAs: string, purpose: string): Promise<Answer> {
  const token = await house.tokenFor(workerId);
  const id = await findOnCaseload(house, token, knownAs, purpose);
  return askGateway(house.gatewayUrl, { file: 'wholePerson', operationName: 'WholePerson', variables: { id }, token, purpose });
}

const askMyself = async (house: House, person: string): Promise<Answer> =>
  askGateway(house.gatewayUrl, { file: 'wholePerson', operationName: 'Myself', token: await house.tokenFor(person) });

/** The person in an answer. Throws what the gateway said when there is none. */
export function personIn({ data, errors }: Answer): Readonly<Record<string, unknown>> {
  const person = data?.person ?? data?.me;
  if (isObject(person)) return person;
  throw new CannotTell(errors[0] ? `${errors[0].code}: ${errors[0].message}` : 'There is nobody there whom this account may see.');
}

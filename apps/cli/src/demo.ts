import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { personaNamed, workerNamed } from '@thegither/synthetic';
import { words } from '@thegither/words';
import { askAbout, personIn } from './ask.ts';
import { askGateway, type Question } from './askGateway.ts';
import { CannotTell } from './cannotTell.ts';
import { printLooks } from './looks.ts';
import { printPerson, printTopic } from './printPerson.ts';
import type { Terminal } from './terminal.ts';
import { understand } from './understand.ts';
import { wholePerson, type Topic } from './wholePerson.ts';
import { withHouse, type House } from './withHouse.ts';

const PURPOSE = 'EMPLOYABILITY_SUPPORT';
/** What Morag takes back in the story. */
const TOPIC = 'HEALTH_AND_WORK';

/**
 * `npm run demo`: the story in the terminal. Isla asks about Morag; Morag takes one topic back, in one step; Isla asks
 * the same again; Morag reads who looked. At the end she shares the topic again, so that it can be told once more.
 */
export async function demo(args: readonly string[], terminal: Terminal): Promise<void> {
  understand(() => parseArgs({ args: [...args] }), 'npm run demo');
  const { print, style } = terminal;
  const say = (line: string) => print(`\n${style.strong(line)}`);
  const { plain } = words('en').categories[TOPIC];

  await withHouse(terminal, async (house) => {
    const morag = await signIn(house, 'morag');
    const isla = workerNamed('isla')!;
    const look = async () => {
      const answer = await askAbout(house, isla.id, personaNamed('morag')!.name, PURPOSE);
      return wholePerson(personIn(answer), answer.sharing);
    };
    const topicIn = (parts: Awaited<ReturnType<typeof look>>) => parts.flatMap(({ topics }) => topics).find(({ category }) => category === TOPIC);

    say('1. Isla, a key worker at Fife Works, asks how Morag is doing: one question, eight services.');
    const before = await look();
    for (const line of printPerson(before, style)) print(line);

    say(`2. Morag takes one topic back: "${plain}". One step, no reason asked.`);
    await morag.act('SayNo', { categories: [TOPIC], recipient: { agency: isla.agency } });
    print('  Done, and on the record.');
    try {
      say('3. Isla asks the same again.');
      const after = await look();
      for (const line of changes(topicIn(before), topicIn(after), terminal)) print(line);
      print('  The health service was not even asked about it. Everything else is as it was.');

      say('4. Morag reads who looked.');
      for (const line of await morag.whoLooked()) print(line);
    } finally {
      await morag.act('SayYesAgain', { categories: [TOPIC], recipient: { agency: isla.agency }, purpose: PURPOSE });
      say('5. Morag shares the topic again, so that the story can be told once more.');
    }
  });
}

const changes = (before: Topic | undefined, after: Topic | undefined, { style }: Terminal): string[] => [
  style.faint('  Before'), ...(before ? printTopic(before, style) : []), style.faint('  Now'), ...(after ? printTopic(after, style) : []),
];

/** What a person can do in the story, with their own token. */
async function signIn(house: House, account: string) {
  const token = await house.tokenFor(account);
  const question = async (asked: Omit<Question, 'file' | 'token'>) => {
    const answer = await askGateway(house.gatewayUrl, { file: 'demo', token, ...asked });
    if (answer.errors[0]) throw new CannotTell(`${answer.errors[0].code}: ${answer.errors[0].message}`);
    return answer;
  };
  const me = personIn(await question({ operationName: 'WhoAmI' })).id;
  return {
    act: (operationName: string, input: object) => question({ operationName, variables: { input: { key: randomUUID(), person: me, ...input } } }),
    whoLooked: async () => printLooks(personIn(await question({ operationName: 'WhoLooked' })).disclosures),
  };
}

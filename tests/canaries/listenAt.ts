import type { DOMAINS } from '@thegither/vocabulary';
import type { TestHouse } from '../harness/startHouse.ts';
import type { Judge } from './judge.ts';
import type { Asker } from './model.ts';
import type { CanaryHouse } from './openCanaryHouse.ts';
import type { People } from './people.ts';
import { claimsIn } from '../harness/claimsIn.ts';
import { SAID, SAID_AS_NAME } from './said.ts';

/** Hears what the gateway asks a room, in which nobody's data may stand, and what the room answers, which is for the caller of the decision that came along. */
export function listenAt(house: TestHouse, room: (typeof DOMAINS)[number], people: People, waiting: CanaryHouse['waiting'], judge: () => Judge): void {
  const proxy = house.proxy(room);
  proxy.always(async (asked, passOn) => {
    const asker = askerIn(asked.body, room, people);
    const since = Math.min(...(waiting.get(asker.account) ?? [performance.now()]));
    const reply = await passOn();
    proxy.forget();
    // The variables of a change are its caller's own words, and ids that they were told.
    const said = String(asked.body?.query).startsWith('mutation') ? JSON.stringify({ ...asked.body, variables: {} }) : asked.text;
    judge().nothingIn(`a question to ${room}`, said, [SAID, SAID_AS_NAME]);
    judge().onTheWay(room, asker, reply.body, since, performance.now());
    return reply;
  });
}

function askerIn(body: Readonly<Record<string, unknown>> | undefined, room: string, people: People): Asker {
  const { decision } = body!.extensions as { decision: string };
  const { caller, purpose } = claimsIn(decision);
  return { account: caller.kind === 'worker' ? caller.worker : people.inRoom(room, caller.person) ?? '', purpose };
}

import { listen, readBody } from '@thegither/service';
import { createIdentifiers, importIdentifierKeys } from '@thegither/identity';
import { PEOPLE, SHARINGS, spineIn } from '../house/people.ts';
import { RECORDS, TOPIC_ROOMS, type SubgraphRecord } from '../house/records.ts';
import { STOCK_AUDIENCE } from '../house/agency.ts';
import { answerParent } from './answerParent.ts';
import { answerCaseload, answerPerson } from './consentRoom.ts';
import { keptQueries, type Query } from './keptQueries.ts';
import { project } from './project.ts';

/** What the subgraphs were asked between `count` and `count`. */
export interface Calls {
  readonly calls: number;
  /** Entities that were asked for by their keys. */
  readonly keys: number;
}

interface Body {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The answer of one room to one question, as JSON. */
type Room = (query: Query, variables: Readonly<Record<string, unknown>>) => string;

let calls = 0, keys = 0;

answerParent({
  async start({ identifierKeys }: { identifierKeys: string }) {
    const identifiers = createIdentifiers(importIdentifierKeys(identifierKeys));
    const idsOf = (audience: string, sharing: (typeof SHARINGS)[number]) =>
      Array.from({ length: PEOPLE }, (_, place) => identifiers.issue(audience, spineIn(sharing, place)));
    const rooms = new Map<string, Room>();
    for (const name of TOPIC_ROOMS) {
      const places = new Map<unknown, number>();
      for (const sharing of SHARINGS) for (const [place, id] of idsOf(name, sharing).entries()) places.set(id, place);
      for (const [place, id] of idsOf(STOCK_AUDIENCE, 'everything').entries()) places.set(id, place);
      rooms.set(name, topicRoom(RECORDS[name], places));
    }
    const ours = new Map(SHARINGS.map((sharing) => [`ours ${sharing}`, idsOf('consent', sharing)]));
    const lists = new Map([...ours, ['stock everything', idsOf(STOCK_AUDIENCE, 'everything')]]);
    const queries = keptQueries();

    const { url } = await listen(async (request, response) => {
      const body = JSON.parse((await readBody(request, 4 * 1024 * 1024)).toString()) as Body & { readonly extensions?: { readonly decision?: unknown } };
      const name = request.url!.slice(1);
      const room = name === 'consent' ? consentRoom(lists, body.extensions?.decision ? 'ours' : 'stock') : rooms.get(name)!;
      calls++;
      const text = room(queries(body.query), body.variables ?? {});
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
    return url;
  },
  count(): Calls {
    const counted = { calls, keys };
    calls = keys = 0;
    return counted;
  },
});

/** A room that knows people by their key. What it says about one person to one query is made once. */
function topicRoom(recordOf: (n: number) => SubgraphRecord, places: ReadonlyMap<unknown, number>): Room {
  const said = new Map<Query, Map<unknown, string>>();
  return (query, variables) => {
    let known = said.get(query);
    if (!known) said.set(query, (known = new Map()));
    // Gateways call the variable as they like; it is the one list.
    const wanted = Object.values(variables).find(Array.isArray) as readonly { readonly id: unknown }[];
    keys += wanted.length;
    let text = '';
    for (const { id } of wanted) {
      let entity = known.get(id);
      if (entity === undefined) {
        const place = places.get(id);
        if (place === undefined) throw new Error('somebody is asked about who is not here');
        entity = JSON.stringify(project(query.root[0]!.selectionSet, { ...recordOf(place), id }));
        known.set(id, entity);
      }
      text += text ? `,${entity}` : entity;
    }
    return `{"data":{"_entities":[${text}]}}`;
  };
}

/** The door: whom somebody supports. */
const consentRoom = (lists: ReadonlyMap<string, readonly string[]>, world: 'ours' | 'stock'): Room => (query, variables) =>
  JSON.stringify({
    data: Object.fromEntries(query.root.map((field) => {
      const answer = field.name.value === 'caseload' ? answerCaseload(variables, (sharing) => lists.get(`${world} ${sharing}`)!) : answerPerson(variables);
      return [field.alias?.value ?? field.name.value, project(field.selectionSet, answer)];
    })),
  });

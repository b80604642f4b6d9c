import { Kind, parse, visit } from 'graphql';
import type { Persona } from '@thegither/synthetic';
import type { Recorded } from '../harness/proxy.ts';
import { ROOMS } from './rooms.ts';

/** One question to a room about people: what was asked, of whom. */
export interface RoomQuestion {
  readonly fields: readonly string[];
  readonly people: readonly string[];
}

/** What a room was asked about people, joined by their key. */
export const joinedIn = (asked: readonly Recorded[]): RoomQuestion[] => asked.flatMap(({ body }) => {
  const { representations } = (body?.variables ?? {}) as { readonly representations?: readonly { readonly id: string }[] };
  return representations ? [{ fields: fieldsOfPerson(String(body?.query)), people: representations.map(({ id }) => id) }] : [];
});

/** The fields of Person in a question to a room, by name whatever their alias. */
function fieldsOfPerson(query: string): string[] {
  const fields: string[] = [];
  visit(parse(query), {
    InlineFragment: ({ typeCondition, selectionSet }) => {
      if (typeCondition?.name.value === 'Person') fields.push(...selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : [])));
    },
  });
  return fields.filter((name) => name !== '__typename' && name !== 'id').toSorted();
}

/** Which questions a room may be asked at most: for everything that some share alike of it, one for each hundred of them. */
export function expectedOf(room: string, people: readonly Persona[], shares: (persona: Persona) => readonly string[], idOf: (persona: Persona) => string): RoomQuestion[] {
  const groups = new Map<string, { readonly fields: string[]; readonly people: string[] }>();
  for (const persona of people) {
    const shared = shares(persona);
    const fields = Object.entries(ROOMS[room]!).filter(([, { code }]) => shared.includes(code)).map(([name]) => name).toSorted();
    if (fields.length === 0) continue;
    const group = groups.get(fields.join()) ?? { fields, people: [] };
    groups.set(fields.join(), group);
    group.people.push(idOf(persona));
  }
  return [...groups.values()];
}

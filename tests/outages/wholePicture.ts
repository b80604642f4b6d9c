import { overlaps, type Mask } from '@thegither/consent';
import { categoryNamed, type SharingEntry } from '@thegither/vocabulary';
import { Kind, parse } from 'graphql';
import { readReachable, sources } from '../harness/reachable.ts';
import type { Asked, GraphqlBody, TestHouse } from '../harness/startHouse.ts';

/** Two people of whom every room shares something with Isla: Morag and Callum. */
export interface Picture {
  readonly people: readonly ({ readonly id: string; readonly [field: string]: unknown } | null)[];
}

/** Everything that can be asked about them, in one question, and what it comes to where a room is out. */
export interface WholePicture {
  ask(): Promise<Asked<Picture>>;
  /** The answer when nothing is out: a room's first question warms up its database, which may take too long on a busy machine. */
  askUntilWhole(): Promise<Asked<Picture>>;
  /** The same answer without what this room shares: its fields null, its shared categories UNAVAILABLE, all else as it was. Errors are left out. */
  without(room: string, whole: GraphqlBody<Picture>): GraphqlBody<Picture>;
  /** The answer without its errors. */
  told(answer: Asked<Picture>): GraphqlBody<Picture>;
}

/** Reads from the house's own schema what there is to ask, and from the rooms' schemas whose it is. */
export async function readWholePicture(house: TestHouse): Promise<WholePicture> {
  const reachable = await readReachable(house);
  const question = `query ($ids: [PersonId!]!) { people(ids: $ids) { ${reachable.select('once')} } }`;
  const ids = ['morag', 'callum'].map((persona) => house.personIdFor('isla', persona));
  const ask = () => house.ask<Picture>('isla', question, { ids });
  return {
    ask,
    async askUntilWhole() {
      for (;;) {
        const answer = await ask();
        if (!answer.body.errors) return answer;
      }
    },
    told: ({ body: { data, extensions } }) => ({ data, extensions }),
    without(room, { data, extensions }) {
      const gone = fieldsOf(room);
      const served = gone.map((field) => reachable.fields.get(field)!);
      return {
        data: { people: data!.people.map((person) => person && { ...person, ...Object.fromEntries(gone.map((field) => [field, null])) }) },
        extensions: { sharing: extensions!.sharing!.map((entry) => (isShared(entry) && served.some((mask) => overlaps(mask, maskOf(entry))) ? { ...entry, state: 'UNAVAILABLE', next: 'RETRY' } : entry)) },
      };
    },
  };
}

const isShared = ({ state }: SharingEntry): boolean => state === 'SHARED' || state === 'SHARED_OWN_ONLY';
const maskOf = ({ category }: SharingEntry): Mask => (1n << BigInt(categoryNamed(category)!.bit)) as Mask;

/** The fields of a person that a room answers. */
function fieldsOf(room: string): string[] {
  const { definitions } = parse(sources.find(({ name }) => name === room)!.sdl);
  const person = definitions.find((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Person');
  if (person?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error('a room without a person');
  return (person.fields ?? []).map(({ name }) => name.value).filter((name) => name !== 'id');
}

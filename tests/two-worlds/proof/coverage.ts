import { covers, maskOf, NOTHING } from '@thegither/consent';
import { isObjectType } from 'graphql';
import type { Reachable } from '../../harness/reachable.ts';
import { GRANTABLE, type House } from '../house.ts';
import { makeTwins } from '../twins.ts';
import { aboutPerson, fieldsIn, seen } from '../world.ts';

/** The places of the supergraph that need a category, each by its name once. */
export const personalIn = ({ coordinates }: Pick<Reachable, 'coordinates'>): string[] =>
  [...new Set(coordinates.filter(({ needs }) => needs !== NOTHING).map(({ name }) => name))];

/** What needs a category, or can be given to what does, and is on no way from a person: none is the rule. */
export function unreached({ schema, supergraph, coordinates, arguments: given }: Reachable): string[] {
  const reached = new Set([...coordinates.map(({ name }) => name), ...given]);
  const places = Object.values(schema.getTypeMap()).filter(isObjectType).filter(({ name }) => !name.startsWith('__')).flatMap((type) => Object.values(type.getFields()).flatMap((field) => {
    const telling = field.args.filter(({ name }) => supergraph.argumentNeeds(type.name, field.name)(name) !== NOTHING);
    return [...(supergraph.needs(type.name, field.name) === NOTHING ? [] : [`${type.name}.${field.name}`]), ...telling.map(({ name }) => `${type.name}.${field.name}(${name})`)];
  }));
  return places.filter((place) => !reached.has(place));
}

/**
 * The places that Isla could see, of somebody with a record of everything who shares everything, and where nothing
 * stands: a leak of a record that nobody has could not be seen.
 */
export async function silentIn(house: House): Promise<string[]> {
  const { recorded } = await makeTwins(house, { open: '', arrange: async ({ sharing }, person) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE);
  } });
  const told = toldIn(fieldsIn(await seen(house.house, recorded, { asker: 'isla', query: aboutPerson(house.reachable.select('once')) })), 'Person');
  const coordinates = house.reachable.coordinates.filter(({ needs }) => covers(maskOf(...GRANTABLE), needs));
  return personalIn({ coordinates }).filter((name) => !told.has(name));
}

/** Where something stands in an answer, as "Type.field". */
function toldIn(value: unknown, type = ''): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...toldIn(item)]));
  if (typeof value !== 'object' || value === null) return new Set();
  const name = (value as { __typename?: string }).__typename ?? type;
  const full = Object.entries(value).filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0));
  return new Set(full.flatMap(([field, inner]) => [`${name}.${field}`, ...toldIn(inner)]));
}

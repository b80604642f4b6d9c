import { expect, test } from '@jest/globals';
import { maskOf } from '@thegither/consent';
import { printApi } from '@thegither/local';
import { publish } from '@thegither/supergraph';
import { buildSchema } from 'graphql';
import { reachableIn, sources, type Reachable } from '../harness/reachable.ts';
import { personalIn, unreached } from './proof/coverage.ts';

/** What the house would ask if a room's schema had this in it. */
function reachableWith(room: string, change: (sdl: string) => string): Reachable {
  const { supergraphSdl, ...published } = publish(sources.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/`, sdl: name === room ? change(sdl) : sdl })));
  return reachableIn(buildSchema(printApi(supergraphSdl)), { supergraphSdl, ...published });
}

const PERSON = /(type Person[^{]*\{)/;
const added = (field: string) => (sdl: string): string => sdl.replace(PERSON, `$1\n${field}\n`);

const today = reachableWith('housing', (sdl) => sdl);

test('everything that needs a category is on a way from a person', () => {
  expect(unreached(today)).toEqual([]);
  expect(personalIn(today).length).toBeGreaterThan(500);
});

test('a field that a room adds is asked, as part of everything and alone, and nobody lists it', () => {
  const more = reachableWith('housing', added('"Pets that live there." pets: [String!] @personal(category: "WHERE_I_LIVE")'));
  expect(personalIn(more).filter((name) => !personalIn(today).includes(name))).toEqual(['Person.pets']);
  expect(more.select('every')).toMatch(/ pets /);
  const pets = more.coordinates.find(({ name }) => name === 'Person.pets')!;
  expect([more.selectAlone(pets), pets.needs]).toEqual(['pets', maskOf('WHERE_I_LIVE')]);
});

test('a field with an argument is asked with each of its values', () => {
  const more = reachableWith('housing', added('"Is there room?" hasRoom("For how many." guests: Int! @personal(category: "HOUSING_MONEY")): Boolean @personal(category: "WHERE_I_LIVE")'));
  expect(more.arguments.filter((name) => !today.arguments.includes(name))).toEqual(['Person.hasRoom(guests)']);
  const hasRoom = more.coordinates.find(({ name }) => name === 'Person.hasRoom')!;
  expect(hasRoom.needs).toBe(maskOf('WHERE_I_LIVE', 'HOUSING_MONEY'));
  expect(more.selectAlone(hasRoom)).toBe('hasRoom(guests: 0) hasRoom_0: hasRoom(guests: 0) hasRoom_1: hasRoom(guests: 1440) hasRoom_2: hasRoom(guests: 1)');
});

test('a place below others is asked alone through what stands above it, and nothing beside it', () => {
  const treatment = today.coordinates.find(({ name }) => name === 'CommunityPaybackOrder.treatment')!;
  expect(today.selectAlone(treatment)).toBe(`${treatment.path.slice(0, -1).map((field) => `${field} { `).join('')}treatment${' }'.repeat(treatment.path.length - 1)}`);
});

test('what can be reached in no way from a person is found', () => {
  expect(unreached({ ...today, coordinates: today.coordinates.filter(({ name }) => name !== 'Person.skills') })).toEqual(['Person.skills']);
  expect(unreached({ ...today, supergraph: { ...today.supergraph, needs: (type, field) => (type === 'Query' && field === 'services' ? maskOf('SKILLS') : today.supergraph.needs(type, field)) } })).toEqual(['Query.services']);
});

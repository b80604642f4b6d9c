import { expect, test } from '@jest/globals';
import { DOMAINS } from '@thegither/vocabulary';
import { FREE_PORTS, portsFrom, variableFor } from './ports.ts';

test('every door has a port of its own', () => {
  const { rooms, ...doors } = portsFrom({});
  const all = [...Object.values(doors), ...Object.values(rooms)];
  expect(new Set(all).size).toBe(6 + DOMAINS.length);
  expect(doors.gateway).toBe(4000);
});

test('each can be moved, the rooms in a row', () => {
  const ports = portsFrom({ THEGITHER_PORT: '5000', THEGITHER_ROOMS_PORT: '6000' });
  expect([ports.gateway, ports.rooms.people, ports.rooms.referrals]).toEqual([5000, 6000, 6007]);
  expect(portsFrom({ THEGITHER_ROOMS_PORT: '0' }).rooms).toEqual(FREE_PORTS.rooms);
});

test.each(['x', '-1', '65536', '4000.5'])('%j is no port, and the variable is named', (value) => {
  expect(() => portsFrom({ THEGITHER_DECISIONS_PORT: value })).toThrow('THEGITHER_DECISIONS_PORT');
});

test('whoever finds a port taken is told the variable that moves it', () => {
  expect(variableFor(4000, {})).toBe('THEGITHER_PORT');
  expect(variableFor(5000, { THEGITHER_PEOPLE_PORT: '5000' })).toBe('THEGITHER_PEOPLE_PORT');
  expect(variableFor(4018, {})).toBe('THEGITHER_ROOMS_PORT');
  expect(variableFor(22, {})).toBeUndefined();
});

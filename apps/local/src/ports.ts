import type { Environment } from '@thegither/service';
import { DOMAINS, HouseError, type Domain } from '@thegither/vocabulary';

/** The port of each door of a house; 0 takes any that is free. */
export interface Ports {
  readonly gateway: number;
  readonly workers: number;
  readonly people: number;
  readonly decisions: number;
  readonly mySharing: number;
  readonly workspace: number;
  readonly rooms: Readonly<Record<Domain, number>>;
}

/** Any that are free: for tests, of which several run at once. */
export const FREE_PORTS: Ports = { gateway: 0, workers: 0, people: 0, decisions: 0, mySharing: 0, workspace: 0, rooms: roomsFrom(() => 0) };

/** The variable that moves each door, and where it is otherwise. THEGITHER_ROOMS_PORT is the first of eight in a row. */
const DOORS = { gateway: ['THEGITHER_PORT', 4000], workers: ['THEGITHER_WORKERS_PORT', 4001], people: ['THEGITHER_PEOPLE_PORT', 4002], decisions: ['THEGITHER_DECISIONS_PORT', 4010], mySharing: ['THEGITHER_MY_SHARING_PORT', 4003], workspace: ['THEGITHER_WORKSPACE_PORT', 4004] } as const;
const ROOMS = ['THEGITHER_ROOMS_PORT', 4011] as const;

/** The ports of the laptop's house. Throws CONFIGURATION, by the variable's name, for what is no port. */
export function portsFrom(env: Environment): Ports {
  const first = port(env, ROOMS);
  return {
    gateway: port(env, DOORS.gateway), workers: port(env, DOORS.workers), people: port(env, DOORS.people), decisions: port(env, DOORS.decisions),
    mySharing: port(env, DOORS.mySharing), workspace: port(env, DOORS.workspace),
    rooms: roomsFrom((index) => (first === 0 ? 0 : first + index)),
  };
}

/** The variable that moves the door at this port, for whoever finds it taken; undefined for a port of no door. */
export function variableFor(taken: number, env: Environment): string | undefined {
  if (Object.values(portsFrom(env).rooms).includes(taken)) return ROOMS[0];
  return Object.values(DOORS).find((door) => port(env, door) === taken)?.[0];
}

function port(env: Environment, [variable, otherwise]: readonly [string, number]): number {
  const value = env[variable] ? Number(env[variable]) : otherwise;
  if (!Number.isInteger(value) || value < 0 || value > 65_535 - DOMAINS.length) throw new HouseError('CONFIGURATION', `${variable} is not a port.`);
  return value;
}

function roomsFrom(portOf: (index: number) => number): Readonly<Record<Domain, number>> {
  const [people, consent, employability, health, justice, housing, careers, referrals] = DOMAINS.map((_, index) => portOf(index)) as [number, number, number, number, number, number, number, number];
  return { people, consent, employability, 'health-and-work': health, justice, housing, careers, referrals };
}

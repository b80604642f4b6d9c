import { undisturbed, type Disturb } from './disturbances/disturbance.ts';
import { freeze } from './disturbances/freeze.ts';
import { killServer } from './disturbances/killServer.ts';
import { setClock } from './disturbances/setClock.ts';
import { endConnections, holdConnection } from './disturbances/staleConnection.ts';
import type { Kind } from './stops/kind.ts';
import { KINDS } from './stops/kinds.ts';
import { SUBJECTS } from './subjects.ts';

/** One line of the proof. */
export interface Scenario {
  /** By which `--only` names it. */
  readonly name: string;
  readonly kind: Kind;
  readonly readers: number;
  /** Who gives and stops, each at the same time as the others. */
  readonly subjects: readonly string[];
  readonly disturb: Disturb;
  /** Which part of the withdrawals that were asked for it makes. */
  readonly share: number;
  /**
   * Somebody whom nobody reads, who gives and withdraws at the same time. Where there is one, in a long run, the times are
   * judged: what a stop takes beyond theirs it waited for the readers, and not for the machine.
   */
  readonly unread?: string;
}

const READERS = 12;
const ONE = [SUBJECTS[0]];
const plain = { kind: KINDS.withdrawal, readers: READERS, subjects: SUBJECTS, disturb: undisturbed } as const;
const disturbed = { ...plain, subjects: ONE, share: 0.1 } as const;
const ended = { ...disturbed, share: 0.05 } as const;

/** Every scenario, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  { ...plain, name: 'withdrawals', share: 1 },
  { ...disturbed, name: 'frozen-gateway', disturb: freeze },
  { ...disturbed, name: 'killed-database', disturb: killServer },
  { ...disturbed, name: 'wrong-clock', disturb: setClock },
  { ...disturbed, name: 'held-connection', disturb: holdConnection },
  { ...disturbed, name: 'ended-connections', disturb: endConnections },
  { ...disturbed, name: 'many-readers', readers: 24, share: 0.5, unread: 'tam' },
  { ...ended, name: 'pause', kind: KINDS.pause },
  { ...ended, name: 'expiry', kind: KINDS.expiry },
  { ...ended, name: 'assignment-end', kind: KINDS.assignmentEnd },
  { ...ended, name: 'team-change', kind: KINDS.teamChange },
  { ...ended, name: 'exclusion', kind: KINDS.exclusion },
  { ...ended, name: 'hold', kind: KINDS.hold },
];

/** At least so many stops, whatever the share: each topic twice. */
const FEWEST = 6;

/** How many stops a scenario makes. */
export const stopsOf = ({ share }: Scenario, withdrawals: number): number => Math.max(Math.min(FEWEST, withdrawals), Math.round(withdrawals * share));

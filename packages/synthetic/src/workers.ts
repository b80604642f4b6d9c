import type { Role } from '@thegither/vocabulary';
import type { AgencyId } from './agencies.ts';

/** A team of workers within one agency. */
export interface Team {
  readonly id: string;
  readonly agency: AgencyId;
  readonly name: string;
}

/** A worker's account as the ledger would know it. */
export interface DemoWorker {
  readonly id: string;
  readonly name: string;
  readonly agency: AgencyId;
  readonly team: string | null;
  readonly roles: readonly Role[];
}

/** Every team of the demonstration. */
export const TEAMS: readonly Team[] = Object.freeze([
  { id: 'fife-works-east', agency: 'fife-works', name: 'Fife Works, east' },
  { id: 'fife-justice-kirkcaldy', agency: 'fife-justice', name: 'Criminal Justice Social Work, Kirkcaldy' },
  { id: 'nhs-fife-work', agency: 'nhs-fife', name: 'Health & Work, Fife' },
  { id: 'fife-housing-options', agency: 'fife-housing', name: 'Housing options, Fife' },
  { id: 'glasgow-housing-options', agency: 'glasgow-housing', name: 'Housing options, Glasgow' },
  { id: 'jobcentre-kirkcaldy-coaches', agency: 'jobcentre-kirkcaldy', name: 'Work coaches, Kirkcaldy' },
  { id: 'my-world-careers-fife', agency: 'my-world-careers', name: 'Careers advisers, Fife' },
]);

/** Every worker of the demonstration, with the roles of the design's table. */
export const WORKERS: readonly DemoWorker[] = Object.freeze([
  { id: 'isla', name: 'Isla', agency: 'fife-works', team: 'fife-works-east', roles: ['KEY_WORKER'] },
  { id: 'kirsty', name: 'Kirsty', agency: 'fife-works', team: 'fife-works-east', roles: ['TEAM_LEAD'] },
  { id: 'ruaridh', name: 'Ruaridh', agency: 'fife-justice', team: 'fife-justice-kirkcaldy', roles: ['JUSTICE_WORKER'] },
  { id: 'niamh', name: 'Niamh', agency: 'nhs-fife', team: 'nhs-fife-work', roles: ['CASE_MANAGER'] },
  { id: 'ewan', name: 'Ewan', agency: 'fife-housing', team: 'fife-housing-options', roles: ['HOUSING_OFFICER'] },
  { id: 'una', name: 'Una', agency: 'glasgow-housing', team: 'glasgow-housing-options', roles: ['HOUSING_OFFICER'] },
  { id: 'gordon', name: 'Gordon', agency: 'jobcentre-kirkcaldy', team: 'jobcentre-kirkcaldy-coaches', roles: ['WORK_COACH'] },
  { id: 'catriona', name: 'Catriona', agency: 'my-world-careers', team: 'my-world-careers-fife', roles: ['CAREERS_ADVISER'] },
  { id: 'priya', name: 'Priya', agency: 'fife-lep', team: null, roles: ['LEP_ANALYST'] },
  { id: 'shona', name: 'Shona', agency: 'joint-controllers', team: null, roles: ['DATA_PROTECTION_LEAD'] },
]);

/** The worker of that id, or undefined. */
export const workerNamed = (id: string): DemoWorker | undefined => WORKERS.find((worker) => worker.id === id);

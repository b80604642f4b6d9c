import type { Domain } from '@thegither/vocabulary';

/** The agencies of the demonstration, by id. */
export type AgencyId =
  | 'fife-works' | 'fife-pathways' | 'fife-justice' | 'nhs-fife' | 'fife-housing' | 'glasgow-housing'
  | 'jobcentre-kirkcaldy' | 'my-world-careers' | 'fife-lep' | 'joint-controllers';

/** An agency: where workers work, and who is responsible for the rows it is the controller of. */
export interface Agency {
  readonly id: AgencyId;
  readonly name: string;
  /** The kind of service it gives: naming one of its workers tells as much as this domain does. */
  readonly domain: Domain;
  /** Names of the categories of which it is the controller in some subgraph: its workers read these rows without a grant. */
  readonly holds: readonly string[];
}

const HEALTH = ['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'CONDITIONS', 'MENTAL_HEALTH_AND_RECOVERY'];
const JUSTICE = ['JUSTICE_SUPPORT', 'JUSTICE_LIMITS', 'CONVICTIONS', 'RISK_AND_SAFETY'];
const HOUSING = ['WHERE_I_LIVE', 'HOMELESSNESS_HELP', 'HOUSING_MONEY'];
const CAREERS = ['SKILLS', 'CAREER_PLANS', 'WORK_HISTORY'];
const EMPLOYABILITY = ['ACTION_PLAN', 'SUPPORT_RECEIVED', 'BARRIERS', 'WORK_SINCE'];

/** Every agency of the demonstration. */
export const AGENCIES: readonly Agency[] = Object.freeze([
  // Fife Works holds nothing: without a grant its workers see a name and a contact route, also of the people whose plan they work on.
  { id: 'fife-works', name: 'Fife Works', domain: 'employability', holds: [] },
  // The provider that wrote the employability records. None of its workers is on the platform.
  { id: 'fife-pathways', name: 'Fife Pathways', domain: 'employability', holds: EMPLOYABILITY },
  { id: 'fife-justice', name: 'Fife Criminal Justice Social Work', domain: 'justice', holds: JUSTICE },
  { id: 'nhs-fife', name: 'NHS Fife Health & Work', domain: 'health-and-work', holds: HEALTH },
  { id: 'fife-housing', name: 'Fife Housing', domain: 'housing', holds: HOUSING },
  { id: 'glasgow-housing', name: 'Glasgow Housing', domain: 'housing', holds: HOUSING },
  { id: 'jobcentre-kirkcaldy', name: 'Jobcentre Plus Kirkcaldy', domain: 'employability', holds: [] },
  { id: 'my-world-careers', name: 'My World Careers', domain: 'careers', holds: CAREERS },
  { id: 'fife-lep', name: 'Fife Local Employability Partnership', domain: 'employability', holds: [] },
  // The partners together: controller of the spine, in the people subgraph.
  { id: 'joint-controllers', name: 'The joint controllers', domain: 'people', holds: ['NAME_AND_CONTACT', 'ACCESS_NEEDS', 'LEGAL_NAME'] },
]);

/** A service of the open directory. Nothing here is about a person. */
export interface ServiceStory {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly organisation: string;
  /** Codes of the needs it answers. */
  readonly needs: readonly string[];
  /** GSS code of the council area it serves. */
  readonly area: string;
  readonly waitWeeks: number | null;
  /** The category that being referred there tells of a person: a label of every such referral. */
  readonly tells: string;
}

const FIFE = 'S12000047';
const GLASGOW = 'S12000049';

/** A small directory of made-up services in Fife and Glasgow, by name. */
export const SERVICES: readonly ServiceStory[] = Object.freeze([
  { id: 'back-to-work-physiotherapy', name: 'Back to Work Physiotherapy', summary: 'Assessment and exercises for people whose back, neck or joints keep them from work.', organisation: 'NHS Fife Health & Work', needs: ['HEALTH_AT_WORK'], area: FIFE, waitWeeks: 3, tells: 'HEALTH_AND_WORK' },
  { id: 'clydeside-housing-options', name: 'Clydeside Housing Options', summary: 'Advice for people in Glasgow who may lose their home.', organisation: 'Glasgow Housing', needs: ['HOMELESSNESS', 'HOUSING_ADVICE'], area: GLASGOW, waitWeeks: 1, tells: 'HOMELESSNESS_HELP' },
  { id: 'clydeside-job-club', name: 'Clydeside Job Club', summary: 'Weekly help with applications and interviews.', organisation: 'Clydeside Works', needs: ['JOB_SEARCH'], area: GLASGOW, waitWeeks: 0, tells: 'SUPPORT_RECEIVED' },
  { id: 'fife-college-bridge', name: 'College Bridge', summary: 'A first term at college with a mentor.', organisation: 'My World Careers', needs: ['LEARNING'], area: FIFE, waitWeeks: 6, tells: 'CAREER_PLANS' },
  { id: 'fife-housing-options', name: 'Fife Housing Options', summary: 'Advice and a place to stay for people without a home, or about to lose it.', organisation: 'Fife Housing', needs: ['HOMELESSNESS', 'HOUSING_ADVICE'], area: FIFE, waitWeeks: 1, tells: 'HOMELESSNESS_HELP' },
  { id: 'fresh-start-throughcare', name: 'Fresh Start Throughcare', summary: 'Someone at your side before and after leaving prison.', organisation: 'Fife Criminal Justice Social Work', needs: ['AFTER_PRISON'], area: FIFE, waitWeeks: 2, tells: 'JUSTICE_SUPPORT' },
  { id: 'kirkcaldy-rent-and-bills', name: 'Kirkcaldy Rent and Bills', summary: 'Free advice on rent, bills and benefits.', organisation: 'Fife Housing', needs: ['MONEY_ADVICE'], area: FIFE, waitWeeks: 2, tells: 'HOUSING_MONEY' },
  { id: 'levenmouth-evening-learning', name: 'Levenmouth Evening Learning', summary: 'Computers, spreadsheets and confidence, two evenings a week.', organisation: 'Fife Pathways', needs: ['LEARNING', 'DIGITAL_SKILLS'], area: FIFE, waitWeeks: 1, tells: 'SUPPORT_RECEIVED' },
  { id: 'steady-recovery-and-work', name: 'Steady: Recovery and Work', summary: 'A job coach beside your recovery or mental health support.', organisation: 'NHS Fife Health & Work', needs: ['MENTAL_HEALTH', 'ALCOHOL_AND_DRUGS'], area: FIFE, waitWeeks: 8, tells: 'MENTAL_HEALTH_AND_RECOVERY' },
  { id: 'wheels-to-work-fife', name: 'Wheels to Work Fife', summary: 'The loan of a moped or a bus card for the first months of a job.', organisation: 'Fife Works', needs: ['TRANSPORT'], area: FIFE, waitWeeks: 4, tells: 'SUPPORT_RECEIVED' },
]);

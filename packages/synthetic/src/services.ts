/** Where a service is offered; coordinates in millionths of a degree. */
export interface ServicePlaceStory {
  readonly name: string;
  readonly town: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A service of the open directory. Nothing here is about a person. */
export interface ServiceStory {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly organisation: string;
  /** Codes of the needs it answers. */
  readonly needs: readonly string[];
  /** Codes of what it is good at. */
  readonly specialisms: readonly string[];
  /** GSS code of the council area it serves; null when it serves all of Scotland. */
  readonly area: string | null;
  readonly waitWeeks: number | null;
  /** How many people it has room for, and how many of these places are free; null where it does not count. */
  readonly places: number | null;
  readonly placesFree: number | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Where it is; null when it comes to people, or is by telephone. */
  readonly place: ServicePlaceStory | null;
  /** The category that being referred there tells of a person: a label of every such referral. */
  readonly tells: string;
}

const FIFE = 'S12000047';
const GLASGOW = 'S12000049';

type Told = Pick<ServiceStory, 'id' | 'name' | 'summary' | 'organisation' | 'needs' | 'area' | 'waitWeeks' | 'tells'> & Partial<ServiceStory>;

const service = (told: Told): ServiceStory => ({ specialisms: [], places: null, placesFree: null, minimumAge: null, maximumAge: null, place: null, ...told });

/** A small directory of made-up services in Fife, in Glasgow and for all of Scotland, by name. */
export const SERVICES: readonly ServiceStory[] = Object.freeze([
  service({ id: 'back-to-work-physiotherapy', name: 'Back to Work Physiotherapy', summary: 'Assessment and exercises for people whose back, neck or joints keep them from work.', organisation: 'NHS Fife Health & Work', needs: ['HEALTH_AT_WORK'], area: FIFE, waitWeeks: 3, tells: 'HEALTH_AND_WORK', minimumAge: 16, place: { name: 'Health & Work, Kirkcaldy', town: 'Kirkcaldy', latitude: 56_111_000, longitude: -3_161_000 } }),
  service({ id: 'clydeside-housing-options', name: 'Clydeside Housing Options', summary: 'Advice for people in Glasgow who may lose their home.', organisation: 'Glasgow Housing', needs: ['HOMELESSNESS', 'HOUSING_ADVICE'], area: GLASGOW, waitWeeks: 1, tells: 'HOMELESSNESS_HELP' }),
  service({ id: 'clydeside-job-club', name: 'Clydeside Job Club', summary: 'Weekly help with applications and interviews.', organisation: 'Clydeside Works', needs: ['JOB_SEARCH'], specialisms: ['OVER_50'], area: GLASGOW, waitWeeks: 0, places: 20, placesFree: 6, tells: 'SUPPORT_RECEIVED' }),
  service({ id: 'fife-college-bridge', name: 'College Bridge', summary: 'A first term at college with a mentor.', organisation: 'My World Careers', needs: ['LEARNING', 'COLLEGE'], specialisms: ['YOUNG_PEOPLE'], area: FIFE, waitWeeks: 6, places: 12, placesFree: 0, minimumAge: 16, maximumAge: 24, tells: 'CAREER_PLANS', place: { name: 'The college by the park', town: 'Kirkcaldy', latitude: 56_118_500, longitude: -3_155_000 } }),
  service({ id: 'fife-housing-options', name: 'Fife Housing Options', summary: 'Advice and a place to stay for people without a home, or about to lose it.', organisation: 'Fife Housing', needs: ['HOMELESSNESS', 'HOUSING_ADVICE'], area: FIFE, waitWeeks: 1, tells: 'HOMELESSNESS_HELP' }),
  service({ id: 'fresh-start-throughcare', name: 'Fresh Start Throughcare', summary: 'Someone at your side before and after leaving prison.', organisation: 'Fife Criminal Justice Social Work', needs: ['AFTER_PRISON'], area: FIFE, waitWeeks: 2, tells: 'JUSTICE_SUPPORT' }),
  service({ id: 'kirkcaldy-rent-and-bills', name: 'Kirkcaldy Rent and Bills', summary: 'Free advice on rent, bills and benefits.', organisation: 'Fife Housing', needs: ['MONEY_ADVICE'], area: FIFE, waitWeeks: 2, tells: 'HOUSING_MONEY', place: { name: 'The old linen works', town: 'Kirkcaldy', latitude: 56_107_200, longitude: -3_159_400 } }),
  service({ id: 'levenmouth-evening-learning', name: 'Levenmouth Evening Learning', summary: 'Computers, spreadsheets and confidence, two evenings a week.', organisation: 'Fife Pathways', needs: ['LEARNING', 'DIGITAL_SKILLS'], specialisms: ['RURAL'], area: FIFE, waitWeeks: 1, places: 16, placesFree: 3, tells: 'SUPPORT_RECEIVED', place: { name: 'The library', town: 'Methil', latitude: 56_184_000, longitude: -3_021_000 } }),
  service({ id: 'scotland-careers-line', name: 'Scotland Careers Line', summary: 'Advice on courses and jobs by telephone, wherever you live.', organisation: 'My World Careers', needs: ['CAREERS_ADVICE'], specialisms: ['GAELIC'], area: null, waitWeeks: 0, tells: 'CAREER_PLANS' }),
  service({ id: 'steady-recovery-and-work', name: 'Steady: Recovery and Work', summary: 'A job coach beside your recovery or mental health support.', organisation: 'NHS Fife Health & Work', needs: ['MENTAL_HEALTH', 'ALCOHOL_AND_DRUGS'], area: FIFE, waitWeeks: 8, places: 20, placesFree: 1, minimumAge: 18, tells: 'MENTAL_HEALTH_AND_RECOVERY' }),
  service({ id: 'wheels-to-work-fife', name: 'Wheels to Work Fife', summary: 'The loan of a moped or a bus card for the first months of a job.', organisation: 'Fife Works', needs: ['TRANSPORT'], specialisms: ['RURAL'], area: FIFE, waitWeeks: 4, minimumAge: 16, tells: 'SUPPORT_RECEIVED' }),
]);

/** A need or a specialism that services are found by. */
export interface TermRow {
  readonly code: string;
  readonly label: string;
  readonly use: 'NEED' | 'SPECIALISM';
  /** The category that being referred for it tells of a person. */
  readonly tells: string;
  /** Other words that feeds use for it. */
  readonly aliases: readonly string[];
}

/** Who keeps the list, and since when it stands so. */
export const TERMS_SOURCE = { source: 'Thegither: needs and specialisms, after the No One Left Behind plans', asOf: '2026-11-22' } as const;

const need = (code: string, label: string, tells: string, ...aliases: readonly string[]): TermRow => ({ code, label, use: 'NEED', tells, aliases });
const specialism = (code: string, label: string, tells: string, ...aliases: readonly string[]): TermRow => ({ code, label, use: 'SPECIALISM', tells, aliases });

/**
 * The needs and specialisms there are words for, each with the category that it tells. A word that is not here tells
 * nobody knows what, so a referral to a service that has one is withheld: add the word, with its category, to open it.
 */
export const TERMS: readonly TermRow[] = Object.freeze([
  need('AFTER_PRISON', 'Support around leaving prison', 'JUSTICE_SUPPORT', 'Throughcare', 'Prison leavers', 'Liberation'),
  need('ALCOHOL_AND_DRUGS', 'Alcohol and drugs', 'MENTAL_HEALTH_AND_RECOVERY', 'Addiction', 'Substance use', 'Recovery'),
  need('CARERS', 'Support for carers', 'BARRIERS', 'Caring', 'Unpaid carers'),
  need('CAREERS_ADVICE', 'Careers advice', 'CAREER_PLANS', 'Careers guidance'),
  need('CHILDCARE', 'Childcare', 'BARRIERS', 'Nursery places'),
  need('COLLEGE', 'A way into college', 'CAREER_PLANS', 'Further education'),
  need('DIGITAL_SKILLS', 'Computers and phones', 'SUPPORT_RECEIVED', 'Digital inclusion', 'IT skills'),
  need('HEALTH_AT_WORK', 'Health and work', 'HEALTH_AND_WORK', 'Physiotherapy', 'Occupational health'),
  need('HOMELESSNESS', 'Homelessness', 'HOMELESSNESS_HELP', 'Homeless'),
  need('HOUSING_ADVICE', 'Advice about a home', 'HOMELESSNESS_HELP', 'Housing options', 'Housing support'),
  need('IN_WORK_SUPPORT', 'Support in a job', 'WORK_SINCE', 'Job retention'),
  need('JOB_SEARCH', 'Finding a job', 'SUPPORT_RECEIVED', 'Employability', 'Job club', 'Employment support'),
  need('LEARNING', 'Learning', 'SUPPORT_RECEIVED', 'Adult learning', 'Training'),
  need('MENTAL_HEALTH', 'Mental health', 'MENTAL_HEALTH_AND_RECOVERY', 'Counselling', 'Mental wellbeing'),
  need('MONEY_ADVICE', 'Money, debt and benefits', 'HOUSING_MONEY', 'Debt advice', 'Welfare rights', 'Benefits advice'),
  need('TRANSPORT', 'Getting there', 'SUPPORT_RECEIVED', 'Travel'),
  need('VOLUNTEERING', 'Volunteering', 'SUPPORT_RECEIVED'),
  specialism('BSL', 'British Sign Language', 'ACCESS_NEEDS', 'Deaf people', 'Sign language'),
  specialism('CARE_EXPERIENCED', 'Care experienced people', 'BARRIERS', 'Care leavers', 'Looked after young people'),
  specialism('DISABLED_PEOPLE', 'Disabled people', 'HEALTH_AND_WORK', 'Disability'),
  specialism('GAELIC', 'Gaelic', 'SUPPORT_RECEIVED', 'Gàidhlig'),
  specialism('OVER_50', 'People over 50', 'SUPPORT_RECEIVED', 'Older workers'),
  specialism('PEOPLE_WITH_CONVICTIONS', 'People with convictions', 'CONVICTIONS', 'Ex-offenders'),
  specialism('REFUGEES', 'Refugees and people seeking asylum', 'BARRIERS', 'Asylum seekers'),
  specialism('RURAL', 'Rural areas', 'SUPPORT_RECEIVED'),
  specialism('SINGLE_PARENTS', 'Single parents', 'BARRIERS', 'Lone parents'),
  specialism('VETERANS', 'Veterans', 'BARRIERS', 'Armed forces community'),
  specialism('YOUNG_PEOPLE', 'Young people', 'SUPPORT_RECEIVED', '16 to 24'),
]);

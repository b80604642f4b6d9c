const TOPICS = `fragment Topics on Person {
  id
  name { knownAs pronouns controller }
  contact { kind value note messageIsSafe controller }
  accessNeeds { label note controller }
  actionPlan { agreedOn reviewOn goals { title targetOn steps { title owner status targetOn } } controller }
  participations { programme stageLabel startedOn endedOn endReason controller }
  barriers { label saidBy note controller }
  outcomes { title kind startedOn hoursAWeek controller }
  healthWorkCases { level inWork openedOn closedOn adjustments { what until } controller }
  healthAppointments { service at mode controller }
  conditions { name since treatment controller }
  recoverySupport { current appointments { at mode } controller }
  justiceSupport { kind team startedOn controller }
  workLimits { freeToWorkFrom day from to until place }
  convictions { offence convictedOn sentence discloseUntil controller }
  housingSituations { tenure area since note controller }
  homelessApplications { stage appliedOn decisionLabel noFixedAddress note controller }
  rentAccounts { standing benefitCheckDone controller }
  skills { name controller }
  qualifications { title scqfLevel awardedOn controller }
  careerPlans { title sector interests controller }
  workHistory { title employer startedOn endedOn controller }
  referrals { direction purpose sentOn state note history { state on } controller }
}`;

/** One person, every topic: what a page about them shows, from the seven rooms that hold records. */
export const WHOLE_PERSON = `query WholePerson($id: PersonId!) { person(id: $id) { ...Topics } }\n${TOPICS}`;

/** A worker's caseload, the same about everybody in it. */
export const WHOLE_CASELOAD = `query WholeCaseload($first: Int!, $after: String!) { caseload(first: $first, after: $after) { edges { person { ...Topics } } pageInfo { hasNextPage } } }\n${TOPICS}`;

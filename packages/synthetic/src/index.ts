export { AGENCIES, type Agency, type AgencyId } from './agencies.ts';
export { AGREEMENTS, type SharingAgreement } from './agreements.ts';
export { LEGAL_GATEWAYS, type LegalGateway } from './legalGateways.ts';
export { TEAMS, WORKERS, workerNamed, type DemoWorker, type Team } from './workers.ts';
export { DAY_MS, dayAfter, dayOf } from './calendar.ts';
export { UNREAL, unrealSpine } from './spine.ts';
export { UNREAL_UPRN } from './uprn.ts';
export type { CheckedNumber } from './identifiers/checkedNumber.ts';
export { CHI, unrealChi } from './identifiers/chi.ts';
export { CANDIDATE_NUMBER, unrealCandidateNumber } from './identifiers/candidateNumber.ts';
export { isNationalInsuranceNumber, unrealNationalInsuranceNumber } from './identifiers/nationalInsurance.ts';
export type { AssignmentStory, ExclusionStory, GrantStory, Persona, SharingStory, Somebody } from './persona.ts';
export { NOTICES, type DemoNotice } from './notices.ts';
export { HOUSEHOLDS, PERSONAS, personaNamed, type Household } from './personas.ts';
export { SERVICES, type ServicePlaceStory, type ServiceStory } from './services.ts';
export type { Story } from './story/story.ts';
export type { Held, Labelled } from './story/held.ts';
export type { EventStory } from './story/event.ts';
export type {
  AccessNeedStory, ContactPreferenceStory, ContactStory, DigitalAccessStory, EqualityAnswerStory, ExternalIdentifierStory, LegalNameStory, NameStory, PeopleStory,
} from './story/people.ts';
export type {
  ActionPlanStory, ActivityPauseStory, AssessmentAnswerStory, AssessmentStory, BarrierStory, EmployabilityEventStory, EmployabilityStory, FundingAwardStory, GoalStory,
  OutcomeCheckStory, OutcomeStory, ParticipationStory, PlanReviewStory, ReadinessStory, SensitiveReadinessStory, SkillRatingStory, SocialContactStory, StepStory,
  SupportActivityStory, SupportContactStory,
} from './story/employability.ts';
export type {
  AdjustmentStory, AppointmentMode, AssessmentNoteStory, CaseServiceStory, ConditionStory, HealthAndWorkStory, HealthAppointmentStory, HealthAssessmentStory, HealthEventStory,
  HealthWorkCaseStory, IpsEpisodeStory, MskTriageStory, RecoverySupportStory,
} from './story/healthAndWork.ts';
export type {
  ConvictionStory, JusticeEventStory, JusticeStory, JusticeSupportStory, LiberationPlanStory, LicenceConditionStory, PaybackOrderStory, PaybackRequirement, RiskNoteStory, UnpaidWorkSlotStory,
  Weekday, WorkLimitStory,
} from './story/justice.ts';
export type {
  AskedAboutHousingStory, HomelessApplicationStory, HousingApproachStory, HousingSituationStory, HousingStory, NoFixedAddressStory, RentAccountStory, TenancyStory,
} from './story/housing.ts';
export type {
  CandidateNumberStory, CareerPlanStory, CareerProfileStory, CareersStory, CourseApplicationStory, CvEntryStory, CvStory, LearningHistoryStory, QualificationStory, SkillStory,
  WorkHistoryStory,
} from './story/careers.ts';
export type { ReferralGoalStory, ReferralStateStory, ReferralStepStory, ReferralStory, ReferralsStory } from './story/referrals.ts';
export { caseloadOf } from './generator/caseloadOf.ts';
export { GREATEST_SEED, MOST_PEOPLE, generatedBy, personAt, type GeneratedPerson } from './generator/personAt.ts';
export { staffFor } from './generator/staff.ts';
export type { SharingAct, SharingStep } from './history.ts';

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "StepOwner" AS ENUM ('PERSON', 'WORKER');

-- CreateEnum
CREATE TYPE "StepStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'MET', 'DECLINED');

-- CreateEnum
CREATE TYPE "SaidBy" AS ENUM ('PERSON', 'WORKER');

-- CreateEnum
CREATE TYPE "SupportPhase" AS ENUM ('PRE_EMPLOYMENT', 'IN_WORK');

-- CreateEnum
CREATE TYPE "SupportMode" AS ENUM ('PHONE', 'VIDEO', 'IN_PERSON', 'GROUP', 'TEXT', 'EMAIL', 'LETTER');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('NOT_CONFIDENT', 'LITTLE_CONFIDENT', 'QUITE_CONFIDENT', 'VERY_CONFIDENT');

-- CreateEnum
CREATE TYPE "HowOften" AS ENUM ('NEVER', 'NOW_AND_THEN', 'MOST_WEEKS', 'MOST_DAYS');

-- CreateEnum
CREATE TYPE "ReadinessKind" AS ENUM ('IDENTIFICATION', 'BANK_ACCOUNT', 'PHONE', 'EMAIL', 'CV');

-- CreateEnum
CREATE TYPE "SensitiveReadinessKind" AS ENUM ('DISCLOSURE_LETTER', 'HOME');

-- CreateEnum
CREATE TYPE "ReadinessState" AS ENUM ('IN_PLACE', 'IN_HAND', 'MISSING', 'NOT_WANTED');

-- CreateEnum
CREATE TYPE "OutcomeKind" AS ENUM ('JOB', 'FURTHER_EDUCATION', 'HIGHER_EDUCATION', 'TRAINING', 'VOLUNTEERING', 'PLACEMENT', 'QUALIFICATION');

-- CreateEnum
CREATE TYPE "ContractKind" AS ENUM ('PERMANENT', 'FIXED_TERM', 'TEMPORARY', 'ZERO_HOURS', 'APPRENTICESHIP', 'SELF_EMPLOYED');

-- CreateEnum
CREATE TYPE "PayPeriod" AS ENUM ('HOUR', 'WEEK', 'MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "PayBand" AS ENUM ('UNDER_MINIMUM_WAGE', 'MINIMUM_WAGE', 'REAL_LIVING_WAGE');

-- CreateEnum
CREATE TYPE "CheckAnswer" AS ENUM ('STILL_THERE', 'SOMETHING_ELSE', 'STOPPED', 'NOT_REACHED');

-- CreateEnum
CREATE TYPE "FundingFor" AS ENUM ('KEY_WORKER', 'TRAINING', 'WAGES', 'TRAVEL', 'EQUIPMENT');

-- CreateTable
CREATE TABLE "ActionPlan" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "agreedOn" DATE,
    "reviewOn" DATE,
    "reviewEveryMonths" INTEGER,

    CONSTRAINT "ActionPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "soc" TEXT,
    "targetOn" DATE,
    "agreedOn" DATE,
    "archivedOn" DATE,
    "archiveReason" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Step" (
    "id" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner" "StepOwner" NOT NULL,
    "status" "StepStatus" NOT NULL,
    "targetOn" DATE,
    "agreedOn" DATE,
    "archivedOn" DATE,
    "archiveReason" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanReview" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "held" BOOLEAN NOT NULL,

    CONSTRAINT "PlanReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SkillRating" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "ratedOn" DATE NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "evidence" TEXT,
    "labels" TEXT[],

    CONSTRAINT "SkillRating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SocialContact" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "askedOn" DATE NOT NULL,
    "howOften" "HowOften" NOT NULL,
    "words" TEXT,
    "labels" TEXT[],

    CONSTRAINT "SocialContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadinessItem" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "ReadinessKind" NOT NULL,
    "state" "ReadinessState" NOT NULL,
    "checkedOn" DATE NOT NULL,

    CONSTRAINT "ReadinessItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SensitiveReadinessItem" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "SensitiveReadinessKind" NOT NULL,
    "state" "ReadinessState" NOT NULL,
    "checkedOn" DATE NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "SensitiveReadinessItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "journey" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "endReason" TEXT,
    "endToldBy" "SaidBy",
    "labels" TEXT[],

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageReached" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "on" DATE NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "StageReached_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParticipationPhase" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "phase" "SupportPhase" NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,

    CONSTRAINT "ParticipationPhase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportActivity" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "mode" "SupportMode" NOT NULL,

    CONSTRAINT "SupportActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityPause" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE NOT NULL,

    CONSTRAINT "ActivityPause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportContact" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "mode" "SupportMode" NOT NULL,
    "agreed" TEXT,
    "nextStep" TEXT,
    "nextOn" DATE,
    "labels" TEXT[],

    CONSTRAINT "SupportContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingAward" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "pays" "FundingFor" NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "amountPence" INTEGER,
    "labels" TEXT[],

    CONSTRAINT "FundingAward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedsAssessment" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "assessedOn" DATE NOT NULL,
    "agreed" BOOLEAN NOT NULL,

    CONSTRAINT "NeedsAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentAnswer" (
    "id" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "ownWords" TEXT,
    "workersNote" TEXT,
    "labels" TEXT[],

    CONSTRAINT "AssessmentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Barrier" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "saidBy" "SaidBy" NOT NULL,
    "saidOn" DATE,
    "evidenceSeen" BOOLEAN NOT NULL,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Barrier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "OutcomeKind" NOT NULL,
    "title" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "hoursAWeek" INTEGER,
    "contract" "ContractKind",
    "payPence" INTEGER,
    "payPer" "PayPeriod",
    "payBand" "PayBand",
    "labels" TEXT[],

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutcomeCheck" (
    "id" UUID NOT NULL,
    "outcomeId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "weeks" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "askedOn" DATE,
    "answer" "CheckAnswer",
    "hoursAWeek" INTEGER,
    "words" TEXT,
    "labels" TEXT[],

    CONSTRAINT "OutcomeCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEvent" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "by" TEXT,
    "labels" TEXT[],

    CONSTRAINT "TimelineEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Programme" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,
    "successorCode" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "BarrierKind" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "BarrierKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "AssessmentDomain" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "AssessmentDomain_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "EmployabilitySkill" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "EmployabilitySkill_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ActivityKind" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "education" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "ActivityKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Fund" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Fund_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FundingRule" (
    "code" TEXT NOT NULL,
    "fundCode" TEXT NOT NULL,
    "excludesCode" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "stillAllowed" TEXT[],
    "startedOn" DATE,
    "endedOn" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "FundingRule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "OutcomeRule" (
    "code" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "minHoursAWeek" INTEGER,
    "countsEducation" BOOLEAN NOT NULL,
    "countsSteps" BOOLEAN NOT NULL,
    "sustainedWeeks" INTEGER,
    "startedOn" DATE,
    "endedOn" DATE,
    "source" TEXT NOT NULL,
    "leavesOut" TEXT NOT NULL,

    CONSTRAINT "OutcomeRule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ActivityRule" (
    "code" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "minutesAWeek" INTEGER NOT NULL,
    "averageOver" INTEGER NOT NULL,
    "countsEducation" BOOLEAN NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,
    "source" TEXT NOT NULL,
    "leavesOut" TEXT NOT NULL,

    CONSTRAINT "ActivityRule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ReviewRule" (
    "code" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "everyMonths" INTEGER NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,
    "source" TEXT NOT NULL,
    "leavesOut" TEXT NOT NULL,

    CONSTRAINT "ReviewRule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "LeavingRule" (
    "code" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "preEmploymentMonths" INTEGER NOT NULL,
    "mayReturn" BOOLEAN NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,
    "source" TEXT NOT NULL,
    "leavesOut" TEXT NOT NULL,

    CONSTRAINT "LeavingRule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FollowUpWeek" (
    "programmeCode" TEXT NOT NULL,
    "weeks" INTEGER NOT NULL,
    "withinWeeks" INTEGER,
    "source" TEXT NOT NULL,

    CONSTRAINT "FollowUpWeek_pkey" PRIMARY KEY ("programmeCode","weeks")
);

-- CreateIndex
CREATE INDEX "ActionPlan_person_idx" ON "ActionPlan"("person");

-- CreateIndex
CREATE UNIQUE INDEX "ActionPlan_id_person_controller_key" ON "ActionPlan"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "Goal_person_idx" ON "Goal"("person");

-- CreateIndex
CREATE UNIQUE INDEX "Goal_id_person_controller_key" ON "Goal"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "Step_person_idx" ON "Step"("person");

-- CreateIndex
CREATE INDEX "PlanReview_person_idx" ON "PlanReview"("person");

-- CreateIndex
CREATE INDEX "SkillRating_person_idx" ON "SkillRating"("person");

-- CreateIndex
CREATE INDEX "SocialContact_person_idx" ON "SocialContact"("person");

-- CreateIndex
CREATE INDEX "ReadinessItem_person_idx" ON "ReadinessItem"("person");

-- CreateIndex
CREATE INDEX "SensitiveReadinessItem_person_idx" ON "SensitiveReadinessItem"("person");

-- CreateIndex
CREATE INDEX "Participation_person_idx" ON "Participation"("person");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_id_person_controller_key" ON "Participation"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "StageReached_person_idx" ON "StageReached"("person");

-- CreateIndex
CREATE INDEX "ParticipationPhase_person_idx" ON "ParticipationPhase"("person");

-- CreateIndex
CREATE INDEX "SupportActivity_person_idx" ON "SupportActivity"("person");

-- CreateIndex
CREATE INDEX "ActivityPause_person_idx" ON "ActivityPause"("person");

-- CreateIndex
CREATE INDEX "SupportContact_person_idx" ON "SupportContact"("person");

-- CreateIndex
CREATE INDEX "FundingAward_person_idx" ON "FundingAward"("person");

-- CreateIndex
CREATE INDEX "NeedsAssessment_person_idx" ON "NeedsAssessment"("person");

-- CreateIndex
CREATE UNIQUE INDEX "NeedsAssessment_person_controller_version_key" ON "NeedsAssessment"("person", "controller", "version");

-- CreateIndex
CREATE UNIQUE INDEX "NeedsAssessment_id_person_controller_key" ON "NeedsAssessment"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "AssessmentAnswer_person_idx" ON "AssessmentAnswer"("person");

-- CreateIndex
CREATE INDEX "Barrier_person_idx" ON "Barrier"("person");

-- CreateIndex
CREATE INDEX "Outcome_person_idx" ON "Outcome"("person");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_id_person_controller_key" ON "Outcome"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "OutcomeCheck_person_idx" ON "OutcomeCheck"("person");

-- CreateIndex
CREATE INDEX "TimelineEvent_person_category_idx" ON "TimelineEvent"("person", "category");

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_planId_person_controller_fkey" FOREIGN KEY ("planId", "person", "controller") REFERENCES "ActionPlan"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_goalId_person_controller_fkey" FOREIGN KEY ("goalId", "person", "controller") REFERENCES "Goal"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanReview" ADD CONSTRAINT "PlanReview_planId_person_controller_fkey" FOREIGN KEY ("planId", "person", "controller") REFERENCES "ActionPlan"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillRating" ADD CONSTRAINT "SkillRating_code_fkey" FOREIGN KEY ("code") REFERENCES "EmployabilitySkill"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_code_fkey" FOREIGN KEY ("code") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageReached" ADD CONSTRAINT "StageReached_participationId_person_controller_fkey" FOREIGN KEY ("participationId", "person", "controller") REFERENCES "Participation"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageReached" ADD CONSTRAINT "StageReached_number_fkey" FOREIGN KEY ("number") REFERENCES "Stage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationPhase" ADD CONSTRAINT "ParticipationPhase_participationId_person_controller_fkey" FOREIGN KEY ("participationId", "person", "controller") REFERENCES "Participation"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportActivity" ADD CONSTRAINT "SupportActivity_code_fkey" FOREIGN KEY ("code") REFERENCES "ActivityKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingAward" ADD CONSTRAINT "FundingAward_code_fkey" FOREIGN KEY ("code") REFERENCES "Fund"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_assessmentId_person_controller_fkey" FOREIGN KEY ("assessmentId", "person", "controller") REFERENCES "NeedsAssessment"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_code_fkey" FOREIGN KEY ("code") REFERENCES "AssessmentDomain"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_code_fkey" FOREIGN KEY ("code") REFERENCES "BarrierKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeCheck" ADD CONSTRAINT "OutcomeCheck_outcomeId_person_controller_fkey" FOREIGN KEY ("outcomeId", "person", "controller") REFERENCES "Outcome"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_successorCode_fkey" FOREIGN KEY ("successorCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingRule" ADD CONSTRAINT "FundingRule_fundCode_fkey" FOREIGN KEY ("fundCode") REFERENCES "Fund"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingRule" ADD CONSTRAINT "FundingRule_excludesCode_fkey" FOREIGN KEY ("excludesCode") REFERENCES "Fund"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeRule" ADD CONSTRAINT "OutcomeRule_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityRule" ADD CONSTRAINT "ActivityRule_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRule" ADD CONSTRAINT "ReviewRule_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeavingRule" ADD CONSTRAINT "LeavingRule_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUpWeek" ADD CONSTRAINT "FollowUpWeek_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Step" ADD CONSTRAINT "Step_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "SkillRating" ADD CONSTRAINT "SkillRating_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "SocialContact" ADD CONSTRAINT "SocialContact_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "SensitiveReadinessItem" ADD CONSTRAINT "SensitiveReadinessItem_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "SupportContact" ADD CONSTRAINT "SupportContact_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "FundingAward" ADD CONSTRAINT "FundingAward_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "AssessmentAnswer" ADD CONSTRAINT "AssessmentAnswer_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "OutcomeCheck" ADD CONSTRAINT "OutcomeCheck_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_labels_said" CHECK ("labels" IS NOT NULL);

-- Whole numbers that can be so.
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_hoursAWeek_possible" CHECK ("hoursAWeek" BETWEEN 0 AND 168);
ALTER TABLE "OutcomeCheck" ADD CONSTRAINT "OutcomeCheck_hoursAWeek_possible" CHECK ("hoursAWeek" BETWEEN 0 AND 168);
ALTER TABLE "OutcomeCheck" ADD CONSTRAINT "OutcomeCheck_weeks_possible" CHECK ("weeks" > 0);
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_pay_said_whole" CHECK (("payPence" IS NULL) = ("payPer" IS NULL) AND "payPence" >= 0);
ALTER TABLE "FundingAward" ADD CONSTRAINT "FundingAward_amountPence_possible" CHECK ("amountPence" >= 0);
ALTER TABLE "SupportActivity" ADD CONSTRAINT "SupportActivity_minutes_possible" CHECK ("minutes" BETWEEN 1 AND 1440);
ALTER TABLE "ActionPlan" ADD CONSTRAINT "ActionPlan_reviewEveryMonths_possible" CHECK ("reviewEveryMonths" > 0);
ALTER TABLE "NeedsAssessment" ADD CONSTRAINT "NeedsAssessment_version_possible" CHECK ("version" > 0);
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_soc_four_digits" CHECK ("soc" ~ '^\d{4}$');

-- What ends has begun.
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_ends_after" CHECK ("endedOn" >= "startedOn");
ALTER TABLE "ParticipationPhase" ADD CONSTRAINT "ParticipationPhase_ends_after" CHECK ("endedOn" >= "startedOn");
ALTER TABLE "ActivityPause" ADD CONSTRAINT "ActivityPause_ends_after" CHECK ("endedOn" >= "startedOn");
ALTER TABLE "FundingAward" ADD CONSTRAINT "FundingAward_ends_after" CHECK ("endedOn" >= "startedOn");
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_ends_after" CHECK ("endedOn" >= "startedOn");

-- An event that belongs to no category of this room would be read by nobody.
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_category_known" CHECK ("category" IN ('ACTION_PLAN', 'SUPPORT_RECEIVED', 'BARRIERS', 'WORK_SINCE'));

-- What employability works by. Each row says where it is from; a list that changes gets new rows.
INSERT INTO "Stage" ("number", "label", "source") VALUES
    (1, 'Engagement and referral', 'Strategic Skills Pipeline (Scottish Government)'),
    (2, 'Removing barriers', 'Strategic Skills Pipeline (Scottish Government)'),
    (3, 'Vocational activity', 'Strategic Skills Pipeline (Scottish Government)'),
    (4, 'Moving into work', 'Strategic Skills Pipeline (Scottish Government)'),
    (5, 'Support in work', 'Strategic Skills Pipeline (Scottish Government)');

-- A day is left out where the source does not say it.
INSERT INTO "Programme" ("code", "label", "startedOn", "endedOn", "successorCode", "source") VALUES
    ('NOLB', 'No One Left Behind', '2019-04-01', NULL, NULL, 'No One Left Behind: next steps for employability support in Scotland (Scottish Government, 2018)'),
    ('FAIR_START_SCOTLAND', 'Fair Start Scotland', '2018-04-03', '2024-03-31', 'NOLB', 'Fair Start Scotland: evaluation report 4, year 3 overview (Scottish Government, October 2021)'),
    ('ACTIVITY_AGREEMENT', 'Activity Agreement', NULL, '2019-03-31', 'NOLB', 'No One Left Behind: review of employability services (Scottish Government, 2018)'),
    ('EMPLOYABILITY_FUND', 'Employability Fund', NULL, '2022-03-31', 'NOLB', 'No One Left Behind: review of employability services (Scottish Government, 2018)'),
    ('COMMUNITY_JOBS_SCOTLAND', 'Community Jobs Scotland', NULL, '2022-03-31', 'NOLB', 'No One Left Behind: review of employability services (Scottish Government, 2018)'),
    ('FUND_14_19', '14-19 Fund', NULL, NULL, NULL, 'No One Left Behind: review of employability services (Scottish Government, 2018)'),
    ('DISCOVERING_YOUR_POTENTIAL', 'Discovering Your Potential', NULL, NULL, NULL, 'No One Left Behind: review of employability services (Scottish Government, 2018)'),
    ('SERI', 'Scotland''s Employer Recruitment Incentive', NULL, '2019-03-31', 'NOLB', 'No One Left Behind: review of employability services (Scottish Government, 2018)');

INSERT INTO "BarrierKind" ("code", "label", "source")
SELECT code, label, 'Employability referral form (Shetland Islands Council)' FROM (VALUES
    ('LONG_TERM_UNEMPLOYED', 'Out of work for a long time'),
    ('LOW_SKILLED', 'Few skills or qualifications'),
    ('NO_WORK_EXPERIENCE', 'No experience of work'),
    ('JOBLESS_HOUSEHOLD', 'Nobody at home has work'),
    ('SINGLE_ADULT_WITH_CHILDREN', 'Bringing up children alone'),
    ('CARER', 'Caring for somebody'),
    ('DISABLED', 'A disability'),
    ('PHYSICAL_ILLNESS', 'Physical health'),
    ('MENTAL_HEALTH', 'Mental health'),
    ('SUBSTANCE_RELATED', 'Alcohol or drugs'),
    ('CONVICTIONS', 'Convictions'),
    ('LOOKED_AFTER', 'Experience of care'),
    ('HOMELESSNESS', 'No home, or about to lose it'),
    ('REFUGEE', 'A refugee'),
    ('ASYLUM_SEEKER', 'Asking for asylum'),
    ('MINORITY', 'Of a minority that is often left out'),
    ('VETERAN', 'Served in the armed forces'),
    ('OVER_54', 'Over 54'),
    ('RURAL', 'Living far from work'),
    ('POOR_ACCESS', 'Hard to travel')) AS kind (code, label);

INSERT INTO "AssessmentDomain" ("code", "position", "label", "source")
SELECT code, position, label, 'Chosen here as a starting point; each partnership sets its own' FROM (VALUES
    ('WORK', 1, 'Work and experience'),
    ('LEARNING', 2, 'Learning and skills'),
    ('CONFIDENCE', 3, 'Confidence and being among others'),
    ('HEALTH', 4, 'Health and wellbeing'),
    ('FAMILY_AND_CARING', 5, 'Family and caring'),
    ('HOME', 6, 'Home'),
    ('MONEY', 7, 'Money'),
    ('TRAVEL', 8, 'Getting about'),
    ('DIGITAL', 9, 'Phone, computer and internet'),
    ('ANYTHING_ELSE', 10, 'Anything else')) AS domain (code, position, label);

INSERT INTO "EmployabilitySkill" ("code", "label", "source")
SELECT code, label, 'Education and work plan (ministryofjustice/hmpps-education-and-work-plan-ui)' FROM (VALUES
    ('TEAMWORK', 'Working with others'),
    ('TIMEKEEPING', 'Being on time'),
    ('COMMUNICATION', 'Making oneself understood'),
    ('PLANNING', 'Planning'),
    ('ORGANISATION', 'Keeping things in order'),
    ('PROBLEM_SOLVING', 'Solving problems'),
    ('INITIATIVE', 'Starting things oneself'),
    ('ADAPTABILITY', 'Taking to new things'),
    ('RELIABILITY', 'Being relied on'),
    ('CREATIVITY', 'Having ideas')) AS skill (code, label);

INSERT INTO "ActivityKind" ("code", "label", "education", "source")
SELECT code, label, education, 'Chosen here as a starting point; each partnership sets its own' FROM (VALUES
    ('ONE_TO_ONE', 'Time with a worker', false),
    ('WORKSHOP', 'A workshop', false),
    ('JOB_SEARCH', 'Looking for work', false),
    ('WORK_TASTER', 'Trying out work', false),
    ('VOLUNTEERING', 'Volunteering', false),
    ('COURSE', 'A course or class', true)) AS kind (code, label, education);

INSERT INTO "Fund" ("code", "label", "source") VALUES
    ('ERI', 'Employer Recruitment Incentive', 'No One Left Behind: Employer Recruitment Incentive (Scottish Government)'),
    ('ESF', 'European Social Fund, 2014 to 2020', 'Regulation (EU) No 1304/2013'),
    ('FSS', 'Fair Start Scotland', 'Fair Start Scotland: evaluation report 4, year 3 overview (Scottish Government, October 2021)'),
    ('NOLB', 'No One Left Behind', 'No One Left Behind: next steps for employability support in Scotland (Scottish Government, 2018)'),
    ('UKSPF', 'UK Shared Prosperity Fund', 'UK Shared Prosperity Fund: prospectus (UK Government, April 2022)');

INSERT INTO "FundingRule" ("code", "fundCode", "excludesCode", "label", "stillAllowed", "startedOn", "endedOn", "source") VALUES
    ('ERI_ONCE', 'ERI', 'ERI', 'One recruitment incentive for one person at a time', ARRAY['Training', 'Travel', 'A key worker''s time'], NULL, NULL, 'Chosen here as a starting point; each partnership sets its own'),
    ('ESF_ONCE', 'ESF', 'ESF', 'The same cost is not paid from the European Social Fund twice', ARRAY['A cost that is not in the first award'], '2014-01-01', '2023-12-31', 'Regulation (EU) No 1303/2013, Article 65(2) and (11)'),
    ('ESF_NOT_FSS', 'ESF', 'FSS', 'While the European Social Fund pays, Fair Start Scotland does not', ARRAY['Support by the council''s own money', 'Fair Start Scotland once the award has ended'], '2018-04-03', '2023-12-31', 'Fair Start Scotland: evaluation report 4, local area case studies, year 3, chapter 6 (Scottish Government, October 2021)'),
    ('FSS_NOT_ESF', 'FSS', 'ESF', 'While Fair Start Scotland pays, the European Social Fund does not', ARRAY['Support by the council''s own money', 'A project of the European Social Fund once Fair Start Scotland has ended'], '2018-04-03', '2023-12-31', 'Fair Start Scotland: evaluation report 4, local area case studies, year 3, chapter 6 (Scottish Government, October 2021)'),
    ('NOLB_NOT_UKSPF', 'NOLB', 'UKSPF', 'What No One Left Behind pays, the UK Shared Prosperity Fund does not pay again', ARRAY['Another cost of the same person, such as travel'], '2022-04-01', NULL, 'Chosen here as a starting point; each partnership sets its own');

INSERT INTO "OutcomeRule" ("code", "programmeCode", "label", "minHoursAWeek", "countsEducation", "countsSteps", "sustainedWeeks", "startedOn", "endedOn", "source", "leavesOut") VALUES
    ('FSS_JOB_16_HOURS', 'FAIR_START_SCOTLAND', 'A job of 16 hours a week or more', 16, false, false, NULL, '2018-04-03', NULL, 'Fair Start Scotland: evaluation report 4, local area case studies, year 3, chapter 6 (Scottish Government, October 2021)',
     'Whoever works fewer than 16 hours, for example beside college, caring or illness; whoever goes into education or training; whoever volunteers.'),
    ('FSS_JOB_13_WEEKS', 'FAIR_START_SCOTLAND', 'A job of 16 hours a week or more that lasts 13 weeks', 16, false, false, 13, '2018-04-03', NULL, 'Fair Start Scotland: economic evaluation, implications and recommendations (Scottish Government)',
     'As the 16 hours do, and whoever has seasonal work or several short jobs.'),
    ('NOLB_ANY_STEP', 'NOLB', 'Any step into work, learning or volunteering', NULL, true, true, NULL, '2019-04-01', NULL, 'No One Left Behind: next steps for employability support in Scotland (Scottish Government, 2018)',
     'Whoever gains in confidence and company and has taken no step yet: their skill ratings tell.');

INSERT INTO "ActivityRule" ("code", "programmeCode", "label", "minutesAWeek", "averageOver", "countsEducation", "startedOn", "endedOn", "source", "leavesOut") VALUES
    ('FSS_3_HOURS', 'FAIR_START_SCOTLAND', 'Three hours of activity each week', 180, 1, false, '2018-04-03', NULL, 'Fair Start Scotland: evaluation report 4, local area case studies, year 3, chapter 6 (Scottish Government, October 2021)',
     'Whoever is ill, caring or at college for a week, and whoever can do little at a time.'),
    ('NOLB_3_HOURS_OVER_4', 'NOLB', 'Three hours of activity a week, averaged over 4 weeks', 180, 4, true, '2019-04-01', NULL, 'Chosen here as a starting point; each partnership sets its own',
     'Whoever has a bad month.'),
    ('NOLB_3_HOURS_OVER_13', 'NOLB', 'Three hours of activity a week, averaged over 13 weeks', 180, 13, true, '2019-04-01', NULL, 'Chosen here as a starting point; each partnership sets its own',
     'Whoever can do less than three hours for long, and whoever began less than 13 weeks ago.');

INSERT INTO "ReviewRule" ("code", "programmeCode", "label", "everyMonths", "startedOn", "endedOn", "source", "leavesOut") VALUES
    ('FSS_MONTHLY', 'FAIR_START_SCOTLAND', 'A review every month', 1, '2018-04-03', NULL, 'Fair Start Scotland: evaluation report 4, local area case studies, year 3, chapter 6 (Scottish Government, October 2021)',
     'Whoever finds a review every month too much, and whoever is in work and has no time for one.'),
    ('NOLB_QUARTERLY', 'NOLB', 'A review every three months', 3, '2019-04-01', NULL, 'Chosen here as a starting point; each partnership sets its own',
     'Whoever needs to be seen more often.');

INSERT INTO "LeavingRule" ("code", "programmeCode", "label", "preEmploymentMonths", "mayReturn", "startedOn", "endedOn", "source", "leavesOut") VALUES
    ('FSS_LEFT_FOR_GOOD', 'FAIR_START_SCOTLAND', 'Who leaves within 12 months without a job may not come back', 12, false, '2018-04-03', '2021-03-31', 'Scottish Parliament, written answer S5W-33946 (18 December 2020)',
     'Whoever fell ill, had to care for somebody or moved away, and would come back.'),
    ('FSS_MAY_RETURN', 'FAIR_START_SCOTLAND', 'Who leaves within 12 months without a job may come back', 12, true, '2021-04-01', NULL, 'Fair Start Scotland: annual report, year 4 (Scottish Government)',
     'Nobody; whoever comes back after a long time begins anew.');

INSERT INTO "FollowUpWeek" ("programmeCode", "weeks", "withinWeeks", "source")
SELECT 'FAIR_START_SCOTLAND', weeks, within, 'Fair Start Scotland: economic evaluation, implications and recommendations (Scottish Government)' FROM (VALUES (13, 16), (26, 30), (52, 60)) AS week (weeks, within)
UNION ALL
SELECT 'NOLB', weeks, NULL, 'Chosen here as a starting point; each partnership sets its own' FROM (VALUES (4), (13), (26), (52)) AS week (weeks);

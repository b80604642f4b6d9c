-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "CaseLevel" AS ENUM ('LIGHT_TOUCH', 'CASE_MANAGEMENT');

-- CreateEnum
CREATE TYPE "AppointmentMode" AS ENUM ('PHONE', 'VIDEO', 'IN_PERSON', 'GROUP');

-- CreateEnum
CREATE TYPE "ServiceKind" AS ENUM ('PHYSIOTHERAPY', 'OCCUPATIONAL_HEALTH', 'COUNSELLING');

-- CreateEnum
CREATE TYPE "LifePart" AS ENUM ('BODY', 'LIFE_AND_WORK');

-- CreateEnum
CREATE TYPE "IpsStage" AS ENUM ('GETTING_STARTED', 'JOB_FINDING', 'IN_WORK');

-- CreateTable
CREATE TABLE "HealthWorkCase" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "level" "CaseLevel" NOT NULL,
    "inWork" BOOLEAN,
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,
    "weeks" INTEGER,
    "chi" TEXT,

    CONSTRAINT "HealthWorkCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkAdjustment" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "until" DATE,
    "labels" TEXT[],

    CONSTRAINT "WorkAdjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseService" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "ServiceKind" NOT NULL,
    "offeredOn" DATE NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,
    "labels" TEXT[],

    CONSTRAINT "CaseService_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HealthAssessment" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "HealthAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentNote" (
    "id" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "part" "LifePart" NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "AssessmentNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentalHealthNote" (
    "id" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "MentalHealthNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MskTriage" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "MskTriage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MskAdjustment" (
    "id" UUID NOT NULL,
    "triageId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "until" DATE,
    "labels" TEXT[],

    CONSTRAINT "MskAdjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HealthAppointment" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "AppointmentMode" NOT NULL,
    "place" TEXT,
    "labels" TEXT[],

    CONSTRAINT "HealthAppointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "since" DATE,
    "treatment" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IpsEpisode" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "stage" "IpsStage" NOT NULL,
    "service" TEXT,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "labels" TEXT[],

    CONSTRAINT "IpsEpisode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoverySupport" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,

    CONSTRAINT "RecoverySupport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryAppointment" (
    "id" UUID NOT NULL,
    "supportId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "AppointmentMode" NOT NULL,

    CONSTRAINT "RecoveryAppointment_pkey" PRIMARY KEY ("id")
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

-- CreateIndex
CREATE INDEX "HealthWorkCase_person_idx" ON "HealthWorkCase"("person");

-- CreateIndex
CREATE UNIQUE INDEX "HealthWorkCase_id_person_controller_key" ON "HealthWorkCase"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "WorkAdjustment_person_idx" ON "WorkAdjustment"("person");

-- CreateIndex
CREATE INDEX "CaseService_person_idx" ON "CaseService"("person");

-- CreateIndex
CREATE INDEX "HealthAssessment_person_idx" ON "HealthAssessment"("person");

-- CreateIndex
CREATE UNIQUE INDEX "HealthAssessment_id_person_controller_key" ON "HealthAssessment"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "AssessmentNote_person_idx" ON "AssessmentNote"("person");

-- CreateIndex
CREATE INDEX "MentalHealthNote_person_idx" ON "MentalHealthNote"("person");

-- CreateIndex
CREATE INDEX "MskTriage_person_idx" ON "MskTriage"("person");

-- CreateIndex
CREATE UNIQUE INDEX "MskTriage_id_person_controller_key" ON "MskTriage"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "MskAdjustment_person_idx" ON "MskAdjustment"("person");

-- CreateIndex
CREATE INDEX "HealthAppointment_person_idx" ON "HealthAppointment"("person");

-- CreateIndex
CREATE INDEX "Condition_person_idx" ON "Condition"("person");

-- CreateIndex
CREATE INDEX "IpsEpisode_person_idx" ON "IpsEpisode"("person");

-- CreateIndex
CREATE INDEX "RecoverySupport_person_idx" ON "RecoverySupport"("person");

-- CreateIndex
CREATE UNIQUE INDEX "RecoverySupport_id_person_controller_key" ON "RecoverySupport"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "RecoveryAppointment_person_idx" ON "RecoveryAppointment"("person");

-- CreateIndex
CREATE INDEX "TimelineEvent_person_category_idx" ON "TimelineEvent"("person", "category");

-- AddForeignKey
ALTER TABLE "WorkAdjustment" ADD CONSTRAINT "WorkAdjustment_caseId_person_controller_fkey" FOREIGN KEY ("caseId", "person", "controller") REFERENCES "HealthWorkCase"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseService" ADD CONSTRAINT "CaseService_caseId_person_controller_fkey" FOREIGN KEY ("caseId", "person", "controller") REFERENCES "HealthWorkCase"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HealthAssessment" ADD CONSTRAINT "HealthAssessment_caseId_person_controller_fkey" FOREIGN KEY ("caseId", "person", "controller") REFERENCES "HealthWorkCase"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentNote" ADD CONSTRAINT "AssessmentNote_assessmentId_person_controller_fkey" FOREIGN KEY ("assessmentId", "person", "controller") REFERENCES "HealthAssessment"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentalHealthNote" ADD CONSTRAINT "MentalHealthNote_assessmentId_person_controller_fkey" FOREIGN KEY ("assessmentId", "person", "controller") REFERENCES "HealthAssessment"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MskAdjustment" ADD CONSTRAINT "MskAdjustment_triageId_person_controller_fkey" FOREIGN KEY ("triageId", "person", "controller") REFERENCES "MskTriage"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryAppointment" ADD CONSTRAINT "RecoveryAppointment_supportId_person_controller_fkey" FOREIGN KEY ("supportId", "person", "controller") REFERENCES "RecoverySupport"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;



-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "WorkAdjustment" ADD CONSTRAINT "WorkAdjustment_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "CaseService" ADD CONSTRAINT "CaseService_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "AssessmentNote" ADD CONSTRAINT "AssessmentNote_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "MentalHealthNote" ADD CONSTRAINT "MentalHealthNote_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "MskAdjustment" ADD CONSTRAINT "MskAdjustment_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "HealthAppointment" ADD CONSTRAINT "HealthAppointment_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "IpsEpisode" ADD CONSTRAINT "IpsEpisode_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_labels_said" CHECK ("labels" IS NOT NULL);

-- Counselling tells of mental health, whoever writes it down.
ALTER TABLE "CaseService" ADD CONSTRAINT "CaseService_counselling_labelled"
    CHECK ("kind" <> 'COUNSELLING' OR 'MENTAL_HEALTH_AND_RECOVERY' = ANY ("labels"));

-- Case management runs for up to 20 weeks.
ALTER TABLE "HealthWorkCase" ADD CONSTRAINT "HealthWorkCase_weeks_within" CHECK ("weeks" BETWEEN 1 AND 20);

-- A CHI number is text: a leading zero counts.
ALTER TABLE "HealthWorkCase" ADD CONSTRAINT "HealthWorkCase_chi_digits" CHECK ("chi" ~ '^[0-9]{10}$');

-- An event of any other category would be in no timeline.
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_category_known"
    CHECK ("category" IN ('HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS', 'CONDITIONS', 'MENTAL_HEALTH_AND_RECOVERY'));

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "CaseLevel" AS ENUM ('LIGHT_TOUCH', 'CASE_MANAGEMENT');

-- CreateEnum
CREATE TYPE "AppointmentMode" AS ENUM ('PHONE', 'VIDEO', 'IN_PERSON', 'GROUP');

-- CreateEnum
CREATE TYPE "RecoveryKind" AS ENUM ('MENTAL_HEALTH', 'ALCOHOL', 'DRUGS', 'PLACEMENT_AND_SUPPORT');

-- CreateTable
CREATE TABLE "HealthWorkCase" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "level" "CaseLevel" NOT NULL,
    "inWork" BOOLEAN,
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,

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
CREATE TABLE "HealthAppointment" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "AppointmentMode" NOT NULL,
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
CREATE TABLE "RecoverySupport" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "RecoveryKind" NOT NULL,
    "service" TEXT,
    "startedOn" DATE NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "RecoverySupport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HealthWorkCase_person_idx" ON "HealthWorkCase"("person");

-- CreateIndex
CREATE UNIQUE INDEX "HealthWorkCase_id_person_controller_key" ON "HealthWorkCase"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "WorkAdjustment_person_idx" ON "WorkAdjustment"("person");

-- CreateIndex
CREATE INDEX "HealthAppointment_person_idx" ON "HealthAppointment"("person");

-- CreateIndex
CREATE INDEX "Condition_person_idx" ON "Condition"("person");

-- CreateIndex
CREATE INDEX "RecoverySupport_person_idx" ON "RecoverySupport"("person");

-- AddForeignKey
ALTER TABLE "WorkAdjustment" ADD CONSTRAINT "WorkAdjustment_caseId_person_controller_fkey" FOREIGN KEY ("caseId", "person", "controller") REFERENCES "HealthWorkCase"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;


-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "WorkAdjustment" ADD CONSTRAINT "WorkAdjustment_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "HealthAppointment" ADD CONSTRAINT "HealthAppointment_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "RecoverySupport" ADD CONSTRAINT "RecoverySupport_labels_said" CHECK ("labels" IS NOT NULL);

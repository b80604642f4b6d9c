-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Weekday" AS ENUM ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY');

-- CreateEnum
CREATE TYPE "JusticeSupportKind" AS ENUM ('SUPERVISION', 'VOLUNTARY_THROUGHCARE', 'STATUTORY_THROUGHCARE');

-- CreateEnum
CREATE TYPE "PaybackRequirement" AS ENUM ('OFFENDER_SUPERVISION', 'COMPENSATION', 'UNPAID_WORK', 'PROGRAMME', 'RESIDENCE', 'CONDUCT', 'RESTRICTED_MOVEMENT');

-- CreateEnum
CREATE TYPE "TreatmentKind" AS ENUM ('MENTAL_HEALTH', 'DRUG', 'ALCOHOL');

-- CreateTable
CREATE TABLE "WorkLimit" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "freeToWorkFrom" DATE,
    "day" "Weekday",
    "from" INTEGER,
    "to" INTEGER,
    "until" DATE,
    "place" TEXT,
    "labels" TEXT[],

    CONSTRAINT "WorkLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JusticeSupport" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "JusticeSupportKind" NOT NULL,
    "team" TEXT,
    "startedOn" DATE,
    "labels" TEXT[],

    CONSTRAINT "JusticeSupport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommunityPaybackOrder" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "imposedOn" DATE,
    "endsOn" DATE,
    "requirements" "PaybackRequirement"[],
    "hoursLeft" INTEGER,
    "treatment" "TreatmentKind"[],

    CONSTRAINT "CommunityPaybackOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conviction" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "offence" TEXT NOT NULL,
    "convictedOn" DATE,
    "sentence" TEXT,
    "discloseUntil" DATE,
    "labels" TEXT[],

    CONSTRAINT "Conviction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WorkLimit_person_idx" ON "WorkLimit"("person");

-- CreateIndex
CREATE INDEX "JusticeSupport_person_idx" ON "JusticeSupport"("person");

-- CreateIndex
CREATE INDEX "CommunityPaybackOrder_person_idx" ON "CommunityPaybackOrder"("person");

-- CreateIndex
CREATE INDEX "Conviction_person_idx" ON "Conviction"("person");



-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Weekday" AS ENUM ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY');

-- CreateEnum
CREATE TYPE "JusticeSupportKind" AS ENUM ('SUPERVISION', 'VOLUNTARY_THROUGHCARE', 'STATUTORY_THROUGHCARE');

-- CreateEnum
CREATE TYPE "PaybackRequirement" AS ENUM ('OFFENDER_SUPERVISION', 'COMPENSATION', 'UNPAID_WORK', 'PROGRAMME', 'RESIDENCE', 'CONDUCT', 'RESTRICTED_MOVEMENT');

-- CreateEnum
CREATE TYPE "UnpaidWorkLevel" AS ENUM ('LEVEL_1', 'LEVEL_2');

-- CreateEnum
CREATE TYPE "TreatmentKind" AS ENUM ('MENTAL_HEALTH', 'DRUG', 'ALCOHOL');

-- CreateEnum
CREATE TYPE "Throughcare" AS ENUM ('VOLUNTARY', 'STATUTORY');

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
    "endedOn" DATE,
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
    "hours" INTEGER,
    "level" "UnpaidWorkLevel",
    "hoursLeft" INTEGER,
    "treatment" "TreatmentKind"[],

    CONSTRAINT "CommunityPaybackOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnpaidWorkSlot" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "day" "Weekday" NOT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "until" DATE,
    "place" TEXT,
    "labels" TEXT[],

    CONSTRAINT "UnpaidWorkSlot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiberationPlan" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "leavesOn" DATE NOT NULL,
    "curfewFrom" DATE,
    "curfewUntil" DATE,
    "homeFrom" INTEGER,
    "homeTo" INTEGER,
    "throughcare" "Throughcare",
    "throughcareUntil" DATE,

    CONSTRAINT "LiberationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicenceCondition" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "from" DATE,
    "until" DATE,
    "labels" TEXT[],

    CONSTRAINT "LicenceCondition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conviction" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "offence" TEXT NOT NULL,
    "convictedOn" DATE,
    "sentence" TEXT,
    "mustBeTold" BOOLEAN,
    "discloseUntil" DATE,
    "labels" TEXT[],

    CONSTRAINT "Conviction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskNote" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "writtenOn" DATE NOT NULL,
    "reviewOn" DATE,
    "personTold" BOOLEAN NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "RiskNote_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "WorkLimit_person_idx" ON "WorkLimit"("person");

-- CreateIndex
CREATE INDEX "JusticeSupport_person_idx" ON "JusticeSupport"("person");

-- CreateIndex
CREATE INDEX "CommunityPaybackOrder_person_idx" ON "CommunityPaybackOrder"("person");

-- CreateIndex
CREATE UNIQUE INDEX "CommunityPaybackOrder_id_person_controller_key" ON "CommunityPaybackOrder"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "UnpaidWorkSlot_person_idx" ON "UnpaidWorkSlot"("person");

-- CreateIndex
CREATE INDEX "LiberationPlan_person_idx" ON "LiberationPlan"("person");

-- CreateIndex
CREATE INDEX "LicenceCondition_person_idx" ON "LicenceCondition"("person");

-- CreateIndex
CREATE INDEX "Conviction_person_idx" ON "Conviction"("person");

-- CreateIndex
CREATE INDEX "RiskNote_person_idx" ON "RiskNote"("person");

-- CreateIndex
CREATE INDEX "TimelineEvent_person_category_idx" ON "TimelineEvent"("person", "category");

-- AddForeignKey
ALTER TABLE "UnpaidWorkSlot" ADD CONSTRAINT "UnpaidWorkSlot_orderId_person_controller_fkey" FOREIGN KEY ("orderId", "person", "controller") REFERENCES "CommunityPaybackOrder"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;



-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "WorkLimit" ADD CONSTRAINT "WorkLimit_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "JusticeSupport" ADD CONSTRAINT "JusticeSupport_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "UnpaidWorkSlot" ADD CONSTRAINT "UnpaidWorkSlot_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "LicenceCondition" ADD CONSTRAINT "LicenceCondition_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Conviction" ADD CONSTRAINT "Conviction_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "RiskNote" ADD CONSTRAINT "RiskNote_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_labels_said" CHECK ("labels" IS NOT NULL);

-- Criminal Procedure (Scotland) Act 1995, s. 227G(2): no treatment without supervision. So an order never has a list of
-- requirements that is empty, or that only treatment explains, to a reader who may not see the treatment.
ALTER TABLE "CommunityPaybackOrder" ADD CONSTRAINT "CommunityPaybackOrder_treatment_supervised"
    CHECK (cardinality("treatment") = 0 OR 'OFFENDER_SUPERVISION' = ANY ("requirements"));

-- Section 227I: 20 to 300 hours; level 1 is up to 100, level 2 more.
ALTER TABLE "CommunityPaybackOrder" ADD CONSTRAINT "CommunityPaybackOrder_hours_within" CHECK ("hours" BETWEEN 20 AND 300);
ALTER TABLE "CommunityPaybackOrder" ADD CONSTRAINT "CommunityPaybackOrder_level_of_hours"
    CHECK (("level" IS NULL) = ("hours" IS NULL) AND ("level" = 'LEVEL_1') = ("hours" <= 100));
ALTER TABLE "CommunityPaybackOrder" ADD CONSTRAINT "CommunityPaybackOrder_hours_left_within"
    CHECK (("hoursLeft" IS NULL) = ("hours" IS NULL) AND "hoursLeft" BETWEEN 0 AND "hours");

-- An event of any other category would be in no timeline.
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_category_known"
    CHECK ("category" IN ('JUSTICE_SUPPORT', 'JUSTICE_LIMITS', 'CONVICTIONS'));

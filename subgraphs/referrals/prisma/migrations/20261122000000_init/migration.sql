-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ReferralState" AS ENUM ('DRAFT', 'SENT', 'SEEN', 'ACCEPTED', 'DECLINED', 'STARTED', 'ENDED');

-- CreateEnum
CREATE TYPE "ReferralDirection" AS ENUM ('OUT', 'IN');

-- CreateEnum
CREATE TYPE "GoalResult" AS ENUM ('ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'NOT_KNOWN');

-- CreateEnum
CREATE TYPE "ServiceStatus" AS ENUM ('ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT');

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('PHYSICAL', 'POSTAL', 'VIRTUAL');

-- CreateEnum
CREATE TYPE "TermUse" AS ENUM ('NEED', 'SPECIALISM');

-- CreateEnum
CREATE TYPE "AliasKind" AS ENUM ('CODE', 'SUPERSEDED_CODE', 'HL1_CODE', 'NAME');

-- CreateEnum
CREATE TYPE "PartnershipKind" AS ENUM ('COUNCIL', 'REGIONAL');

-- CreateEnum
CREATE TYPE "SignpostTool" AS ENUM ('HOUSING_OPTIONS', 'NAVIGATOR');

-- CreateTable
CREATE TABLE "Council" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" DATE NOT NULL,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CouncilAlias" (
    "alias" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "councilCode" TEXT NOT NULL,
    "kind" "AliasKind" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "CouncilAlias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "Partnership" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PartnershipKind" NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" DATE NOT NULL,

    CONSTRAINT "Partnership_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "PartnershipCouncil" (
    "partnershipCode" TEXT NOT NULL,
    "councilCode" TEXT NOT NULL,

    CONSTRAINT "PartnershipCouncil_pkey" PRIMARY KEY ("partnershipCode","councilCode")
);

-- CreateTable
CREATE TABLE "Term" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "use" "TermUse" NOT NULL,
    "tells" TEXT NOT NULL,
    "aliases" TEXT[],
    "source" TEXT NOT NULL,
    "asOf" DATE NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ReferralSource" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" DATE NOT NULL,

    CONSTRAINT "ReferralSource_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "website" TEXT,
    "email" TEXT,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "website" TEXT,
    "email" TEXT,
    "status" "ServiceStatus" NOT NULL,
    "fees" TEXT,
    "accreditations" TEXT,
    "minimumAge" INTEGER,
    "maximumAge" INTEGER,
    "eligibility" TEXT,
    "alert" TEXT,
    "assuredOn" DATE,
    "modifiedAt" TIMESTAMPTZ(3),
    "waitTime" TEXT,
    "waitWeeks" INTEGER,
    "places" INTEGER,
    "placesFree" INTEGER,
    "needs" TEXT[],
    "specialisms" TEXT[],
    "councils" TEXT[],
    "national" BOOLEAN NOT NULL,
    "tells" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "withdrawnOn" DATE,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceLocation" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "PlaceKind" NOT NULL,
    "name" TEXT,
    "address" TEXT,
    "town" TEXT,
    "postcode" TEXT,
    "councilCode" TEXT,
    "latitude" INTEGER,
    "longitude" INTEGER,
    "uprn" TEXT,
    "access" TEXT,

    CONSTRAINT "ServiceLocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceSchedule" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "days" TEXT[],
    "opensAt" INTEGER,
    "closesAt" INTEGER,
    "validFrom" DATE,
    "validTo" DATE,
    "description" TEXT,

    CONSTRAINT "ServiceSchedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceCost" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "option" TEXT,
    "pence" INTEGER,
    "description" TEXT,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "ServiceCost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceTerm" (
    "id" UUID NOT NULL,
    "serviceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "use" "TermUse" NOT NULL,
    "name" TEXT NOT NULL,
    "taxonomy" TEXT,
    "uri" TEXT,

    CONSTRAINT "ServiceTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "direction" "ReferralDirection" NOT NULL,
    "sourceCode" TEXT NOT NULL,
    "sourceTells" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "purpose" TEXT,
    "bundle" TEXT[],
    "sentOn" DATE,
    "toldOn" DATE,
    "state" "ReferralState" NOT NULL,
    "declinedBecause" TEXT,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralStep" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "ReferralState" NOT NULL,
    "on" DATE NOT NULL,
    "by" TEXT,
    "because" TEXT,
    "labels" TEXT[],

    CONSTRAINT "ReferralStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferralGoal" (
    "id" UUID NOT NULL,
    "referralId" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "goal" TEXT NOT NULL,
    "result" "GoalResult" NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "ReferralGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signpost" (
    "id" UUID NOT NULL,
    "tool" "SignpostTool" NOT NULL,
    "need" TEXT NOT NULL,
    "councilCode" TEXT NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "Signpost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CouncilAlias_councilCode_idx" ON "CouncilAlias"("councilCode");

-- CreateIndex
CREATE UNIQUE INDEX "ReferralSource_code_tells_key" ON "ReferralSource"("code", "tells");

-- CreateIndex
CREATE INDEX "Organisation_feed_idx" ON "Organisation"("feed");

-- CreateIndex
CREATE INDEX "Service_name_id_idx" ON "Service"("name", "id");

-- CreateIndex
CREATE INDEX "Service_feed_idx" ON "Service"("feed");

-- CreateIndex
CREATE INDEX "Service_organisationId_idx" ON "Service"("organisationId");

-- CreateIndex
CREATE INDEX "Service_needs_idx" ON "Service" USING GIN ("needs");

-- CreateIndex
CREATE INDEX "Service_specialisms_idx" ON "Service" USING GIN ("specialisms");

-- CreateIndex
CREATE INDEX "Service_councils_idx" ON "Service" USING GIN ("councils");

-- CreateIndex
CREATE UNIQUE INDEX "Service_id_tells_key" ON "Service"("id", "tells");

-- CreateIndex
CREATE INDEX "ServiceLocation_councilCode_idx" ON "ServiceLocation"("councilCode");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceLocation_serviceId_position_key" ON "ServiceLocation"("serviceId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceSchedule_serviceId_position_key" ON "ServiceSchedule"("serviceId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceCost_serviceId_position_key" ON "ServiceCost"("serviceId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceTerm_serviceId_position_key" ON "ServiceTerm"("serviceId", "position");

-- CreateIndex
CREATE INDEX "Referral_person_idx" ON "Referral"("person");

-- CreateIndex
CREATE INDEX "Referral_serviceId_idx" ON "Referral"("serviceId");

-- CreateIndex
CREATE UNIQUE INDEX "Referral_id_person_controller_key" ON "Referral"("id", "person", "controller");

-- CreateIndex
CREATE INDEX "ReferralStep_referralId_idx" ON "ReferralStep"("referralId");

-- CreateIndex
CREATE INDEX "ReferralStep_person_idx" ON "ReferralStep"("person");

-- CreateIndex
CREATE INDEX "ReferralGoal_referralId_idx" ON "ReferralGoal"("referralId");

-- CreateIndex
CREATE INDEX "ReferralGoal_person_idx" ON "ReferralGoal"("person");

-- CreateIndex
CREATE INDEX "Signpost_on_councilCode_need_idx" ON "Signpost"("on", "councilCode", "need");

-- AddForeignKey
ALTER TABLE "CouncilAlias" ADD CONSTRAINT "CouncilAlias_councilCode_fkey" FOREIGN KEY ("councilCode") REFERENCES "Council"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnershipCouncil" ADD CONSTRAINT "PartnershipCouncil_partnershipCode_fkey" FOREIGN KEY ("partnershipCode") REFERENCES "Partnership"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnershipCouncil" ADD CONSTRAINT "PartnershipCouncil_councilCode_fkey" FOREIGN KEY ("councilCode") REFERENCES "Council"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_councilCode_fkey" FOREIGN KEY ("councilCode") REFERENCES "Council"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceSchedule" ADD CONSTRAINT "ServiceSchedule_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceCost" ADD CONSTRAINT "ServiceCost_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceTerm" ADD CONSTRAINT "ServiceTerm_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_serviceId_tells_fkey" FOREIGN KEY ("serviceId", "tells") REFERENCES "Service"("id", "tells") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_sourceCode_sourceTells_fkey" FOREIGN KEY ("sourceCode", "sourceTells") REFERENCES "ReferralSource"("code", "tells") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralStep" ADD CONSTRAINT "ReferralStep_referralId_person_controller_fkey" FOREIGN KEY ("referralId", "person", "controller") REFERENCES "Referral"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferralGoal" ADD CONSTRAINT "ReferralGoal_referralId_person_controller_fkey" FOREIGN KEY ("referralId", "person", "controller") REFERENCES "Referral"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signpost" ADD CONSTRAINT "Signpost_need_fkey" FOREIGN KEY ("need") REFERENCES "Term"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signpost" ADD CONSTRAINT "Signpost_councilCode_fkey" FOREIGN KEY ("councilCode") REFERENCES "Council"("code") ON DELETE RESTRICT ON UPDATE CASCADE;



-- A referral is not written without the labels of what its service and its door tell of a person. SUPPORT_RECEIVED is
-- what every referral tells: it needs no label, because the field itself needs the category.
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_labels_said" CHECK ("labels" IS NOT NULL
  AND ("tells" = 'SUPPORT_RECEIVED' OR "labels" @> string_to_array("tells", '+'))
  AND ("sourceTells" = 'SUPPORT_RECEIVED' OR "sourceTells" = ANY ("labels")));

-- A list that is not there would say neither "none" nor "not known".
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_bundle_said" CHECK ("bundle" IS NOT NULL);
ALTER TABLE "ReferralStep" ADD CONSTRAINT "ReferralStep_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "ReferralGoal" ADD CONSTRAINT "ReferralGoal_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Service" ADD CONSTRAINT "Service_lists_said" CHECK ("needs" IS NOT NULL AND "specialisms" IS NOT NULL AND "councils" IS NOT NULL);
ALTER TABLE "Service" ADD CONSTRAINT "Service_tells_something" CHECK ("tells" <> '');

-- Council areas by their current GSS codes.
ALTER TABLE "Council" ADD CONSTRAINT "Council_code_written" CHECK ("code" ~ '^S12[0-9]{6}$');
ALTER TABLE "CouncilAlias" ADD CONSTRAINT "CouncilAlias_lower" CHECK ("alias" = lower("alias"));

-- Coordinates are all or nothing, and on this planet; a UPRN is up to twelve digits; times are minutes of one day.
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_coordinates" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND "latitude" BETWEEN -90000000 AND 90000000 AND "longitude" BETWEEN -180000000 AND 180000000);
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_uprn_written" CHECK ("uprn" ~ '^[0-9]{1,12}$');
ALTER TABLE "ServiceSchedule" ADD CONSTRAINT "ServiceSchedule_hours" CHECK ("opensAt" BETWEEN 0 AND 1440 AND "closesAt" BETWEEN 0 AND 1440);
ALTER TABLE "Service" ADD CONSTRAINT "Service_ages" CHECK ("minimumAge" >= 0 AND "maximumAge" >= "minimumAge");

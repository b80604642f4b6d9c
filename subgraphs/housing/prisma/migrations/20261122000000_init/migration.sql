-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Tenure" AS ENUM ('COUNCIL', 'HOUSING_ASSOCIATION', 'PRIVATE_RENT', 'OWNED', 'WITH_OTHERS', 'SUPPORTED');

-- CreateEnum
CREATE TYPE "TenancyKind" AS ENUM ('SCOTTISH_SECURE', 'SHORT_SCOTTISH_SECURE', 'PRIVATE_RESIDENTIAL', 'OCCUPANCY');

-- CreateEnum
CREATE TYPE "HousingActivity" AS ENUM ('INFORMATION', 'CASEWORK', 'ADVOCACY');

-- CreateEnum
CREATE TYPE "HomelessStage" AS ENUM ('APPLICATION', 'ASSESSMENT', 'OUTCOME');

-- CreateEnum
CREATE TYPE "RelevantBody" AS ENUM ('SOCIAL_LANDLORD', 'HEALTH_BOARD', 'INTEGRATION_JOINT_BOARD', 'POLICE', 'PRISON');

-- CreateEnum
CREATE TYPE "RentStanding" AS ENUM ('UP_TO_DATE', 'PLAN_AGREED', 'BEHIND');

-- CreateTable
CREATE TABLE "HousingSituation" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "tenure" "Tenure" NOT NULL,
    "area" TEXT,
    "since" DATE,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "HousingSituation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tenancy" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "TenancyKind" NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "uprn" TEXT,

    CONSTRAINT "Tenancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoFixedAddress" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "staying" TEXT,
    "labels" TEXT[],

    CONSTRAINT "NoFixedAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HousingApproach" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "approachedOn" DATE NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "activities" "HousingActivity"[],
    "outcomeCode" TEXT,
    "closedOn" DATE,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "HousingApproach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HousingReason" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "HousingReason_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "HousingOutcome" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "HousingOutcome_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "HomelessApplication" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "appliedOn" DATE,
    "stage" "HomelessStage" NOT NULL,
    "assessedOn" DATE,
    "decisionCode" TEXT,
    "closedOn" DATE,
    "contactKept" BOOLEAN,
    "noFixedAddress" BOOLEAN,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "HomelessApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HomelessDecision" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "HomelessDecision_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "AskedAboutHousing" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "askedOn" DATE NOT NULL,
    "body" "RelevantBody" NOT NULL,
    "by" TEXT,
    "done" TEXT,
    "labels" TEXT[],

    CONSTRAINT "AskedAboutHousing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RentAccount" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "standing" "RentStanding" NOT NULL,
    "planAgreedOn" DATE,
    "benefitCheckDone" BOOLEAN,
    "benefitCheckOn" DATE,

    CONSTRAINT "RentAccount_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "HousingSituation_person_idx" ON "HousingSituation"("person");

-- CreateIndex
CREATE INDEX "Tenancy_person_idx" ON "Tenancy"("person");

-- CreateIndex
CREATE INDEX "NoFixedAddress_person_idx" ON "NoFixedAddress"("person");

-- CreateIndex
CREATE INDEX "HousingApproach_person_idx" ON "HousingApproach"("person");

-- CreateIndex
CREATE UNIQUE INDEX "HousingReason_code_tells_key" ON "HousingReason"("code", "tells");

-- CreateIndex
CREATE INDEX "HomelessApplication_person_idx" ON "HomelessApplication"("person");

-- CreateIndex
CREATE INDEX "AskedAboutHousing_person_idx" ON "AskedAboutHousing"("person");

-- CreateIndex
CREATE INDEX "RentAccount_person_idx" ON "RentAccount"("person");

-- CreateIndex
CREATE INDEX "TimelineEvent_person_category_idx" ON "TimelineEvent"("person", "category");

-- AddForeignKey
ALTER TABLE "HousingApproach" ADD CONSTRAINT "HousingApproach_reasonCode_tells_fkey" FOREIGN KEY ("reasonCode", "tells") REFERENCES "HousingReason"("code", "tells") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HousingApproach" ADD CONSTRAINT "HousingApproach_outcomeCode_fkey" FOREIGN KEY ("outcomeCode") REFERENCES "HousingOutcome"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomelessApplication" ADD CONSTRAINT "HomelessApplication_decisionCode_fkey" FOREIGN KEY ("decisionCode") REFERENCES "HomelessDecision"("code") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "HousingSituation" ADD CONSTRAINT "HousingSituation_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "NoFixedAddress" ADD CONSTRAINT "NoFixedAddress_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "HomelessApplication" ADD CONSTRAINT "HomelessApplication_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_labels_said" CHECK ("labels" IS NOT NULL);

-- An approach is not written without the label of what its reason tells of a person.
ALTER TABLE "HousingApproach" ADD CONSTRAINT "HousingApproach_labels_said" CHECK ("labels" IS NOT NULL AND "tells" = ANY ("labels"));

-- That a prison, the police or a hospital asked tells that the person was there.
ALTER TABLE "AskedAboutHousing" ADD CONSTRAINT "AskedAboutHousing_labels_said" CHECK ("labels" IS NOT NULL AND CASE
    WHEN "body" IN ('PRISON', 'POLICE') THEN 'JUSTICE_SUPPORT' = ANY ("labels")
    WHEN "body" IN ('HEALTH_BOARD', 'INTEGRATION_JOINT_BOARD') THEN 'HEALTH_APPOINTMENTS' = ANY ("labels")
    ELSE TRUE END);

-- A property reference is digits, twelve at most. Nothing about money has a figure in it.
ALTER TABLE "Tenancy" ADD CONSTRAINT "Tenancy_uprn_written" CHECK ("uprn" ~ '^[0-9]{1,12}$');
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_no_figure" CHECK ("category" <> 'HOUSING_MONEY' OR "title" !~ '[0-9£]');
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_category_ours" CHECK ("category" IN ('WHERE_I_LIVE', 'HOMELESSNESS_HELP', 'HOUSING_MONEY'));

-- HL1 question 17, as it stands since the test of priority need was abolished. Codes 3, 6 and 8 are no longer in use.
INSERT INTO "HomelessDecision" ("code", "label", "source", "validFrom")
SELECT "code", "label", 'Scottish Government, HL1 return, question 17', DATE '2012-12-31' FROM (VALUES
    ('1', 'Homeless'),
    ('2', 'Homeless, intentionally'),
    ('4', 'Threatened with homelessness'),
    ('5', 'Threatened with homelessness, intentionally'),
    ('7', 'Neither homeless nor threatened with homelessness'),
    ('9', 'Resolved before a decision'),
    ('10', 'Contact lost before a decision'),
    ('11', 'Application withdrawn before a decision'),
    ('12', 'Not eligible for help')) AS "list" ("code", "label");

-- Why people approach, after the headings of the PREVENT1 return; the codes are this house's own.
INSERT INTO "HousingReason" ("code", "label", "tells", "source", "validFrom")
SELECT "code", "label", "tells", 'This house, after the Scottish Government''s PREVENT1 return', DATE '2014-04-01' FROM (VALUES
    ('RENT_ARREARS', 'Behind with the rent or mortgage', 'HOUSING_MONEY'),
    ('ASKED_TO_LEAVE', 'Asked to leave by those they stayed with', 'HOMELESSNESS_HELP'),
    ('DISPUTE', 'A dispute at home', 'HOMELESSNESS_HELP'),
    ('HARASSMENT', 'Harassment', 'HOMELESSNESS_HELP'),
    ('HEALTH', 'The home does not suit their health', 'HEALTH_AND_WORK'),
    ('LEAVING_CARE', 'Leaving care', 'BARRIERS'),
    ('LEAVING_HOSPITAL', 'Leaving hospital', 'HEALTH_APPOINTMENTS'),
    ('LEAVING_PRISON', 'Leaving prison', 'JUSTICE_SUPPORT'),
    ('LANDLORD_ENDS', 'The landlord ends the tenancy', 'HOMELESSNESS_HELP'),
    ('OVERCROWDED', 'Too little room', 'HOMELESSNESS_HELP'),
    ('VIOLENCE', 'Violence or abuse at home', 'HOMELESSNESS_HELP'),
    ('OTHER', 'Another reason', 'HOMELESSNESS_HELP')) AS "list" ("code", "label", "tells");

INSERT INTO "HousingOutcome" ("code", "label", "source", "validFrom")
SELECT "code", "label", 'This house, after the Scottish Government''s PREVENT1 return', DATE '2014-04-01' FROM (VALUES
    ('STAYED', 'Stayed in the same home'),
    ('COUNCIL_TENANCY', 'A council tenancy'),
    ('ASSOCIATION_TENANCY', 'A tenancy of a housing association'),
    ('PRIVATE_TENANCY', 'A private tenancy'),
    ('SUPPORTED', 'Supported accommodation'),
    ('WITH_OTHERS', 'Moved in with family or friends'),
    ('HOMELESS_APPLICATION', 'Applied as homeless'),
    ('LOST_CONTACT', 'Contact was lost'),
    ('OTHER', 'Another outcome')) AS "list" ("code", "label");

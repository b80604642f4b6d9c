-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "apart";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('PHONE', 'TEXT', 'EMAIL', 'LETTER', 'NONE');

-- CreateEnum
CREATE TYPE "ContactWay" AS ENUM ('PHONE', 'VIDEO', 'IN_PERSON', 'GROUP');

-- CreateEnum
CREATE TYPE "DigitalDevice" AS ENUM ('NONE', 'SHARED', 'PHONE', 'TABLET', 'COMPUTER');

-- CreateEnum
CREATE TYPE "DigitalConnection" AS ENUM ('NONE', 'PUBLIC', 'MOBILE', 'HOME');

-- CreateEnum
CREATE TYPE "DigitalConfidence" AS ENUM ('NOT', 'LITTLE', 'QUITE', 'VERY');

-- CreateEnum
CREATE TYPE "apart"."EqualityState" AS ENUM ('ANSWERED', 'PREFER_NOT_TO_SAY', 'NOT_ASKED');

-- CreateTable
CREATE TABLE "PersonName" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "knownAs" TEXT,
    "pronouns" TEXT,

    CONSTRAINT "PersonName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactRoute" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "agency" TEXT,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT,
    "note" TEXT,
    "messageIsSafe" BOOLEAN,
    "agencyMayBeNamed" BOOLEAN,
    "labels" TEXT[],

    CONSTRAINT "ContactRoute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactPreference" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "ways" "ContactWay"[],
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "ContactPreference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigitalAccess" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "device" "DigitalDevice" NOT NULL,
    "connection" "DigitalConnection" NOT NULL,
    "confidence" "DigitalConfidence" NOT NULL,

    CONSTRAINT "DigitalAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalName" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "full" TEXT,
    "earlier" TEXT[],

    CONSTRAINT "LegalName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalIdentifier" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "schemeCode" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "linkedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "ExternalIdentifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdentifierScheme" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "IdentifierScheme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "AccessNeed" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "AccessNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessNeedKind" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "AccessNeedKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "apart"."EqualityAnswer" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "state" "apart"."EqualityState" NOT NULL,
    "answer" TEXT,

    CONSTRAINT "EqualityAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apart"."EqualityChoice" (
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "EqualityChoice_pkey" PRIMARY KEY ("question","answer")
);

-- CreateIndex
CREATE INDEX "PersonName_person_idx" ON "PersonName"("person");

-- CreateIndex
CREATE UNIQUE INDEX "ContactRoute_person_agency_key" ON "ContactRoute"("person", "agency");

-- CreateIndex
CREATE INDEX "ContactPreference_person_idx" ON "ContactPreference"("person");

-- CreateIndex
CREATE INDEX "DigitalAccess_person_idx" ON "DigitalAccess"("person");

-- CreateIndex
CREATE INDEX "LegalName_person_idx" ON "LegalName"("person");

-- CreateIndex
CREATE INDEX "ExternalIdentifier_person_idx" ON "ExternalIdentifier"("person");

-- CreateIndex
CREATE UNIQUE INDEX "IdentifierScheme_code_tells_key" ON "IdentifierScheme"("code", "tells");

-- CreateIndex
CREATE INDEX "AccessNeed_person_idx" ON "AccessNeed"("person");

-- CreateIndex
CREATE UNIQUE INDEX "EqualityAnswer_person_question_key" ON "apart"."EqualityAnswer"("person", "question");

-- AddForeignKey
ALTER TABLE "ExternalIdentifier" ADD CONSTRAINT "ExternalIdentifier_schemeCode_tells_fkey" FOREIGN KEY ("schemeCode", "tells") REFERENCES "IdentifierScheme"("code", "tells") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessNeed" ADD CONSTRAINT "AccessNeed_code_fkey" FOREIGN KEY ("code") REFERENCES "AccessNeedKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "apart"."EqualityAnswer" ADD CONSTRAINT "EqualityAnswer_question_answer_fkey" FOREIGN KEY ("question", "answer") REFERENCES "apart"."EqualityChoice"("question", "answer") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "ContactRoute" ADD CONSTRAINT "ContactRoute_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "ContactPreference" ADD CONSTRAINT "ContactPreference_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "AccessNeed" ADD CONSTRAINT "AccessNeed_labels_said" CHECK ("labels" IS NOT NULL);

-- A link is not written without the label of what its scheme tells of a person, nor with a number in clear.
ALTER TABLE "ExternalIdentifier" ADD CONSTRAINT "ExternalIdentifier_labels_said" CHECK ("labels" IS NOT NULL AND "tells" = ANY ("labels"));
ALTER TABLE "ExternalIdentifier" ADD CONSTRAINT "ExternalIdentifier_digest_written" CHECK ("digest" ~ '^[A-Za-z0-9_-]{43}$');

-- An answer stands where one was given, and only there: "prefer not to say" and "not asked" are each their own.
ALTER TABLE "apart"."EqualityAnswer" ADD CONSTRAINT "EqualityAnswer_state_said" CHECK (("state" = 'ANSWERED') = ("answer" IS NOT NULL));

INSERT INTO "AccessNeedKind" ("code", "label", "source")
SELECT "code", "label", 'This house' FROM (VALUES
    ('BSL', 'British Sign Language'),
    ('EASY_READ', 'Easy Read'),
    ('HEARING_LOOP', 'A hearing loop'),
    ('INTERPRETER', 'An interpreter'),
    ('LARGE_PRINT', 'Large print'),
    ('MOBILITY', 'Help with moving about or sitting'),
    ('QUIET_ROOM', 'A quiet room'),
    ('OTHER', 'Something else')) AS "list" ("code", "label");

-- A CHI number is kept by health alone, and a Scottish Candidate Number by careers alone: neither is a scheme here.
INSERT INTO "IdentifierScheme" ("code", "label", "tells", "source")
SELECT "code", "label", "tells", 'This house' FROM (VALUES
    ('COUNCIL_EMPLOYABILITY', 'A council''s employability record', 'SUPPORT_RECEIVED'),
    ('HOUSING_APPLICANT', 'A homeless application', 'HOMELESSNESS_HELP'),
    ('HOUSING_TENANT', 'A landlord''s tenant record', 'WHERE_I_LIVE'),
    ('JUSTICE_SOCIAL_WORK', 'A justice social work record', 'JUSTICE_SUPPORT'),
    ('MY_WORLD_OF_WORK', 'A My World of Work account', 'SKILLS'),
    ('WORK_HEALTH', 'A work health record', 'HEALTH_AND_WORK')) AS "list" ("code", "label", "tells");

-- The answers of Scotland's Census 2022, in its order.
INSERT INTO "apart"."EqualityChoice" ("question", "answer", "label", "source")
SELECT "question", "answer", "label", 'National Records of Scotland, Scotland''s Census 2022 questions' FROM (VALUES
    ('ETHNIC_GROUP', 'WHITE', 'White'),
    ('ETHNIC_GROUP', 'MIXED', 'Mixed or multiple ethnic groups'),
    ('ETHNIC_GROUP', 'ASIAN', 'Asian, Scottish Asian or British Asian'),
    ('ETHNIC_GROUP', 'AFRICAN', 'African, Scottish African or British African'),
    ('ETHNIC_GROUP', 'CARIBBEAN_OR_BLACK', 'Caribbean or Black'),
    ('ETHNIC_GROUP', 'OTHER', 'Other ethnic group'),
    ('RELIGION', 'NONE', 'None'),
    ('RELIGION', 'CHURCH_OF_SCOTLAND', 'Church of Scotland'),
    ('RELIGION', 'ROMAN_CATHOLIC', 'Roman Catholic'),
    ('RELIGION', 'OTHER_CHRISTIAN', 'Other Christian'),
    ('RELIGION', 'MUSLIM', 'Muslim'),
    ('RELIGION', 'HINDU', 'Hindu'),
    ('RELIGION', 'BUDDHIST', 'Buddhist'),
    ('RELIGION', 'SIKH', 'Sikh'),
    ('RELIGION', 'JEWISH', 'Jewish'),
    ('RELIGION', 'PAGAN', 'Pagan'),
    ('RELIGION', 'OTHER', 'Another religion or body'),
    ('SEX', 'FEMALE', 'Female'),
    ('SEX', 'MALE', 'Male'),
    ('TRANS', 'NO', 'No'),
    ('TRANS', 'YES', 'Yes'),
    ('SEXUAL_ORIENTATION', 'STRAIGHT', 'Straight or heterosexual'),
    ('SEXUAL_ORIENTATION', 'GAY_OR_LESBIAN', 'Gay or lesbian'),
    ('SEXUAL_ORIENTATION', 'BISEXUAL', 'Bisexual'),
    ('SEXUAL_ORIENTATION', 'OTHER', 'Other sexual orientation'),
    ('DAY_TO_DAY_LIMITED', 'A_LOT', 'Yes, limited a lot'),
    ('DAY_TO_DAY_LIMITED', 'A_LITTLE', 'Yes, limited a little'),
    ('DAY_TO_DAY_LIMITED', 'NO', 'No')) AS "list" ("question", "answer", "label");

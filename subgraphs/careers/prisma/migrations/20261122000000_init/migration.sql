-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Skill" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "esco" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Qualification" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "scqfLevel" INTEGER,
    "awardedOn" DATE,
    "labels" TEXT[],

    CONSTRAINT "Qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareerPlan" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sector" TEXT,
    "interests" TEXT[],
    "labels" TEXT[],

    CONSTRAINT "CareerPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkHistory" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "employer" TEXT,
    "soc" TEXT,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "labels" TEXT[],

    CONSTRAINT "WorkHistory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Skill_person_idx" ON "Skill"("person");

-- CreateIndex
CREATE INDEX "Qualification_person_idx" ON "Qualification"("person");

-- CreateIndex
CREATE INDEX "CareerPlan_person_idx" ON "CareerPlan"("person");

-- CreateIndex
CREATE INDEX "WorkHistory_person_idx" ON "WorkHistory"("person");


-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "CareerPlan" ADD CONSTRAINT "CareerPlan_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "WorkHistory" ADD CONSTRAINT "WorkHistory_labels_said" CHECK ("labels" IS NOT NULL);

-- Levels of the Scottish Credit and Qualifications Framework, and unit groups of SOC 2020.
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_scqfLevel_exists" CHECK ("scqfLevel" BETWEEN 1 AND 12);
ALTER TABLE "WorkHistory" ADD CONSTRAINT "WorkHistory_soc_written" CHECK ("soc" ~ '^[0-9]{4}$');

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "StepOwner" AS ENUM ('PERSON', 'WORKER');

-- CreateEnum
CREATE TYPE "StepStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'MET', 'DECLINED');

-- CreateEnum
CREATE TYPE "SaidBy" AS ENUM ('PERSON', 'WORKER');

-- CreateEnum
CREATE TYPE "OutcomeKind" AS ENUM ('JOB', 'FURTHER_EDUCATION', 'HIGHER_EDUCATION', 'TRAINING', 'VOLUNTEERING', 'PLACEMENT', 'QUALIFICATION');

-- CreateTable
CREATE TABLE "ActionPlan" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "agreedOn" DATE,
    "reviewOn" DATE,

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
    "targetOn" DATE,
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
    "labels" TEXT[],

    CONSTRAINT "Step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "endReason" TEXT,
    "labels" TEXT[],
    "stageNumber" INTEGER NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Barrier" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "saidBy" "SaidBy" NOT NULL,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Barrier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BarrierKind" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "BarrierKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "kind" "OutcomeKind" NOT NULL,
    "title" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "hoursAWeek" INTEGER,
    "labels" TEXT[],

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "Participation_person_idx" ON "Participation"("person");

-- CreateIndex
CREATE INDEX "Barrier_person_idx" ON "Barrier"("person");

-- CreateIndex
CREATE INDEX "Outcome_person_idx" ON "Outcome"("person");

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_planId_person_controller_fkey" FOREIGN KEY ("planId", "person", "controller") REFERENCES "ActionPlan"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_goalId_person_controller_fkey" FOREIGN KEY ("goalId", "person", "controller") REFERENCES "Goal"("id", "person", "controller") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_stageNumber_fkey" FOREIGN KEY ("stageNumber") REFERENCES "Stage"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_code_fkey" FOREIGN KEY ("code") REFERENCES "BarrierKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What somebody wrote freely says what it tells: a row without labels is refused, so that nobody can forget them.
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Step" ADD CONSTRAINT "Step_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Barrier" ADD CONSTRAINT "Barrier_labels_said" CHECK ("labels" IS NOT NULL);
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_labels_said" CHECK ("labels" IS NOT NULL);

-- Hours a week that can be worked.
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_hoursAWeek_possible" CHECK ("hoursAWeek" BETWEEN 0 AND 168);

-- The stages and barriers of the No One Left Behind plans. New ones are new rows.
INSERT INTO "Stage" ("number", "label") VALUES
    (1, 'Engagement and referral'),
    (2, 'Removing barriers'),
    (3, 'Vocational activity'),
    (4, 'Moving into work'),
    (5, 'Support in work');

INSERT INTO "BarrierKind" ("code", "label") VALUES
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
    ('POOR_ACCESS', 'Hard to travel');

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "agency" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "domain" TEXT,
    "holds" BIGINT NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "team" TEXT,
    "name" TEXT NOT NULL,
    "roles" TEXT[],

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "recipient_agency" TEXT NOT NULL,
    "holder_agency" TEXT NOT NULL,
    "categories" BIGINT NOT NULL,
    "effective_from" TIMESTAMPTZ(6) NOT NULL,
    "effective_to" TIMESTAMPTZ(6),

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("recipient_agency","holder_agency","effective_from")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "body" JSONB NOT NULL,
    "salt" BYTEA NOT NULL,
    "previous_hash" BYTEA,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "recipient_agency" TEXT,
    "recipient_team" TEXT,
    "recipient_worker" TEXT,
    "purposes" TEXT[],
    "access_from" TIMESTAMPTZ(3) NOT NULL,
    "access_to" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "assigned_by" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "code" TEXT,
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "opened_event" UUID NOT NULL,
    "confirmed_event" UUID,
    "ended_event" UUID,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing_grant" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "recipient_agency" TEXT,
    "recipient_team" TEXT,
    "recipient_worker" TEXT,
    "purpose" TEXT NOT NULL,
    "categories" BIGINT NOT NULL,
    "sources" TEXT[],
    "basis" TEXT NOT NULL,
    "control" TEXT NOT NULL,
    "access_from" TIMESTAMPTZ(3) NOT NULL,
    "access_to" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "sharing_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "recipient_agency" TEXT,
    "recipient_team" TEXT,
    "recipient_worker" TEXT,
    "purpose" TEXT,
    "categories" BIGINT NOT NULL,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exclusion" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "recipient_agency" TEXT,
    "recipient_team" TEXT,
    "recipient_worker" TEXT,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_member" (
    "id" UUID NOT NULL,
    "household" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "request" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "after_position" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "worker" TEXT,
    "agency" TEXT,
    "roles" TEXT[],
    "purpose" TEXT,
    "asked" BIGINT NOT NULL,
    "released" BIGINT NOT NULL,
    "withheld" BIGINT NOT NULL,
    "grants" UUID[],
    "operation_hash" BYTEA NOT NULL,
    "operation_name" TEXT,
    "decision_version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "gateway_key" TEXT NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "worker_team_idx" ON "worker"("team");

-- CreateIndex
CREATE UNIQUE INDEX "event_person_position_key" ON "event"("person", "position");

-- CreateIndex
CREATE UNIQUE INDEX "event_actor_key_key" ON "event"("actor", "key");

-- CreateIndex
CREATE INDEX "assignment_person_idx" ON "assignment"("person");

-- CreateIndex
CREATE INDEX "assignment_recipient_worker_idx" ON "assignment"("recipient_worker");

-- CreateIndex
CREATE INDEX "assignment_recipient_team_idx" ON "assignment"("recipient_team");

-- CreateIndex
CREATE INDEX "sharing_grant_person_idx" ON "sharing_grant"("person");

-- CreateIndex
CREATE INDEX "refusal_person_idx" ON "refusal"("person");

-- CreateIndex
CREATE INDEX "hold_person_idx" ON "hold"("person");

-- CreateIndex
CREATE INDEX "exclusion_person_idx" ON "exclusion"("person");

-- CreateIndex
CREATE INDEX "household_member_person_idx" ON "household_member"("person");

-- CreateIndex
CREATE INDEX "household_member_household_idx" ON "household_member"("household");

-- CreateIndex
CREATE INDEX "disclosure_person_at_idx" ON "disclosure"("person", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_request_attempt_person_key" ON "disclosure"("request", "attempt", "person");

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_agency_fkey" FOREIGN KEY ("agency") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_agency_fkey" FOREIGN KEY ("agency") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_team_fkey" FOREIGN KEY ("team") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_recipient_agency_fkey" FOREIGN KEY ("recipient_agency") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_holder_agency_fkey" FOREIGN KEY ("holder_agency") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



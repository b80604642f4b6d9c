-- What a worker opens without the person's agreement: by breaking the glass in an emergency, or by a law.
-- AlterTable
ALTER TABLE "disclosure" ADD COLUMN "openings" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "legal_gateway" (
    "id" TEXT NOT NULL,
    "recipient_agency" TEXT NOT NULL,
    "categories" BIGINT NOT NULL,
    "statute" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(6) NOT NULL,
    "effective_to" TIMESTAMPTZ(6),

    CONSTRAINT "legal_gateway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "gateway" TEXT,
    "worker" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "categories" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "access_from" TIMESTAMPTZ(3) NOT NULL,
    "access_to" TIMESTAMPTZ(3) NOT NULL,
    "review_by" TIMESTAMPTZ(3) NOT NULL,
    "delay_reason" TEXT,
    "told_from" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "review_reason" TEXT,
    "reviewed_by" TEXT,
    "opened_event" UUID NOT NULL,
    "reviewed_event" UUID,
    "ended_event" UUID,

    CONSTRAINT "opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "opening_person_idx" ON "opening"("person");

-- CreateIndex
CREATE INDEX "opening_worker_access_from_idx" ON "opening"("worker", "access_from");

-- CreateIndex
CREATE INDEX "opening_agency_reviewed_event_idx" ON "opening"("agency", "reviewed_event");

-- CreateIndex
CREATE INDEX "opening_told_from_idx" ON "opening"("told_from");

-- AddForeignKey
ALTER TABLE "legal_gateway" ADD CONSTRAINT "legal_gateway_recipient_agency_fkey" FOREIGN KEY ("recipient_agency") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a Prisma schema cannot say: an emergency lasts an hour at most and a law thirty days and the end of the last one,
-- each has the ground that is its own, and nobody reviews what they opened themselves.
ALTER TABLE "opening" ADD CONSTRAINT "opening_of_one_kind" CHECK (
  ("kind" = 'BREAK_GLASS' AND "ground" IN ('SERIOUS_THREAT', 'LEGAL_DUTY', 'PERSON_CANNOT_ACT') AND "gateway" IS NULL AND "access_to" - "access_from" <= interval '60 minutes')
  OR ("kind" = 'STATUTORY' AND "ground" = 'STATUTORY' AND "gateway" IS NOT NULL AND "access_to" - "access_from" <= interval '32 days'));
ALTER TABLE "opening" ADD CONSTRAINT "opening_reviewed_by_another" CHECK ("reviewed_by" IS NULL OR "reviewed_by" <> "worker");
ALTER TABLE "opening" ADD CONSTRAINT "opening_review_is_whole" CHECK (num_nonnulls("outcome", "review_reason", "reviewed_by", "reviewed_event") IN (0, 4));

-- Whoever may do what with it: see the migration "roles". Decisions read what decides, and none of the words.
GRANT SELECT, INSERT, UPDATE ON "opening" TO thegither_consent;
GRANT SELECT ON "legal_gateway" TO thegither_consent;
GRANT SELECT ("id", "person", "kind", "worker", "agency", "categories", "access_from", "access_to", "told_from", "reviewed_event") ON "opening" TO thegither_decisions;
GRANT SELECT ON "legal_gateway", "opening" TO thegither_verify;

-- AlterTable
ALTER TABLE "sharing_grant" ADD COLUMN "renews" UUID;

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "recipient_agency" TEXT,
    "recipient_team" TEXT,
    "recipient_worker" TEXT,
    "asked_by" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "categories" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "lapses_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" BIGINT,
    "state" TEXT NOT NULL,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "request_person_idx" ON "request"("person");

-- What a Prisma schema cannot say.
ALTER TABLE "request" ADD CONSTRAINT "request_one_recipient" CHECK (num_nonnulls("recipient_agency", "recipient_team", "recipient_worker") = 1);

-- Whoever may do what with it: see the migration "roles".
GRANT SELECT, INSERT, UPDATE ON "request" TO thegither_consent;

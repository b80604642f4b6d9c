-- CreateTable
CREATE TABLE "authority" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "representative" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "powers" TEXT[],
    "categories" BIGINT NOT NULL,
    "access_from" TIMESTAMPTZ(3) NOT NULL,
    "access_to" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "recorded_by" TEXT,
    "reason" TEXT,
    "document" TEXT,
    "opened_event" UUID NOT NULL,
    "confirmed_event" UUID,
    "ended_event" UUID,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "authority_person_idx" ON "authority"("person");

-- CreateIndex
CREATE INDEX "authority_representative_idx" ON "authority"("representative");

-- AlterTable
ALTER TABLE "disclosure" ADD COLUMN "authority" UUID;

-- What a Prisma schema cannot say: nobody acts for themselves, what is not the person's own word was recorded by somebody
-- who saw a document, and a parent's authority has an end.
ALTER TABLE "authority" ADD CONSTRAINT "authority_of_another" CHECK ("representative" <> "person");
ALTER TABLE "authority" ADD CONSTRAINT "authority_appointed_or_seen" CHECK (("kind" = 'APPOINTED') = ("recorded_by" IS NULL) AND num_nonnulls("recorded_by", "reason", "document") IN (0, 3));
ALTER TABLE "authority" ADD CONSTRAINT "authority_of_parent_ends" CHECK ("kind" <> 'PARENT' OR "access_to" IS NOT NULL);

-- Whoever may do what with it: see the migration "roles". A decision needs neither who recorded it nor what they saw.
GRANT SELECT, INSERT, UPDATE ON "authority" TO thegither_consent;
GRANT SELECT ("id", "person", "representative", "kind", "powers", "categories", "access_from", "access_to", "state") ON "authority" TO thegither_decisions;
GRANT SELECT ("authority") ON "disclosure" TO thegither_decisions;

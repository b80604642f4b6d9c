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

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id","language","version")
);

-- CreateTable
CREATE TABLE "reminder" (
    "grant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("grant_id","kind")
);

-- CreateIndex
CREATE INDEX "sharing_grant_access_from_idx" ON "sharing_grant"("access_from");

-- CreateIndex
CREATE INDEX "sharing_grant_access_to_idx" ON "sharing_grant"("access_to");

-- CreateIndex
CREATE INDEX "request_person_idx" ON "request"("person");

-- What a Prisma schema cannot say.
ALTER TABLE "request" ADD CONSTRAINT "request_one_recipient" CHECK (num_nonnulls("recipient_agency", "recipient_team", "recipient_worker") = 1);
ALTER TABLE "notice" ADD CONSTRAINT "notice_version_from_one" CHECK ("version" >= 1);
ALTER TABLE "notice" ADD CONSTRAINT "notice_hash_of_text" CHECK ("hash" = sha256(convert_to("text", 'UTF8')));
CREATE TRIGGER reminder_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "reminder" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "notice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever may do what with it: see the migration "roles". Decisions have to know whether a grant for one meeting was used.
GRANT SELECT, INSERT, UPDATE ON "request" TO thegither_consent;
GRANT SELECT ON "notice" TO thegither_consent;
GRANT SELECT, INSERT ON "reminder" TO thegither_consent;
GRANT SELECT ("grants") ON "disclosure" TO thegither_decisions;

-- CreateTable
CREATE TABLE "challenge" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "disclosure" UUID NOT NULL,
    "worker" TEXT,
    "agency" TEXT,
    "purpose" TEXT,
    "kind" TEXT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "recipient_agency" TEXT,
    "recipient_worker" TEXT,
    "purposes" TEXT[],
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "approved_by" TEXT,
    "state" TEXT NOT NULL,
    "covers_from" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL,
    "renews" UUID,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "challenge_person_idx" ON "challenge"("person");

-- CreateIndex
CREATE INDEX "suppression_person_idx" ON "suppression"("person");

-- CreateIndex
CREATE INDEX "suppression_about_idx" ON "suppression"("about");

-- What a Prisma schema cannot say: nobody is their own second one, and what holds something back was approved.
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_one_recipient" CHECK (num_nonnulls("recipient_agency", "recipient_worker") = 1);
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_second_approver" CHECK ("approved_by" IS DISTINCT FROM "proposed_by");
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_approved_wholly" CHECK (("state" = 'APPROVED') = ("approved_by" IS NOT NULL) AND ("state" = 'APPROVED') = ("covers_from" IS NOT NULL));
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_closed_wholly" CHECK (("state" = 'CLOSED') = ("outcome" IS NOT NULL) AND ("state" = 'CLOSED') = ("answer" IS NOT NULL));

-- Whoever may do what with it: see the migration "roles". Decisions need neither.
GRANT SELECT, INSERT, UPDATE ON "challenge", "suppression" TO thegither_consent;

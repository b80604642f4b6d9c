-- CreateTable
CREATE TABLE "contact_choice" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "contact_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ending_notice" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "grant_id" UUID NOT NULL,
    "agency" TEXT NOT NULL,
    "workers" TEXT[],
    "categories" BIGINT NOT NULL,
    "held_back" BOOLEAN NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledge_by" TIMESTAMPTZ(3) NOT NULL,
    "attest_by" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ending_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ending_seen" (
    "cause" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ending_seen_pkey" PRIMARY KEY ("cause")
);

-- CreateTable
CREATE TABLE "ending_reply" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "outcome" TEXT,
    "duty" TEXT,
    "opened_event" UUID NOT NULL,
    "ended_event" UUID,

    CONSTRAINT "ending_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_change" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "worker" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "team_before" TEXT,
    "team_after" TEXT,
    "roles_before" TEXT[],
    "roles_after" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_choice_person_idx" ON "contact_choice"("person");

-- CreateIndex
CREATE INDEX "ending_notice_person_idx" ON "ending_notice"("person");

-- CreateIndex
CREATE INDEX "ending_notice_agency_idx" ON "ending_notice"("agency");

-- CreateIndex
CREATE INDEX "ending_reply_person_idx" ON "ending_reply"("person");

-- CreateIndex
CREATE UNIQUE INDEX "account_change_actor_key_key" ON "account_change"("actor", "key");

-- What a Prisma schema cannot say: what was noticed, and what became of an account, is only added to.
CREATE TRIGGER ending_notice_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ending_notice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ending_seen_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ending_seen" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "account_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever may do what with it: see the migration "roles". Of an account consent changes team and roles, and nothing else.
GRANT SELECT, INSERT, UPDATE ON "contact_choice", "ending_reply" TO thegither_consent;
GRANT SELECT, INSERT ON "ending_notice", "ending_seen", "account_change" TO thegither_consent;
GRANT UPDATE ("team", "roles") ON "worker" TO thegither_consent;

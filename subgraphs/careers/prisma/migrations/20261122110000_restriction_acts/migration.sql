-- A lead can say no to a restriction, or end it before its last day.
ALTER TABLE "Restriction" ADD COLUMN "endedBy" TEXT, ADD COLUMN "endedAt" TIMESTAMPTZ(3);

-- CreateEnum
CREATE TYPE "RestrictionVerb" AS ENUM ('PROPOSED', 'APPROVED', 'DECLINED', 'ENDED');

-- CreateTable
CREATE TABLE "RestrictionAct" (
    "id" UUID NOT NULL,
    "restriction" UUID NOT NULL,
    "verb" "RestrictionVerb" NOT NULL,
    "worker" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RestrictionAct_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RestrictionAct_restriction_idx" ON "RestrictionAct"("restriction");

-- CreateIndex
CREATE UNIQUE INDEX "RestrictionAct_worker_key_key" ON "RestrictionAct"("worker", "key");

-- AddForeignKey
ALTER TABLE "RestrictionAct" ADD CONSTRAINT "RestrictionAct_restriction_fkey" FOREIGN KEY ("restriction") REFERENCES "Restriction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Restriction" ADD CONSTRAINT "Restriction_ended" CHECK (("endedBy" IS NULL) = ("endedAt" IS NULL));

-- What was done stands.
CREATE FUNCTION refuse_restriction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an act about a restriction is never changed';
END $$;
CREATE TRIGGER "RestrictionAct_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RestrictionAct" FOR EACH STATEMENT EXECUTE FUNCTION refuse_restriction_change();

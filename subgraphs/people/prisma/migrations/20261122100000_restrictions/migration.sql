-- CreateEnum
CREATE TYPE "public"."RestrictionGround" AS ENUM ('HEALTH', 'SOCIAL_WORK', 'CRIME', 'ANOTHER_PERSON');

-- CreateTable
CREATE TABLE "public"."Restriction" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "record" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" "public"."RestrictionGround" NOT NULL,
    "reason" TEXT NOT NULL,
    "restrictedBy" TEXT NOT NULL,
    "restrictedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "reviewer" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Restriction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Restriction_person_idx" ON "public"."Restriction"("person");

-- CreateIndex
CREATE UNIQUE INDEX "Restriction_restrictedBy_key_key" ON "public"."Restriction"("restrictedBy", "key");

-- Two people decide it, and nobody for longer than a year.
ALTER TABLE "public"."Restriction"
    ADD CONSTRAINT "Restriction_two_people" CHECK (("reviewer" IS NULL) = ("reviewedAt" IS NULL) AND "reviewer" <> "restrictedBy"),
    ADD CONSTRAINT "Restriction_a_year" CHECK ("until" <= ("restrictedAt" AT TIME ZONE 'UTC')::date + interval '1 year'),
    ADD CONSTRAINT "Restriction_reason_said" CHECK (length("reason") BETWEEN 1 AND 500);

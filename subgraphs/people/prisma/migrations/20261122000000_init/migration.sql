-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('PHONE', 'TEXT', 'EMAIL', 'LETTER', 'NONE');

-- CreateTable
CREATE TABLE "PersonName" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "knownAs" TEXT,
    "pronouns" TEXT,

    CONSTRAINT "PersonName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactRoute" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "agency" TEXT,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "ContactRoute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalName" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "full" TEXT,
    "earlier" TEXT[],

    CONSTRAINT "LegalName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessNeed" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "AccessNeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonName_person_idx" ON "PersonName"("person");

-- CreateIndex
CREATE UNIQUE INDEX "ContactRoute_person_agency_key" ON "ContactRoute"("person", "agency");

-- CreateIndex
CREATE INDEX "LegalName_person_idx" ON "LegalName"("person");

-- CreateIndex
CREATE INDEX "AccessNeed_person_idx" ON "AccessNeed"("person");



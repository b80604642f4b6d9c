-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ReferralState" AS ENUM ('DRAFT', 'SENT', 'SEEN', 'ACCEPTED', 'DECLINED', 'STARTED', 'ENDED');

-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "organisation" TEXT NOT NULL,
    "needs" TEXT[],
    "area" TEXT,
    "waitWeeks" INTEGER,
    "tells" TEXT NOT NULL,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "sentOn" DATE,
    "state" "ReferralState" NOT NULL,
    "declinedBecause" TEXT,
    "note" TEXT,
    "labels" TEXT[],

    CONSTRAINT "Referral_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Service_name_id_idx" ON "Service"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Service_id_tells_key" ON "Service"("id", "tells");

-- CreateIndex
CREATE INDEX "Referral_person_idx" ON "Referral"("person");

-- AddForeignKey
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_serviceId_tells_fkey" FOREIGN KEY ("serviceId", "tells") REFERENCES "Service"("id", "tells") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A referral is not written without the label of what its service tells of a person.
ALTER TABLE "Referral" ADD CONSTRAINT "Referral_labels_said" CHECK ("labels" IS NOT NULL AND "tells" = ANY ("labels"));

-- Council areas by their current GSS codes.
ALTER TABLE "Service" ADD CONSTRAINT "Service_area_written" CHECK ("area" ~ '^S12[0-9]{6}$');

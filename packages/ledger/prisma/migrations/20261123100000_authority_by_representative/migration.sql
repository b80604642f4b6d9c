-- Who acts for a person is found by both: the authorities of others for the same person are not passed over.
-- CreateIndex
CREATE INDEX "authority_person_representative_idx" ON "authority"("person", "representative");

-- DropIndex
DROP INDEX "authority_person_idx";

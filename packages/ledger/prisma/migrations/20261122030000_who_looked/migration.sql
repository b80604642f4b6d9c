-- What of a disclosure was open from the agency's own rows alone: without it nobody can say afterwards by which reason.
-- AlterTable
ALTER TABLE "disclosure" ADD COLUMN     "released_own" BIGINT NOT NULL DEFAULT 0;

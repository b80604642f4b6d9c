-- AlterTable
ALTER TABLE "sharing_grant" ADD COLUMN "data_from" TEXT,
ADD COLUMN "data_to" TEXT,
ADD COLUMN "mode" TEXT NOT NULL DEFAULT 'VIEW';

-- What a Prisma schema cannot say. Days are text, YYYY-MM-DD, as the rule of the house reads them: no clock and no time zone has a say in them.
ALTER TABLE "sharing_grant"
  ADD CONSTRAINT "sharing_grant_days" CHECK ("data_from" ~ '^\d{4}-\d{2}-\d{2}$' AND "data_to" ~ '^\d{4}-\d{2}-\d{2}$' AND "data_from" <= "data_to"),
  ADD CONSTRAINT "sharing_grant_mode" CHECK ("mode" IN ('VIEW', 'COPY'));

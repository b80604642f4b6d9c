-- A decision about a worker reads only the rows that mean them, and never passes over those of others: what a person has
-- to do with others must not be told by the time of an answer either. Prisma cannot say an index of an expression; the
-- expression is that of the deciding statement, as it stands there (standing/standingSql.ts). Empty: cannot be read.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['assignment', 'sharing_grant', 'refusal', 'exclusion'] LOOP
    EXECUTE format($index$
      CREATE INDEX %I ON %I ("person", (CASE WHEN num_nonnulls(recipient_agency, recipient_team, recipient_worker) = 1
        THEN coalesce('agency ' || recipient_agency, 'team ' || recipient_team, 'worker ' || recipient_worker) ELSE '' END))
    $index$, one || '_person_whom_idx', one);
    -- The one by person alone is its beginning.
    EXECUTE format('DROP INDEX %I', one || '_person_idx');
  END LOOP;
END
$$;

-- CreateIndex
CREATE INDEX "opening_person_worker_access_to_idx" ON "opening"("person", "worker", "access_to");

-- DropIndex
DROP INDEX "opening_person_idx";

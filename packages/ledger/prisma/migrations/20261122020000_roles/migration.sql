-- Who may do what. The owner, as whom migrations run, owns the tables and no service has its password. Each service is a
-- member of one of these roles; what a role is not given here it may not do, in a table that is added later neither: the
-- migration that adds a table says who may read it and who may write it. Nobody may change or remove a row of event and disclosure; the
-- triggers stand behind that, for the owner too.

-- infra/postgres/roles.sh makes them beforehand where the owner may not; on a laptop they are made here. They are the
-- server's and not this database's: another database's migration may be making them at this moment.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['thegither_consent', 'thegither_decisions', 'thegither_verify'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END
$$;

-- Whatever was given by default before: from here on only what is named.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, thegither_consent, thegither_decisions, thegither_verify;
GRANT USAGE ON SCHEMA public TO thegither_consent, thegither_decisions, thegither_verify;

-- Consent writes history and what follows from it, and reads to people what is theirs.
GRANT SELECT ON "agency", "team", "worker", "agreement", "event", "disclosure" TO thegither_consent;
GRANT INSERT ON "event" TO thegither_consent;
GRANT SELECT, INSERT, UPDATE ON "assignment", "sharing_grant", "refusal", "hold", "exclusion", "household_member" TO thegither_consent;

-- Decisions read what decides and write who was told: of an event only that it was, never the code that a person reads
-- out, and of an earlier disclosure what shows that it is a repetition.
GRANT SELECT ON "agency", "worker", "agreement", "sharing_grant", "refusal", "hold", "exclusion" TO thegither_decisions;
GRANT SELECT ("id", "person", "recipient_agency", "recipient_team", "recipient_worker", "purposes", "access_from", "access_to", "state", "opened_event", "confirmed_event", "ended_event")
  ON "assignment" TO thegither_decisions;
GRANT SELECT ("person", "position") ON "event" TO thegither_decisions;
GRANT INSERT ON "disclosure" TO thegither_decisions;
GRANT SELECT ("request", "attempt", "person", "worker", "agency", "asked", "released", "operation_hash", "at") ON "disclosure" TO thegither_decisions;

-- Whoever checks the record reads all of it, tables that are added later too, and writes nothing.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO thegither_verify;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO thegither_verify;

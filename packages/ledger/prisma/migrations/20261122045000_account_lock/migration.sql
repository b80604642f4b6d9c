-- A worker's team and roles decide what they may see, and are on nobody's history: whoever changes them, by a service or
-- by hand, waits for the releases to this worker that are under way, and those that come next see the change. The name
-- is the one of packages/ledger/src/connection/locks.ts.
CREATE FUNCTION hold_releases_to_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('worker ' || OLD."id", 0));
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER worker_holds_releases BEFORE UPDATE OR DELETE ON "worker" FOR EACH ROW EXECUTE FUNCTION hold_releases_to_worker();

-- What a Prisma schema cannot say: history is only added to, and a recipient is exactly one of agency, team and worker.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are added and never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disclosure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "disclosure" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "event" ADD CONSTRAINT "event_position_from_one" CHECK ("position" >= 1);
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_to_worker_or_team" CHECK ("recipient_agency" IS NULL AND num_nonnulls("recipient_team", "recipient_worker") = 1);
ALTER TABLE "sharing_grant" ADD CONSTRAINT "sharing_grant_one_recipient" CHECK (num_nonnulls("recipient_agency", "recipient_team", "recipient_worker") = 1);
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_one_recipient" CHECK (num_nonnulls("recipient_agency", "recipient_team", "recipient_worker") = 1);
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_one_recipient" CHECK (num_nonnulls("recipient_agency", "recipient_team", "recipient_worker") = 1);

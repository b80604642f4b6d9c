-- CreateTable
CREATE TABLE "SupportContactAct" (
    "id" UUID NOT NULL,
    "record" UUID NOT NULL,
    "worker" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SupportContactAct_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SupportContactAct_record_idx" ON "SupportContactAct"("record");

-- CreateIndex
CREATE UNIQUE INDEX "SupportContactAct_worker_key_key" ON "SupportContactAct"("worker", "key");

-- What was done stands.
CREATE FUNCTION refuse_contact_act_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'that a talk was written down is never changed';
END $$;
CREATE TRIGGER "SupportContactAct_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SupportContactAct" FOR EACH STATEMENT EXECUTE FUNCTION refuse_contact_act_change();

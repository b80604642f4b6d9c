-- What a disclosure says was asked and told is sealed by the service that writes it: the database never has the key, nor
-- has whoever reads a copy of it. What stands here already cannot be sealed in SQL, and is not thrown away either.
DO $$
BEGIN
  IF EXISTS (SELECT FROM "disclosure") THEN
    RAISE EXCEPTION 'this ledger is older than sealed disclosures and people have been looked at in it: that record cannot be sealed here and is not thrown away'
      USING HINT = 'A demonstration begins anew with `npm run reset`.';
  END IF;
END
$$;

-- AlterTable
ALTER TABLE "disclosure" DROP COLUMN "asked",
DROP COLUMN "released",
DROP COLUMN "released_own",
DROP COLUMN "withheld",
ADD COLUMN     "sealed" BYTEA NOT NULL;

-- Key version, nonce, three masks of 64 bits, tag: nothing else fits, and the length tells nothing.
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_sealed_whole" CHECK (octet_length("sealed") = 53);

-- Decisions open what they wrote, to know a repetition.
GRANT SELECT ("id", "sealed") ON "disclosure" TO thegither_decisions;

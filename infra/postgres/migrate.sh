#!/bin/sh
# Brings every database to the state that the code expects, as its owner. Stops at the first that fails.
set -eu
for migrations in packages/ledger subgraphs/people subgraphs/employability subgraphs/health-and-work subgraphs/justice subgraphs/housing subgraphs/careers subgraphs/referrals; do
  name=$(basename "$migrations" | tr 'a-z-' 'A-Z_')
  echo "migrate $(basename "$migrations")"
  (cd "$migrations" && DATABASE_URL=$(eval "printf '%s' \"\${${name}_OWNER_URL:?missing in the environment}\"") npx prisma migrate deploy)
done

#!/bin/sh
# Brings every database to the state that the code expects, as its owner. Stops at the first that fails. Where the database
# is not called as the folder that its migrations are in, its name stands after a colon.
set -eu
for one in packages/ledger subgraphs/people subgraphs/employability subgraphs/health-and-work subgraphs/justice subgraphs/housing subgraphs/careers subgraphs/referrals packages/pages:my-sharing packages/pages:workspace; do
  migrations=${one%%:*} database=$(basename "${one##*:}")
  name=$(echo "$database" | tr 'a-z-' 'A-Z_')
  echo "migrate $database"
  (cd "$migrations" && DATABASE_URL=$(eval "printf '%s' \"\${${name}_OWNER_URL:?missing in the environment}\"") npx prisma migrate deploy)
done

#!/bin/sh
# Two roles for each database: the owner, who alone runs migrations, and the service, which reads and writes rows and can
# change no table. In the ledger nobody may do anything by default: its migrations give each right by name, to consent,
# which writes events, to decisions, which decides and writes disclosures, and to verify, which reads and checks.
# Runs once, as the superuser, with the passwords of infra/.env in the environment. Safe to run again.
set -eu

password() { eval "printf '%s' \"\${$1:?missing in the environment}\""; }

role() { # name, variable with its password
  psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --set role="$1" --set password="$(password "$2")" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
SELECT format('ALTER ROLE %I WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L', :'role', :'password') \gexec
SQL
}

database() { # name, owner
  psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --set name="$1" --set owner="$2" <<'SQL'
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'owner') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'name') \gexec
SQL
  inside "$1" --set owner="$2" <<'SQL'
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SELECT format('GRANT CREATE, USAGE ON SCHEMA public TO %I', :'owner') \gexec
SQL
}

inside() { # database, more arguments of psql
  name=$1
  shift
  psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$name" --set name="$name" "$@"
}

rows() { # database, owner, service: it reads and writes the rows of every table
  inside "$1" --set owner="$2" --set service="$3" <<'SQL'
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'name', :'service') \gexec
SELECT format('GRANT USAGE ON SCHEMA public TO %I', :'service') \gexec
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', :'owner', :'service') \gexec
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO %I', :'owner', :'service') \gexec
SQL
}

ledger() { # service, the role whose rights it has
  inside ledger --set service="$1" --set rights="$2" <<'SQL'
SELECT format('CREATE ROLE %I NOLOGIN', :'rights') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'rights') \gexec
SELECT format('GRANT %I TO %I', :'rights', :'service') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'name', :'service') \gexec
-- What an earlier form of this script gave.
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE ledger_owner IN SCHEMA public REVOKE ALL ON TABLES FROM %I', :'service') \gexec
SELECT format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', :'service') \gexec
SQL
}

role ledger_owner LEDGER_OWNER_PASSWORD
role consent CONSENT_PASSWORD
role decisions DECISIONS_PASSWORD
role ledger_verify LEDGER_VERIFY_PASSWORD
database ledger ledger_owner
ledger consent thegither_consent
ledger decisions thegither_decisions
ledger ledger_verify thegither_verify

# The rooms, and the sessions of the apps of pages.
for room in people employability health_and_work justice housing careers referrals my_sharing workspace; do
  upper=$(echo "$room" | tr '[:lower:]' '[:upper:]')
  role "${room}_owner" "${upper}_OWNER_PASSWORD"
  role "$room" "${upper}_PASSWORD"
  database "$room" "${room}_owner"
  rows "$room" "${room}_owner" "$room"
done

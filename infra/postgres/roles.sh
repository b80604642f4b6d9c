#!/bin/sh
# Two roles for each database: the owner, who alone runs migrations, and the service, which reads and writes rows and can
# change no table. The ledger has two services: consent writes events, decisions reads them and writes disclosures.
# Runs once, as the superuser, with the passwords of infra/.env in the environment. Safe to run again.
set -eu

password() { eval "printf '%s' \"\${$1:?missing in the environment}\""; }

role() { # name, variable with its password
  psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --set role="$1" --set password="$(password "$2")" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
SELECT format('ALTER ROLE %I WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L', :'role', :'password') \gexec
SQL
}

database() { # name, owner, services...
  name=$1 owner=$2
  shift 2
  psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --set name="$name" --set owner="$owner" <<'SQL'
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'owner') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'name') \gexec
SQL
  for service in "$@"; do
    psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$name" --set name="$name" --set owner="$owner" --set service="$service" <<'SQL'
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SELECT format('GRANT CREATE, USAGE ON SCHEMA public TO %I', :'owner') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'name', :'service') \gexec
SELECT format('GRANT USAGE ON SCHEMA public TO %I', :'service') \gexec
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', :'owner', :'service') \gexec
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO %I', :'owner', :'service') \gexec
SQL
  done
}

role ledger_owner LEDGER_OWNER_PASSWORD
role consent CONSENT_PASSWORD
role decisions DECISIONS_PASSWORD
database ledger ledger_owner consent decisions

for room in people employability health_and_work justice housing careers referrals; do
  upper=$(echo "$room" | tr '[:lower:]' '[:upper:]')
  role "${room}_owner" "${upper}_OWNER_PASSWORD"
  role "$room" "${upper}_PASSWORD"
  database "$room" "${room}_owner" "$room"
done

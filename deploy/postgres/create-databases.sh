#!/bin/bash
# Run once, when the database's volume is new. Each service owns a database, which no other service may connect to.
set -euo pipefail
for service in notification console; do
	psql -v ON_ERROR_STOP=1 --no-psqlrc -U "${POSTGRES_USER:-postgres}" -d postgres -v service="$service" \
		-v password="$(cat "/run/secrets/db_$service")" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'password';
CREATE DATABASE :"service" OWNER :"service";
REVOKE CONNECT ON DATABASE :"service" FROM PUBLIC;
SQL
done

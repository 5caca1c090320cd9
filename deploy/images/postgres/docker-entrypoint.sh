#!/bin/bash
# As in the official image: an empty data folder is initialised with POSTGRES_USER, POSTGRES_PASSWORD or
# POSTGRES_PASSWORD_FILE and POSTGRES_INITDB_ARGS, then /docker-entrypoint-initdb.d is run once (*.sh, *.sql).
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
	mkdir -p "$PGDATA"
	chown -R postgres "$PGDATA"
	chmod 700 "$PGDATA"
	exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
[ "${1:-postgres}" = postgres ] || exec "$@"
user="${POSTGRES_USER:-postgres}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
	password="${POSTGRES_PASSWORD:-}"
	[ -z "${POSTGRES_PASSWORD_FILE:-}" ] || password=$(cat "$POSTGRES_PASSWORD_FILE")
	[ -n "$password" ] || { echo "Set POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE." >&2; exit 1; }
	# shellcheck disable=SC2086
	initdb --username="$user" --pwfile=<(printf '%s\n' "$password") --auth-local=trust ${POSTGRES_INITDB_ARGS:-}
	printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
	pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -c unix_socket_directories=/tmp" -w start
	export PGHOST=/tmp PGUSER="$user" POSTGRES_USER="$user"
	for script in /docker-entrypoint-initdb.d/*; do
		case "$script" in
		*.sh) bash "$script" ;;
		*.sql) psql -v ON_ERROR_STOP=1 --no-psqlrc -d postgres -f "$script" ;;
		esac
	done
	pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec postgres -c listen_addresses='*' -c unix_socket_directories=/tmp

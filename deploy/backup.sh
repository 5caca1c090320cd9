#!/bin/bash
# Backup of the composed hub as one point in time, and its way back.
#
#   deploy/backup.sh FOLDER        stops all containers, archives what cannot be rebuilt, starts them again
#   deploy/restore.sh FOLDER       fills the volumes of COMPOSE_PROJECT_NAME, which must be new or empty; then: up -d
#
# FOLDER must be new. It will hold a tar of each volume that cannot be rebuilt from another (brokers, database, signing key,
# rehearsal's mail), the folder of secrets, and SHA256SUMS. Broker, registry (which keeps its contracts in the broker) and
# databases belong together: who restores one of them alone tells people again, or not at all. What intake and correlation keep
# on disk is not in it: it comes back from the broker. The folder is as secret as the hub: who holds it reads everything.
#
# KEEP_STOPPED=yes leaves the hub stopped: for moving house. Needs docker, and the rights to it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PROJECT="${COMPOSE_PROJECT_NAME:-$(basename "$PWD" | tr 'A-Z' 'a-z' | tr -cd 'a-z0-9_-')}"
SECRETS="${MASH_SECRETS:-$PWD/deploy/secrets}"
IMAGE="${MASH_POSTGRES_IMAGE:-postgres:18}"
KEPT="kafka kafka-2 kafka-3 postgres identity-provider rehearsal"

fail() {
	echo "backup: $*" >&2
	exit 1
}

[ $# -eq 1 ] || { sed -n '2,14p' "$0" && exit 2; }
mkdir -p "$(dirname "$1")"
FOLDER="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
[ ! -e "$FOLDER" ] || fail "$FOLDER exists: a backup is written once"
[ -f "$SECRETS/home_key" ] || fail "there are no secrets in $SECRETS: say where with MASH_SECRETS"
docker volume inspect "${PROJECT}_kafka" >/dev/null 2>&1 ||
	fail "there is no volume ${PROJECT}_kafka: name the installation with COMPOSE_PROJECT_NAME"

mkdir -m 700 "$FOLDER"
running=$(docker ps -q --filter "label=com.docker.compose.project=$PROJECT")
began=$(date +%s)
# Senders first, brokers last: what was accepted is written before its broker goes.
in_order() {
	local services
	services=$(docker ps --filter "label=com.docker.compose.project=$PROJECT" --format '{{.ID}} {{.Label "com.docker.compose.service"}}')
	echo "$services" | { grep -vE ' (kafka.*|registry|postgres)$' || true; } | cut -d ' ' -f 1 | xargs -r docker stop -t 60 >/dev/null
	echo "$services" | { grep -E ' (registry|postgres)$' || true; } | cut -d ' ' -f 1 | xargs -r docker stop -t 60 >/dev/null
	echo "$services" | { grep -E ' kafka.*$' || true; } | cut -d ' ' -f 1 | xargs -r docker stop -t 60 >/dev/null
}
again() {
	[ -n "${KEEP_STOPPED:-}" ] || [ -z "$running" ] || echo "$running" | xargs docker start >/dev/null
}
trap again EXIT
[ -z "$running" ] || in_order
stopped=$(date +%s)

for volume in $KEPT; do
	docker volume inspect "${PROJECT}_$volume" >/dev/null 2>&1 || continue
	docker run --rm --network none --user 0 -v "${PROJECT}_$volume:/volume:ro" -v "$FOLDER:/backup" --entrypoint tar "$IMAGE" \
		--numeric-owner -C /volume -cf "/backup/$volume.tar" .
done
tar --numeric-owner -C "$SECRETS" -cf "$FOLDER/secrets.tar" .
git rev-parse HEAD >"$FOLDER/commit" 2>/dev/null || echo unknown >"$FOLDER/commit"
(cd "$FOLDER" && sha256sum -- *.tar commit >SHA256SUMS)
echo "backup: $FOLDER, $(du -sm "$FOLDER" | cut -f 1) MB: stopped in $((stopped - began)) s, archived in $(($(date +%s) - stopped)) s"

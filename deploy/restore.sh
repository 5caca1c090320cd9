#!/bin/bash
# deploy/restore.sh FOLDER: what deploy/backup.sh has written, into the volumes of COMPOSE_PROJECT_NAME and the folder of
# secrets (MASH_SECRETS, else deploy/secrets). Neither may hold anything yet: nothing is ever overwritten. Then start the hub
# as it was started before (the same MASH_… settings, the same commit or a newer one).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PROJECT="${COMPOSE_PROJECT_NAME:-$(basename "$PWD" | tr 'A-Z' 'a-z' | tr -cd 'a-z0-9_-')}"
SECRETS="${MASH_SECRETS:-$PWD/deploy/secrets}"
IMAGE="${MASH_POSTGRES_IMAGE:-postgres:18}"

fail() {
	echo "restore: $*" >&2
	exit 1
}

[ $# -eq 1 ] || { sed -n '2,4p' "$0" && exit 2; }
FOLDER="$(cd "$1" && pwd)"
(cd "$FOLDER" && sha256sum --quiet -c SHA256SUMS) || fail "$FOLDER is not what was written into it"
[ -z "$(docker ps -aq --filter "label=com.docker.compose.project=$PROJECT")" ] ||
	fail "$PROJECT has containers: docker-compose down first"
[ ! -d "$SECRETS" ] || [ -z "$(ls -A "$SECRETS")" ] || fail "there are secrets in $SECRETS: move them away, or name another folder with MASH_SECRETS"
# Also those that are not restored: what intake and correlation kept of another log is no part of this one.
left=$(docker volume ls -q --filter "label=com.docker.compose.project=$PROJECT" | grep -vE '_(prometheus|grafana|tempo)$' || true)
[ -z "$left" ] || fail "there are volumes of $PROJECT: $(echo "$left" | tr '\n' ' '). Name another project, or remove them"

for archive in "$FOLDER"/*.tar; do
	volume=$(basename "$archive" .tar)
	[ "$volume" != secrets ] || continue
	docker volume create --label "com.docker.compose.project=$PROJECT" --label "com.docker.compose.volume=$volume" \
		"${PROJECT}_$volume" >/dev/null
	docker run --rm --network none --user 0 -v "${PROJECT}_$volume:/volume" -v "$FOLDER:/backup:ro" --entrypoint tar "$IMAGE" \
		--numeric-owner -C /volume -xpf "/backup/$volume.tar"
done
mkdir -p "$SECRETS"
chmod 700 "$SECRETS"
tar --numeric-owner -C "$SECRETS" -xpf "$FOLDER/secrets.tar"
echo "restore: $PROJECT has the volumes of $FOLDER (commit $(cat "$FOLDER/commit")); secrets are in $SECRETS"

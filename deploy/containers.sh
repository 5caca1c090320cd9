#!/bin/bash
# The container suite: builds the images, brings the whole composed hub up beside whatever runs, tells it first-light,
# compares with scenarios/first-light/expected.yml, tries what principals may not do, and takes it all down.
#
#   deploy/containers.sh           all of it; the hub must be built (./mash --help, or mvn package)
#   deploy/containers.sh up|down   only start, or only end it (its ports: MASH_PORT_BASE, default 18800)
#
# Exit code: 0 all is well, 1 it is not, 3 it could not be tried: no container engine, or no images.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
WORK="$ROOT/target/containers"
BASE="${MASH_PORT_BASE:-18800}"
export COMPOSE_PROJECT_NAME="${COMPOSE_PROJECT_NAME:-mash-suite}" MASH_PORT_BASE="$BASE"
export MASH_SECRETS="${MASH_SECRETS:-$WORK/secrets}"
export MASH_CONSOLE_PORT=$BASE MASH_GATEWAY_PORT=$((BASE + 1)) MASH_IDENTITY_PROVIDER_PORT=$((BASE + 2)) \
	MASH_NOTIFICATION_PORT=$((BASE + 3)) MASH_REGISTRY_PORT=$((BASE + 6)) MASH_KAFKA_PORT=$((BASE + 92))
export MASH_ISSUER="http://127.0.0.1:$MASH_IDENTITY_PROVIDER_PORT" MASH_CONSOLE_URL="http://127.0.0.1:$MASH_CONSOLE_PORT" \
	MASH_NOTIFICATION_URL="http://127.0.0.1:$MASH_NOTIFICATION_PORT"
export COMPOSE_HTTP_TIMEOUT=300

say() { echo "containers: $*"; }

if docker compose version >/dev/null 2>&1; then COMPOSE="docker compose"; else COMPOSE=docker-compose; fi
compose() { $COMPOSE -f docker-compose.yml -f deploy/compose-operator.yml "$@"; }

docker info >/dev/null 2>&1 || {
	say "there is no container engine (docker info fails)"
	exit 3
}

up() {
	mkdir -p "$WORK"
	deploy/secrets.sh "$MASH_SECRETS" >/dev/null
	deploy/images/build.sh || {
		say "the images could not be built"
		exit 3
	}
	local started
	started=$(date +%s)
	compose up -d >"$WORK/up.log" 2>&1 || {
		tail -n 20 "$WORK/up.log"
		return 1
	}
	say "waiting until every service says that it is ready"
	while [ -n "$(unready)" ]; do
		[ $(($(date +%s) - started)) -lt 600 ] || {
			say "not ready: $(unready | tr '\n' ' ')"
			return 1
		}
		sleep 3
	done
	say "all ready after $(($(date +%s) - started)) s"
}

# Containers that should be healthy and are not; the provisioning jobs have ended by then.
unready() {
	compose ps -q | xargs docker inspect --format '{{.Name}} {{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' |
		grep -v -E ' running healthy$| exited $' || true
}

down() {
	mkdir -p "$WORK"
	compose logs --no-color >"$WORK/compose.log" 2>&1 || true
	compose down -v >"$WORK/down.log" 2>&1 || true
}

suite() {
	trap down EXIT
	up || return 1
	docker image inspect --format '{{index .RepoTags 0}} {{.Size}}' mash-hub:0.1.0
	docker stats --no-stream --format '{{.MemUsage}}  {{.Name}}' >"$WORK/memory.txt"
	# To the phase of the build before, else everything is compiled again.
	mvn -B package -pl services/standalone -am -Dtest=ComposeE2ETest -Dmash.compose=true \
		-Dsurefire.failIfNoSpecifiedTests=false >"$WORK/suite.log" 2>&1 || {
		grep -aE "Tests run:|ERROR|FAIL" "$WORK/suite.log" | head -n 40
		say "the container suite failed: $WORK/suite.log, $WORK/compose.log"
		return 1
	}
	grep -aE "Tests run:.*in org" "$WORK/suite.log"
	if grep -qaE "Tests run:.*Skipped: [1-9].*ComposeE2ETest" "$WORK/suite.log"; then
		say "the container suite was skipped"
		return 1
	fi
	say "the container suite passed"
}

case "${1:-suite}" in
up) up ;;
down) down ;;
suite) suite ;;
*) sed -n '2,9p' "$0" ;;
esac

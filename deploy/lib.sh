# Sourced by the scripts that bring a composed hub up beside whatever runs (containers.sh, faults.sh and others): its
# ports, its compose command, up, down, and waiting until every service says that it is ready. The script sets NAME (who
# speaks) and may set FLAGS (of compose, for example a profile) and FILES (further compose files).
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
WORK="$ROOT/target/$NAME"
BASE="${MASH_PORT_BASE:-18800}"
export COMPOSE_PROJECT_NAME="${COMPOSE_PROJECT_NAME:-mash-suite}" MASH_PORT_BASE="$BASE"
export MASH_SECRETS="${MASH_SECRETS:-$WORK/secrets}"
export MASH_CONSOLE_PORT=$BASE MASH_GATEWAY_PORT=$((BASE + 1)) MASH_IDENTITY_PROVIDER_PORT=$((BASE + 2)) \
	MASH_NOTIFICATION_PORT=$((BASE + 3)) MASH_REGISTRY_PORT=$((BASE + 6)) MASH_KAFKA_PORT=$((BASE + 92)) \
	MASH_KAFKA_2_PORT=$((BASE + 93)) MASH_KAFKA_3_PORT=$((BASE + 94))
export MASH_ISSUER="http://127.0.0.1:$MASH_IDENTITY_PROVIDER_PORT" MASH_CONSOLE_URL="http://127.0.0.1:$MASH_CONSOLE_PORT" \
	MASH_NOTIFICATION_URL="http://127.0.0.1:$MASH_NOTIFICATION_PORT"
export COMPOSE_HTTP_TIMEOUT=600

say() { echo "$NAME: $*"; }

if docker compose version >/dev/null 2>&1; then COMPOSE="docker compose"; else COMPOSE=docker-compose; fi
FLAGS="${FLAGS:-}"
FILES="-f docker-compose.yml -f deploy/compose-operator.yml ${FILES:-}"
# shellcheck disable=SC2086
compose() { $COMPOSE $FLAGS $FILES "$@"; }

docker info >/dev/null 2>&1 || {
	say "there is no container engine (docker info fails)"
	exit 3
}

images() {
	mkdir -p "$WORK"
	deploy/images/build.sh || {
		say "the images could not be built"
		exit 3
	}
}

up() {
	mkdir -p "$WORK"
	deploy/secrets.sh "$MASH_SECRETS" >/dev/null
	images
	start
}

# Starts what is not started, and waits for it.
start() {
	local started
	started=$(date +%s)
	# For example: --scale hospital-adapter=0
	# shellcheck disable=SC2086
	compose up -d ${MASH_UP_OPTIONS:-} "$@" >"$WORK/up.log" 2>&1 || {
		tail -n 20 "$WORK/up.log"
		return 1
	}
	ready "$started"
}

ready() {
	local since=${1:-$(date +%s)}
	say "waiting until every service says that it is ready"
	while [ -n "$(unready)" ]; do
		[ $(($(date +%s) - since)) -lt "${MASH_START_PATIENCE:-900}" ] || {
			say "not ready: $(unready | tr '\n' ' ')"
			return 1
		}
		sleep 3
	done
	say "all ready after $(($(date +%s) - since)) s"
}

# Containers that should be healthy and are not; the provisioning jobs have ended by then.
unready() {
	docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" |
		xargs docker inspect --format '{{.Name}} {{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' |
		grep -v -E ' running healthy$| exited $' || true
}

# The container of a service.
container() {
	docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter "label=com.docker.compose.service=$1"
}

down() {
	mkdir -p "$WORK"
	compose logs --no-color >"$WORK/compose.log" 2>&1 || true
	compose down -v >"$WORK/down.log" 2>&1 || true
}

#!/bin/bash
# The container suite: builds the images, brings the whole composed hub up beside whatever runs, tells it first-light,
# compares with scenarios/first-light/expected.yml, tries what principals may not do, and takes it all down. Then integration
# tests that else run on what is embedded run on containers of the same images.
#
#   deploy/containers.sh           all of it; the hub must be built (./mash --help, or mvn package)
#   deploy/containers.sh up|down   only start, or only end it (its ports: MASH_PORT_BASE, default 18800)
#   deploy/containers.sh tests     only the integration tests; MASH_CONTAINER_TESTS names others than those below
#
# Exit code: 0 all is well, 1 it is not, 3 it could not be tried: no container engine, or no images.
set -euo pipefail
NAME=containers
# shellcheck source=deploy/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# At least one for each seam: broker, registry, database, and all of them with the whole hub. With -Pcontainers and no
# -Dtest all that can run so do, in as long as on what is embedded.
TESTS="${MASH_CONTAINER_TESTS:-HubListenersIT,NotificationIT,ReadModelIT,DatabaseAwayIT,SerdeInteropIT,QuarantineIT,ReplayIT}"
RUN="$COMPOSE_PROJECT_NAME-$$"

# What failed, and the first lines of why, for whoever has only what this prints.
failures() { # LOG
	grep -aE "Tests run:|ERROR|FAIL" "$1" | head -n 40 || true
	# Not every failure is a test's: the build may have failed before them.
	grep -aA 60 "<<< FAILURE!\|<<< ERROR!" "$1" | grep -av "^\sat " | head -n 120 || true
}

# Should the tests' process be killed, nobody else ends its containers.
left_behind() {
	docker ps -aq --filter "label=org.mashhub.test-run=$RUN" | xargs -r docker rm -fv >/dev/null 2>&1 || true
}

integration_tests() {
	local started log="$WORK/tests.log"
	started=$(date +%s)
	trap left_behind EXIT
	mkdir -p "$WORK"
	mvn -B package -Pcontainers -pl services/notification,services/console,services/standalone -am -Dtest="$TESTS" \
		-Dmash.test.run="$RUN" -Dsurefire.failIfNoSpecifiedTests=false >"$log" 2>&1 || {
		failures "$log"
		say "the integration tests failed on containers: $log"
		return 1
	}
	grep -aE "Tests run:.*in org" "$log"
	if grep -qaE "Tests run:.*Skipped: [1-9].* in org" "$log"; then
		say "integration tests were skipped"
		return 1
	fi
	local wanted ran
	wanted=$(tr ',' '\n' <<<"$TESTS" | wc -l)
	ran=$(grep -acE "Tests run:.*in org" "$log")
	[ "$ran" -ge "$wanted" ] || {
		say "$ran of $wanted test classes ran: $TESTS"
		return 1
	}
	say "the integration tests passed on containers after $(($(date +%s) - started)) s"
}

suite() {
	trap down EXIT
	up || return 1
	docker image inspect --format '{{index .RepoTags 0}} {{.Size}}' mash-hub:0.1.0
	docker stats --no-stream --format '{{.MemUsage}}  {{.Name}}' >"$WORK/memory.txt"
	# To the phase of the build before, else everything is compiled again.
	mvn -B package -pl services/standalone -am -Dtest=ComposeE2ETest -Dmash.compose=true \
		-Dsurefire.failIfNoSpecifiedTests=false >"$WORK/suite.log" 2>&1 || {
		failures "$WORK/suite.log"
		say "the container suite failed: $WORK/suite.log, $WORK/compose.log"
		return 1
	}
	grep -aE "Tests run:.*in org" "$WORK/suite.log"
	if grep -qaE "Tests run:.*Skipped: [1-9].*ComposeE2ETest" "$WORK/suite.log"; then
		say "the container suite was skipped"
		return 1
	fi
	say "the composed hub passed"
	down
	deploy/images/build.sh check || return 1
	integration_tests || return 1
	say "the container suite passed"
}

case "${1:-suite}" in
up) up ;;
down) down ;;
tests)
	deploy/images/build.sh bases
	integration_tests
	;;
suite) suite ;;
*) sed -n '2,11p' "$0" ;;
esac

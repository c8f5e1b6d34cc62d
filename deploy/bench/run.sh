#!/usr/bin/env bash
# run.sh [SECONDS] [ROUNDS] [WARM_UP_SECONDS]: Hiboo and Keycloak side by side on this machine, taking turns; see README.md.
set -eu
seconds=${1:-20} rounds=${2:-2} warm=${3:-120}
here=$(cd "$(dirname "$0")" && pwd)
work=${HIBOO_BENCH_WORK:-$here/work}
mkdir -p "$work/classes"
results=$work/results.jsonl
: >"$results"
java=$JAVA_HOME/bin/java
starts=3

stop_all() {
  "$here/hiboo.sh" stop "$work/hiboo" 2>/dev/null || true
  "$here/keycloak.sh" stop "$work/keycloak" 2>/dev/null || true
  "$here/database.sh" stop "$work/database" 2>/dev/null || true
}
trap stop_all EXIT

load() { # NAME SCENARIO CONNECTIONS SECONDS WARM_UP
  local pid extra=
  if [ "$1" = hiboo ]; then pid=$(cat "$work/hiboo/hiboo.pid") extra="-Dc.client_secret=$(sed -n 's/^bench.secret=//p' "$work/hiboo/clients.properties")"
  else pid=$(cat "$work/keycloak/kc.pid"); fi
  # shellcheck disable=SC2086
  "$java" -Xmx256m -XX:+UseSerialGC -Dc.server_pids="$pid" $extra -cp "$work/classes" Load "$here/$1.properties" "$2" "$3" "$4" "$5"
}

"$JAVA_HOME/bin/javac" -d "$work/classes" "$here/Load.java"
echo "Fetching Keycloak if it is not here yet…"
"$here/keycloak.sh" fetch "$work/keycloak"
"$here/database.sh" start "$work/database"
echo "Seeding…"
"$here/hiboo.sh" seed "$work/hiboo"

echo "Starting each side $starts times…"
"$here/keycloak.sh" start "$work/keycloak"
"$here/keycloak.sh" stop "$work/keycloak"
for side in hiboo keycloak; do
  for i in $(seq $starts); do
    "$here/$side.sh" start "$work/$side"
    printf '{"name":"%s","scenario":"start","conc":1,"per_s":0,"ms":%s}\n' $side "$(cat "$work/$side/ready.ms")" >>"$results"
    [ "$i" = $starts ] || "$here/$side.sh" stop "$work/$side"
  done
done

echo "Warming up, $warm s each…"
for side in hiboo keycloak; do load $side login 8 "$warm" 0 | cut -c1-160; done

for round in $(seq "$rounds"); do
  for scenario in login:1 login:8 sso:8 refresh:8 cc:8 userinfo:8; do
    for side in hiboo keycloak; do
      echo "round $round: $side ${scenario}"
      load $side "${scenario%%:*}" "${scenario##*:}" "$seconds" 5 >>"$results"
    done
  done
done
node "$here/table.js" "$results" | tee "$work/table.md"

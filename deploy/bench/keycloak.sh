#!/usr/bin/env bash
# keycloak.sh start DIR | stop DIR: Keycloak on 127.0.0.1:8180 with 500 users and its own Argon2id (7 MiB, 5 iterations,
# 1 lane), on the PostgreSQL of database.sh. The distribution comes from Maven Central once, into DIR.
set -eu
action=$1
dir=$(mkdir -p "$2" && cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
version=26.7.3

case $action in
  fetch)
    [ -d "$dir/kc" ] && exit 0
    "$here/../../mvnw" -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact=org.keycloak:keycloak-quarkus-dist:$version:tar.gz -DoutputDirectory="$dir"
    tar xzf "$dir/keycloak-quarkus-dist-$version.tar.gz" -C "$dir"
    mv "$dir/keycloak-$version" "$dir/kc"
    ;;
  start)
    cd "$dir"
    export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin
    if [ ! -f kc/.built ]; then
      mkdir -p kc/data/import
      node "$here/gen-realm.js" bench 500 >kc/data/import/bench-realm.json
      kc/bin/kc.sh build --db=postgres --health-enabled=true >build.log 2>&1
      touch kc/.built
    fi
    began=$(date +%s%N)
    kc/bin/kc.sh start --optimized --import-realm --http-enabled=true --http-host=127.0.0.1 --http-port=8180 \
      --hostname=http://127.0.0.1:8180 --http-management-host=127.0.0.1 --cache=local \
      --db-url=jdbc:postgresql://127.0.0.1:55432/keycloak --db-username=postgres --db-password=x >kc.log 2>&1 &
    shell=$!
    for _ in $(seq 1200); do
      curl -sf -o /dev/null http://127.0.0.1:9000/health/ready && break
      kill -0 $shell || { tail -n 20 kc.log >&2; exit 1; }
      sleep 0.1
    done
    echo $((($(date +%s%N) - began) / 1000000)) >ready.ms
    # kc.sh either becomes the JVM or waits for it.
    pgrep -P $shell java >kc.pid || echo $shell >kc.pid
    ;;
  stop)
    pid=$(cat "$dir/kc.pid")
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
    ;;
esac

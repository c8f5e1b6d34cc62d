#!/usr/bin/env bash
# hiboo.sh seed DIR | start DIR | stop DIR: Hiboo on localhost:8181, on the PostgreSQL of database.sh, as ./hiboo run starts it.
set -eu
action=$1
dir=$(mkdir -p "$2" && cd "$2" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
app=$root/deploy/target/app
export HIBOO_HOME="$dir/data" HIBOO_PORT=8181 HIBOO_DB_USERNAME=postgres HIBOO_DB_PASSWORD=x
export HIBOO_DB_URL=jdbc:postgresql://127.0.0.1:55432/hiboo
# The peer's parameters: 7 MiB, 5 iterations, 1 lane.
export HIBOO_PASSWORD_MEMORY_KIB=7168 HIBOO_PASSWORD_ITERATIONS=5 HIBOO_PASSWORD_LANES=1

ready() { # PID LOG
  for _ in $(seq 1200); do
    curl -sf -o /dev/null http://localhost:8181/actuator/health/readiness && return 0
    kill -0 "$1" 2>/dev/null || { tail -n 20 "$2" >&2; exit 1; }
    sleep 0.1
  done
  exit 1
}

case $action in
  seed) # a start of its own, with the seeding classes that the application does not hold
    [ -f "$dir/clients.properties" ] && exit 0
    cd "$dir"
    "$JAVA_HOME/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
      -cp "$app/hiboo.jar:$root/deploy/target/test-classes" org.acides.hiboo.HibooApplication \
      --spring.main.sources=org.acides.hiboo.seed.Seed --seed.members=500 --seed.services.bench.quota=1 \
      --seed.services.bench.redirect=http://localhost:9/cb --seed.services.bench.after-sign-out=http://localhost:9/out >seed.log 2>&1 &
    pid=$!
    for _ in $(seq 1200); do
      grep -q 'Hiboo is ready at' seed.log && break
      kill -0 $pid 2>/dev/null || { tail -n 20 seed.log >&2; exit 1; }
      sleep 0.2
    done
    kill $pid
    wait $pid || true
    [ -f clients.properties ]
    ;;
  start)
    cd "$dir"
    began=$(date +%s%N)
    "$root/hiboo" run >hiboo.log 2>&1 &
    echo $! >hiboo.pid
    ready "$(cat hiboo.pid)" hiboo.log
    echo $((($(date +%s%N) - began) / 1000000)) >ready.ms
    ;;
  stop)
    pid=$(cat "$dir/hiboo.pid")
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
    ;;
esac

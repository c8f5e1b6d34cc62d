#!/usr/bin/env bash
# events.sh [SECONDS] [EVENTS]: how fast events are appended, replayed and projected on this machine; see README.md.
# HIBOO_BENCH_JAVA adds options to the measured JVM, such as -XX:StartFlightRecording=filename=events.jfr.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
(cd "$root" && ./mvnw -q -B -pl infrastructure -am -DskipTests -Dspotless.check.skip test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test)
# shellcheck disable=SC2086
"${JAVA_HOME:?set it to a JDK 25}/bin/java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED ${HIBOO_BENCH_JAVA:-} \
  -cp "$root/infrastructure/target/test-classes:$root/infrastructure/target/classes:$(cat "$classpath")" \
  org.acides.hiboo.infrastructure.bench.EventBench "$@"

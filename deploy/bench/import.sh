#!/usr/bin/env bash
# import.sh [ROWS]: how long a service's list of old accounts takes to import, and what a kill -9 does to it; see README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
(cd "$root" && ./mvnw -q -B -pl identity -am -DskipTests -Dspotless.check.skip test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test)
"${JAVA_HOME:?set it to a JDK 25}/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "$root/identity/target/test-classes:$root/identity/target/classes:$(cat "$classpath")" \
  org.acides.hiboo.identity.bench.ImportBench "$@"

#!/usr/bin/env bash
# captcha.sh [SECONDS]: how many challenges are posed and solutions checked here, and what a pass costs an attacker; see README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
(cd "$root" && ./mvnw -q -B -pl captcha -am -DskipTests -Dspotless.check.skip test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test)
"${JAVA_HOME:?set it to a JDK 25}/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp "$root/captcha/target/test-classes:$root/captcha/target/classes:$(cat "$classpath")" \
  org.acides.hiboo.captcha.bench.CaptchaBench "$@"

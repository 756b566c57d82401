# Sourced by ./usermedia, ./check and ./bench/run: finds the JDK that this project needs.
# shellcheck shell=sh

JDK_VERSION=25

is_wanted_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while read -r line; do
    case $line in
      "JAVA_VERSION=\"$JDK_VERSION"[.+\"-]*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# Prints the home of the first suitable JDK, or one sentence on stderr and returns 1.
find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") || on_path=
  for home in \
    "${JAVA25_HOME:-}" "${JAVA_HOME:-}" "${on_path%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_wanted_jdk "$home"; then
      (cd "$home" && pwd -P)
      return 0
    fi
  done
  echo "Usermedia needs JDK $JDK_VERSION and found none: install one (https://adoptium.net)" \
    "or set JAVA_HOME to its directory." >&2
  return 1
}

# run_maven JDK ARGS...: Maven under that JDK, in the current directory.
run_maven() {
  maven_jdk=$1
  shift
  # The two options silence what JDK 25 says of Maven's own libraries.
  JAVA_HOME=$maven_jdk JAVA25_HOME=$maven_jdk \
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn --batch-mode -Dstyle.color=never "$@"
}

require_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "Usermedia is built from source with Maven and found no mvn: install it (apt-get install maven)." >&2
  return 1
}

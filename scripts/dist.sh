# Sourced by ./usermedia and ./bench/run: builds what they start, when the sources are newer.
# shellcheck shell=sh
# Needs $root (the checkout) and scripts/jdk.sh.
#
# This build has directories of its own (target/quick in each module), so that it never disturbs another
# Maven run in the checkout. Its result goes to a new target/dist/MODULE/NUMBER, so that it never pulls
# jars from under a running process; .../current is a link to the newest.

# The modules that call native code (the tests name theirs in the poms).
NATIVE_MODULES=dev.usermedia.app,dev.usermedia.linux,dev.usermedia.codecs,org.bytedeco.javacpp,org.bytedeco.ffmpeg,org.graalvm.truffle,webrtc.java

MAIN=dev.usermedia.app/dev.usermedia.app.Main
TRAINING=dev.usermedia.app/dev.usermedia.app.Training

# is_stale MODULE JDK. Directories count as sources: removing a file touches its directory.
is_stale() {
  built=$root/target/dist/$1/current
  [ -e "$built/stamp" ] && read -r builder <"$built/stamp" && [ "$builder" = "$2 $root" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root/.mvn" "$root/scripts" "$root"/*/pom.xml "$root"/*/src/main \
    -newer "$built/stamp" -print -quit)" ]
}

# ensure_built MODULE JDK: prints the directory of an up-to-date build, or shows what went wrong.
ensure_built() {
  if is_stale "$1" "$2"; then
    require_maven || return 1
    mkdir -p "$root/target/dist/$1"
    (
      if ! flock -n 9; then
        echo "usermedia: waiting for a build that is already running" >&2
        flock 9
      fi
      ! is_stale "$1" "$2" || build "$1" "$2"
    ) 9>"$root/target/dist/lock" || return 1
  fi
  readlink -f "$root/target/dist/$1/current"
}

build() {
  echo "usermedia: building; the first time, Maven downloads what it needs" >&2
  quick=$root/$1/target/quick
  rm -rf "$quick/modules" "$quick/peers"
  # The stamp is as old as the sources that this build reads, not as its end.
  printf '%s\n' "$2 $root" >"$root/target/dist/$1/stamp"
  if ! (cd "$root" && run_maven "$2" -q -Dquick -Dmaven.test.skip=true -pl "$1" -am package) \
    >"$root/target/dist/$1/log" 2>&1; then
    cat "$root/target/dist/$1/log" >&2
    echo "usermedia: the build failed" >&2
    return 1
  fi
  publish "$1" "$2"
}

publish() (
  cd "$root/target/dist/$1" || exit 1
  previous=$(readlink current) || previous=0
  number=$((previous + 1))
  quick=$root/$1/target/quick
  rm -rf "$number"
  mkdir "$number" &&
    cp -R "$quick/modules" "$number/" &&
    cp "$quick/usermedia-$1"-*.jar "$number/modules/" &&
    { [ ! -d "$quick/peers" ] || cp -R "$quick/peers" "$number/"; } &&
    part_natives "$number" &&
    write_java_arguments "$PWD/$number" >"$number/java.args" || exit 1
  [ "$1" != app ] ||
    "$2/bin/java" "$root/scripts/PrepareClasses.java" "$number"/modules/usermedia-*.jar "$number"/modules/picocli-*.jar || exit 1
  [ "$1" != app ] || unpack_libraries "$2" "$PWD/$number" >>"$number/java.args" || exit 1
  [ "$1" != app ] || train "$2" "$PWD/$number" >>log 2>&1 ||
    echo "usermedia: no start-up cache, so starts are slower (see $PWD/log)" >&2
  mv stamp "$number/stamp" &&
    ln -sfn "$number" current.new && mv -T current.new current || exit 1
  for old in [0-9]*; do
    [ "$old" -ge "$previous" ] || rm -rf "$old"
  done
)

# part_natives DIRECTORY: the native libraries of libwebrtc's binding lie in a jar that would be a second
# module of the binding's name; the binding finds them on the class path.
part_natives() {
  mkdir "$1/natives" || return 1
  for jar in "$1"/modules/webrtc-java-*-*-*.jar; do
    [ ! -e "$jar" ] || mv "$jar" "$1/natives/" || return 1
  done
}

# What every JVM of this project is started with. Its own warnings go to stderr, for stdout is the
# command's; a start-up cache that does not fit (say, because of JAVA_TOOL_OPTIONS) is left unused.
write_java_arguments() {
  cat <<END
-XX:+UseSerialGC
-Xlog:disable
-Xlog:all=warning,aot*=off,cds*=off:stderr
--module-path "$(printf '%s' "$1/modules" | sed 's/[\\"]/\\&/g')"
--class-path "$(printf '%s\n' "$1"/natives/*.jar | paste -sd : | sed 's/[\\"]/\\&/g')"
--add-modules ALL-MODULE-PATH
--enable-native-access=$NATIVE_MODULES
--sun-misc-unsafe-memory-access=allow
END
}

# unpack_libraries JDK DIRECTORY: unpacks native libraries and prints the arguments that have them loaded
# from there. JavaCPP would search all jars for each of them at every start, at 0.2 s of CPU; what it reads
# in annotations to know where to look takes another 0.03 s.
unpack_libraries() (
  mkdir "$2/libraries" "$2/unpacked" && cd "$2/unpacked" || exit 1
  for jar in "$2"/modules/*-linux-*.jar; do
    [ ! -e "$jar" ] || "$1/bin/jar" --extract --file "$jar" || exit 1
  done
  find . -name 'lib*.so*' -exec mv {} "$2/libraries" \; && cd "$2/libraries" && rm -rf "$2/unpacked" || exit 1
  for library in *.so.*; do
    [ ! -e "$library" ] || ln -s "$library" "${library%%.so.*}.so" || exit 1
  done
  [ -z "$(ls)" ] || printf '%s\n' -Dorg.bytedeco.javacpp.loadLibraries=false \
    "-Djava.library.path=\"$(printf '%s' "$2/libraries" | sed 's/[\\"]/\\&/g')\""
)

# train JDK DIRECTORY: does the main jobs once, so that the JVM can load their classes from a cache from then
# on (JEP 514): one for captures, and one for scripts, which is three times as large.
train() (
  make_cache "$1" "$2" capture usermedia.aot &
  capture=$!
  make_cache "$1" "$2" script scripts.aot &
  wait $capture
  made=$?
  wait $! && [ $made = 0 ]
)

# make_cache JDK DIRECTORY JOB FILE
make_cache() {
  mkdir "$2/$3" &&
    "$1/bin/java" @"$2/java.args" -XX:AOTCacheOutput="$2/$4" --module "$TRAINING" "$3" "$2/$3" &&
    [ -s "$2/$4" ] || rm -f "$2/$4"
  rm -rf "${2:?}/$3"
  [ -s "$2/$4" ]
}

# The commands `fairlead test` and `fairlead format`; read by the launcher script, whose names it uses.

# Adds up what surefire reported since a moment.
count_tests() {
  find "$home"/*/target/surefire-reports -name 'TEST-*.xml' -newer "$1" -exec sed -n '/<testsuite /,/>/p' {} + 2>/dev/null |
    tr '\n' ' ' | sed 's/<testsuite /\n/g' | awk '
      function value(name,   found) {
        return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
      }
      / tests="/ { tests += value("tests"); failures += value("failures"); errors += value("errors"); skipped += value("skipped") }
      END { print tests + 0, failures + 0, errors + 0, skipped + 0 }'
}

# Which tests did not run since a moment, and why: "Class.method: reason" each.
skipped_tests() {
  find "$home"/*/target/surefire-reports -name 'TEST-*.xml' -newer "$1" -exec cat {} + 2>/dev/null |
    tr '\n' ' ' | sed 's/<testcase /\n<testcase /g' |
    sed -n 's/^<testcase name="\([^"]*\)" classname="\([^"]*\.\)\{0,1\}\([^".]*\)"[^>]*> *<skipped\( message="\([^"]*\)"\)\{0,1\}.*/\3.\1: \5/p' |
    sed "s/&#10;/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&apos;/'/g; s/&amp;/\&/g"
}

# What of ours lies in the system's temporary folder; a browser's files there are none of our business.
temporary_files() {
  find /tmp -maxdepth 1 -user "$(id -u)" \( -name 'fairlead*' -o -name 'tomcat*' -o -name 'detect_linux*' -o -name 'embedded-pg*' \
    -o -name 'kafka*' -o -name 'junit*' -o -name 'spring*' -o -name 'snappy*' -o -name 'libzstd*' -o -name 'librocksdb*' \
    -o -name 'scratch-*' -o -name 'wiremock*' -o -name 'jetty*' \) 2>/dev/null | sort
}

# Tells what a run left in its own temporary folder, which goes with it, or, since a list was made, in the system's; fails when
# there is some.
nothing_left() {
  local own=$1 before=$2 left
  left=$(
    find "$own" -mindepth 1 -maxdepth 1 ! -name 'hsperfdata_*' 2>/dev/null | sort
    temporary_files | comm -13 "$before" -
  )
  rm -rf "$own"
  [ -z "$left" ] && return
  say "the tests left this in the temporary folder; whoever makes a file there must delete it, at a kill too:"
  printf '%s\n' "$left" | sed 's/^/  /' >&2
  return 1
}

# A folder for what tests make: hundreds of databases, each of some three hundred files, which a disk makes and deletes for minutes.
# So it is in memory where there is plenty that may hold programs, else below the build.
tests_folder() {
  local memory=/dev/shm folder former
  for former in "$memory"/fairlead-tests.*; do # Of runs that were killed.
    [ -O "$former" ] && ! kill -0 "$(echo "$former" | cut -d. -f2)" 2>/dev/null && rm -rf "$former"
  done
  if [ -w "$memory" ] && folder=$(mktemp -d "$memory/fairlead-tests.$$.XXXXXX" 2>/dev/null); then
    if [ "$(free_megabytes "$memory")" -ge 8000 ] && [ "$(spare_megabytes)" -ge 12000 ] && runs_programs "$folder"; then
      echo "$folder"
      return
    fi
    rm -rf "$folder"
  fi
  echo "$1"
}

free_megabytes() { { df -Pm "$1" 2>/dev/null || true; } | awk 'NR == 2 { free = $4 } END { print free + 0 }'; }

# Of memory, as the kernel reckons it.
spare_megabytes() { { cat /proc/meminfo 2>/dev/null || true; } | awk '/^MemAvailable:/ { spare = $2 } END { print int(spare / 1024) }'; }

runs_programs() {
  local program=$1/program code=0
  printf '#!/bin/sh\n' >"$program"
  chmod +x "$program"
  "$program" 2>/dev/null || code=$?
  rm -f "$program"
  return "$code"
}

test_help() {
  cat <<'HELP'
Usage: fairlead test [--json] [--mutation] [--reproducible] [MAVEN OPTIONS]
       fairlead test NAME... [--json] [-Dkey=value]
Run all checks and tests with Maven and tell how many there were; or, with names, only these test classes, within seconds.
      NAME         A test class: ApproveTimeTest; one method of it: ApproveTimeTest#approves; many: '*Reserve*'. Its module is
                   found, what changed is compiled; neither Error Prone nor the formatting is checked.
      --json       Print {"tests":n,"failures":n,"errors":n,"skipped":n,"seconds":s}; all else goes to standard error.
      --mutation   Test the tests of the domain instead: plant faults and count those that no test sees. Takes long;
                   -Dmutation.classes='io.fairlead.time.*' takes a part, -Dmutation.threads=4 plants four at a time.
      --reproducible
                   Build the working tree in two folders instead, and compare the jars byte by byte.
                   The report is domain/target/pit-reports.
  -h, --help       Show this help message and exit.
Ends with Maven's code, with 1 when a test fails or left temporary files, with 2 when no test has the name.

Example: fairlead test ApproveTimeTest
Example: fairlead test --json
HELP
}

run_test() {
  local json=false mutation=false reproducible=false begin=$SECONDS tests=0 failures=0 errors=0 skipped=0 code=0
  local rest=() names=()
  while [ $# -gt 0 ]; do
    case $1 in
      --json) json=true ;;
      --mutation) mutation=true ;;
      --reproducible) reproducible=true ;;
      -h | --help)
        test_help
        return 0
        ;;
      -pl | --projects | -rf | --resume-from | -T | --threads | -P | --activate-profiles | -s | --settings | -l | --log-file)
        rest+=("$1" "${2:-}")
        shift
        ;;
      -*) rest+=("$1") ;;
      *) names+=("$1") ;;
    esac
    shift
  done
  if $json; then exec 3>&1 1>&2; fi
  if $reproducible; then
    build_twice
    return
  fi
  if $mutation; then
    require_maven
    forbid_running
    (cd "$home" && mvn -B -ntp -Pmutation -pl schemas,domain verify -Dseeds=100 ${rest[@]+"${rest[@]}"})
    return
  fi
  if [ ${#names[@]} = 0 ]; then
    test_all ${rest[@]+"${rest[@]}"} || code=$?
  else
    test_some ${rest[@]+"${rest[@]}"} "${names[@]}" || code=$?
  fi
  if $json; then
    printf '{"tests":%d,"failures":%d,"errors":%d,"skipped":%d,"seconds":%d}\n' \
      "$tests" "$failures" "$errors" "$skipped" "$((SECONDS - begin))" >&3
  elif [ "$code" != 2 ] || [ ${#names[@]} = 0 ]; then
    echo "Tests: $tests run, $failures failed, $errors in error, $skipped skipped, in $((SECONDS - begin)) s"
  fi
  return "$code"
}

forbid_running() {
  if is_running && is_stale; then
    fail "tests would replace the code of the Fairlead that runs; \`fairlead down\` first"
  fi
}

# Builds the working tree in two folders of different names and compares every jar that is made, byte by byte.
build_twice() {
  require_maven
  local scratch name code=0
  mkdir -p "$target"
  scratch=$(mktemp -d "$target/twice.XXXXXX")
  for name in one another-folder; do
    mkdir "$scratch/$name"
    # What is deleted and not committed is listed, too.
    (cd "$home" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$scratch/$name") 2>/dev/null || true
  done
  for name in one another-folder; do
    say "building in $name ..."
    (cd "$scratch/$name" && mvn -B -ntp -DskipTests -Dspotless.check.skip package >"$scratch/$name.log" 2>&1) ||
      fail "the build failed; see $scratch/$name.log"
    (cd "$scratch/$name" && find . -name '*.jar' -path '*/target/*' ! -path '*/target/lib/*' -exec sha256sum {} + | sort -k 2) \
      >"$scratch/$name.sums"
  done
  cat "$scratch/one.sums"
  if diff "$scratch/one.sums" "$scratch/another-folder.sums"; then
    say "both builds gave the same $(wc -l <"$scratch/one.sums") jars"
    rm -rf "$scratch"
  else
    say "the builds differ; both stand in $scratch"
    code=1
  fi
  return "$code"
}

# All, by Maven; sets the figures of run_test.
test_all() {
  require_maven
  forbid_running
  local scratch room own code=0 list threads=()
  # Modules that do not need each other are tested side by side: one alone leaves half of two cores idle.
  case " $* " in *" -T"* | *" --threads"*) ;; *) threads=(-T 2) ;; esac
  mkdir -p "$target"
  scratch=$(mktemp -d "$target/test-run.XXXXXX")
  room=$(tests_folder "$scratch")
  # shellcheck disable=SC2064
  trap "rm -rf '$room'" EXIT # Memory would stay taken.
  own=$room/tmp
  mkdir "$own"
  temporary_files >"$scratch/before"
  touch "$scratch/begin"
  (cd "$home" && TMPDIR=$own mvn -B -ntp ${threads[@]+"${threads[@]}"} verify -Dseeds=10000 -Dtests.temporary="$own" \
    -Dtests.postgres="$room/postgres" "$@") | tee "$scratch/log" || code=$?
  if [ "$code" != 0 ] && grep -q 'spotless.*format violations' "$scratch/log"; then
    say "the formatting differs: \`./fairlead format\` mends it"
  fi
  read -r tests failures errors skipped < <(count_tests "$scratch/begin")
  list=$(skipped_tests "$scratch/begin")
  if [ -n "$list" ]; then
    say "not run:"
    printf '%s\n' "$list" | sed 's/^/  /' >&2
  fi
  if [ "$code" = 0 ] && [ $# = 0 ]; then touch -r "$scratch/begin" "$stamp"; fi
  nothing_left "$own" "$scratch/before" || [ "$code" != 0 ] || code=1
  rm -rf "$scratch" "$room"
  return "$code"
}

# Those of some names, without Maven; sets the figures of run_test.
test_some() {
  local scratch own code=0
  local options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g)
  mkdir -p "$target"
  is_prepared || prepare
  scratch=$(mktemp -d "$target/test-run.XXXXXX")
  own=$scratch/tmp
  mkdir "$own"
  temporary_files >"$scratch/before"
  TMPDIR=$own "$JAVA_HOME/bin/java" "${options[@]}" -Dquick.home="$home" -Dquick.summary="$scratch/figures" \
    "$home/.mvn/QuickTests.java" -Djava.io.tmpdir="$own" "$@" || code=$?
  if [ -f "$scratch/figures" ]; then
    read -r tests failures errors skipped < <(awk '{ a += $1; b += $2; c += $3; d += $4 } END { print a, b, c, d }' "$scratch/figures")
  fi
  nothing_left "$own" "$scratch/before" || [ "$code" != 0 ] || code=1
  rm -rf "$scratch"
  return "$code"
}

# Whether generated sources and class paths are those of the build files.
is_prepared() {
  local module sources=("$home/pom.xml" "$home/.mvn/GenerateTables.java" "$home/schemas/src/main/avro")
  sources+=("$home/src/docs/contract/openapi.json")
  for module in schemas domain projections gateways src; do
    [ -f "$home/$module/target/quick/classpath" ] || return 1
    sources+=("$home/$module/pom.xml")
  done
  for module in projections gateways; do sources+=("$home/$module/src/main/resources/db"); done
  [ -z "$(find "${sources[@]}" -newer "$target/quick/prepared" -print -quit 2>&1)" ]
}

# Lets Maven generate sources and name the libraries; without the network if it can.
prepare() {
  require_maven
  local log=$target/prepare.log offline
  say "reading the build (once after a change of a pom, an event's schema, a table or the API) ..."
  mkdir -p "$target/quick"
  touch "$target/quick/preparing"
  for offline in -o ""; do
    # The lifecycle must come to test-compile for Maven to know the modules by their folders; it compiles nothing.
    # shellcheck disable=SC2086
    if (cd "$home" && mvn -B -ntp $offline -Dmaven.main.skip=true -Dmaven.test.skip=true test-compile \
      dependency:build-classpath -Dmdep.outputFile=target/quick/classpath -Dmdep.includeScope=test >"$log" 2>&1); then
      mv "$target/quick/preparing" "$target/quick/prepared"
      return
    fi
  done
  grep -E '^\[ERROR\]' "$log" | head -20 >&2
  fail "the build could not be read; see $log"
}

run_format() {
  local file list=""
  case ${1:-} in
    "") ;;
    --all) ;;
    -h | --help)
      cat <<'HELP'
Usage: fairlead format [--all]
Format the Java sources that differ from the last commit, as the build demands it.
      --all   Format all of them; takes a minute.
  -h, --help  Show this help message and exit.

Example: fairlead format && git diff --stat
HELP
      return 0
      ;;
    *)
      say "unknown option $1; use fairlead format [--all]"
      return 2
      ;;
  esac
  require_maven
  local options=() log=$target/format.log offline modules
  if [ "${1:-}" != --all ] && git -C "$home" rev-parse HEAD >/dev/null 2>&1; then
    while IFS= read -r file; do
      [ -f "$home/$file" ] && list+=${list:+,}.*/$(printf '%s' "$file" | sed 's/\./[.]/g')
    done < <(changed_sources)
    if [ -z "$list" ]; then
      say "no Java source differs from the last commit; --all formats everything"
      return 0
    fi
    modules=$(changed_sources | cut -d/ -f1 | sort -u | paste -sd,)
    options=(-DspotlessFiles="$list" -pl "$modules")
  fi
  mkdir -p "$target"
  for offline in -o ""; do
    # shellcheck disable=SC2086
    if (cd "$home" && mvn -B -ntp $offline spotless:apply ${options[@]+"${options[@]}"} >"$log" 2>&1); then
      say "formatted"
      return 0
    fi
  done
  grep -E '^\[ERROR\]' "$log" | head -20 >&2
  fail "it could not be formatted; see $log"
}

# Java sources that differ from the last commit, the new ones included.
changed_sources() {
  {
    git -C "$home" diff --name-only --relative HEAD
    git -C "$home" ls-files --others --exclude-standard
  } | grep -E '^(schemas|domain|projections|gateways|src)/.*\.java$' | sort -u
}

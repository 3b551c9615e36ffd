# Sourced by every step.
# shellcheck shell=bash
set -euo pipefail
# shellcheck source=tool/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../tool/prepare.sh"
cd "$ROOT"

passed=0 failed=0 skipped=0

# How much of its work a test does, see tests/support/effort.hpp; and what somebody waits for is
# compiled to be compiled soon, not as it is released.
export NATIVE=release
case ${MODE:-default} in
  long) export SIEVARR_LONG=1 ;;
  quick)
    export SIEVARR_QUICK=1
    NATIVE=quick
    ;;
  goldens) NATIVE=quick ;;
esac

# check NAME COMMAND...: one test.
check() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    say "FAILED: $name"
  fi
}

skip() {
  skipped=$((skipped + 1))
  say "note: skipped: $*"
}

# The last words of a step.
finish() {
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ]
}

# cannot_run WHY...: the end of a step that lacks what all of it needs. CI has promised to have it,
# so there that is a failure; elsewhere it is a skip.
cannot_run() {
  if [ "${CI:-}" = true ]; then
    failed=$((failed + 1))
    say "FAILED: cannot run, and CI has to be able to: $*"
  else
    skip "$*"
  fi
  finish || exit 1
  exit 0
}

# Adds up a Meson test log: what doctest says, or "N passed, N failed, N skipped"; a program that
# breaks without saying so counts as one failure, one that says nothing as one test.
counts_of_log() {
  awk '
    function close_test() {
      if (!open) return
      if (bad && f == 0) f = 1
      if (p + f + s == 0) p = 1
      P += p; F += f; S += s
      open = 0
    }
    /^test: / { close_test(); open = 1; p = f = s = bad = 0; next }
    /^result: / { bad = ($0 !~ /exit status 0$/); next }
    /^\[doctest\] test cases:/ {
      gsub(/[^0-9 ]/, " "); split($0, n, " +")
      p = n[3]; f = n[4]; s = n[5]; next
    }
    /^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ { p = $1; f = $3; s = $5 }
    END { close_test(); print P + 0, F + 0, S + 0 }
  ' "$1"
}

# meson_tests FOLDER NAME OPTION...: runs tests that Meson knows there, with a log of that name.
meson_tests() {
  local folder=$1 name=$2 status=0
  shift 2
  meson test -C "$folder" --no-rebuild --print-errorlogs --logbase "$name" "$@" || status=1
  counts_of_log "$folder/meson-logs/$name.txt" >"$folder/$name.counts"
  return $status
}

# add_counts FOLDER NAME STATUS: what came of them.
add_counts() {
  local p f s
  read -r p f s <"$1/$2.counts"
  if [ "$3" != 0 ] && [ "$f" = 0 ]; then f=1; fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# run_tests FLAVOUR: builds it and runs every test that Meson knows there.
run_tests() {
  local folder="$ROOT/build/$1" status=0
  build "$1"
  meson_tests "$folder" testlog --num-processes "$JOBS" || status=1
  add_counts "$folder" testlog $status
  finish
}

# The same in the inner loop, without what is marked as slow. Tests of the whole program mostly wait
# for it; meanwhile the others are compiled.
run_inner_loop() {
  local folder="$ROOT/build/quick" waits status=0
  local options=(--num-processes $((JOBS + 2)) --no-suite slow --test-args=-tse=slow)
  build quick inner_loop_waits
  meson_tests "$folder" waits "${options[@]}" --suite waits >"$folder/waits.log" 2>&1 &
  waits=$!
  # What does not compile leaves nobody behind.
  if ! build quick inner_loop; then
    wait "$waits" || true
    return 1
  fi
  meson_tests "$folder" testlog "${options[@]}" --no-suite waits || status=1
  add_counts "$folder" testlog $status
  status=0
  wait "$waits" || status=1
  cat "$folder/waits.log"
  add_counts "$folder" waits $status
  finish
}

# How a file is compiled by hand, with the flags of the build.
THIRD_PARTY=$ROOT/build/release/third_party
WARNINGS=(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers -Werror)
core_flags() {
  printf '%s\n' -std=c++20 "${WARNINGS[@]}" -I"$ROOT/include" "-isystem$THIRD_PARTY" \
    "-isystem$ROOT/subprojects/libyaml-0.2.5/include"
}
# shellcheck disable=SC2034  # steps use it
GXX=(ccache g++)
# shellcheck disable=SC2034  # steps use it
EMXX=(env CCACHE_COMPILERTYPE=clang ccache em++ -fwasm-exceptions)

core_headers() { (cd "$ROOT/include" && find sievarr -name '*.hpp' | sort); }

# in_parallel FUNCTION: calls it for each line of the input, $JOBS at a time; each line of its
# output is the name of an argument that failed.
in_parallel() {
  # shellcheck disable=SC2163  # the name is in it
  export -f "$1"
  # shellcheck disable=SC2016  # the inner shell expands it
  xargs -r -P "$JOBS" -I{} bash -c "$1"' "$1" || echo "$1"' "$1" {}
}

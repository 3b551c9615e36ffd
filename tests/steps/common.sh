# Sourced by every step.
# shellcheck shell=bash
set -euo pipefail
# shellcheck source=tool/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../tool/prepare.sh"
cd "$ROOT"

passed=0 failed=0 skipped=0

# Programs of tests take their full numbers then.
if [ "${MODE:-default}" = long ]; then export SIEVARR_LONG=1; fi

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

# run_tests FLAVOUR: builds it and runs every test that Meson knows there; in the inner loop not
# those that are marked as slow.
run_tests() {
  local folder="$ROOT/build/$1" status=0 options=(--num-processes "$JOBS")
  # In the inner loop most of them wait rather than work, so one more runs beside.
  if [ "${MODE:-default}" = quick ]; then
    options=(--num-processes $((JOBS + 1)) --no-suite slow --test-args=-tse=slow)
  fi
  build "$1"
  meson test -C "$folder" --no-rebuild --print-errorlogs "${options[@]}" || status=$?
  read -r passed failed skipped <<<"$(counts_of_log "$folder/meson-logs/testlog.txt")"
  if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
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

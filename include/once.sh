#!/bin/sh
# once.sh INCLUDE OUTPUT DEPFILE FOLDERS COMPILER...: compiles the headers of those folders, and
# what they include of libraries, to be read once. A new header counts as soon as another changes.
set -eu
include=$1 output=$2 depfile=$3 folders=$4
shift 4
(
  cd "$include/sievarr"
  # shellcheck disable=SC2086  # a list of names
  find $folders -name '*.hpp' | sed 's/^\.\///' | sort >"$OLDPWD/$output.list"
  xargs grep -hoE '^#include <(boost/[^>]+|[a-z_]+)>$' <"$OLDPWD/$output.list" | sort -u
  sed 's/.*/#include <sievarr\/&>/' "$OLDPWD/$output.list"
) >"$output.hpp"
exec "$@" -I../../include -x c++-header "$output.hpp" -o "$output" \
  -MD -MF "$depfile" -MQ "$output" \
  -Xclang -fno-pch-timestamp -fpch-instantiate-templates -fpch-codegen

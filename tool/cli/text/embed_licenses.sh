#!/bin/sh
# embed_licenses.sh OUT FILE...: writes C++ that holds the text of each file under its name, packed.
set -eu
out=$1
shift
folder=$out.packed
mkdir -p "$folder"

number=0
table=''
{
  echo '#include "cli/text/licenses.hpp"'
  echo
  echo '#include <cstddef>'
  echo
  for file in "$@"; do
    packed=$folder/$number.gz
    symbol=sievarr_license_$number
    gzip -9 -n -c "$file" >"$packed"
    cat <<CPP
__asm__(
    ".section .rodata\n"
    ".global $symbol\n"
    "$symbol:\n"
    ".incbin \"$packed\"\n"
    ".global ${symbol}_end\n"
    "${symbol}_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" char const ${symbol}[];
extern "C" char const ${symbol}_end[];
CPP
    name=${file##*/}
    table="$table      {\"${name%.txt}\",
       {$symbol, static_cast<std::size_t>(${symbol}_end - $symbol)}},
"
    number=$((number + 1))
  done
  cat <<CPP

namespace sievarr::cli {

std::span<LicenseText const> license_texts() {
  static LicenseText const texts[] = {
$table  };
  return texts;
}

}  // namespace sievarr::cli
CPP
} >"$out"

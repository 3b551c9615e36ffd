#!/bin/sh
# Writes a C++ file with a function that gives the files of a folder, packed, or those of one name:
# embed_files.sh FOLDER OUT FUNCTION [NAME]. Where there is no folder, there are no files. What has
# not changed is not written again.
set -eu
site=$1
out=$2
function=$3
wanted=${4:-*}
folder=$out.packed
mkdir -p "$folder"

media() {
  case $1 in
    *.html) echo 'text/html; charset=utf-8' ;;
    *.js | *.mjs) echo 'text/javascript; charset=utf-8' ;;
    *.css) echo 'text/css; charset=utf-8' ;;
    *.json) echo 'application/json' ;;
    *.wasm) echo 'application/wasm' ;;
    *.svg) echo 'image/svg+xml' ;;
    *.png) echo 'image/png' ;;
    *.ico) echo 'image/x-icon' ;;
    *.woff2) echo 'font/woff2' ;;
    *.webmanifest) echo 'application/manifest+json' ;;
    *) echo 'application/octet-stream' ;;
  esac
}

write() {
  echo '#include "serve/page/assets.hpp"'
  echo
  echo '#include <cstddef>'
  echo
  number=0
  table=''
  if [ -d "$site" ]; then
    for file in $(cd "$site" && find . -type f -name "$wanted" ! -name '*.map' | LC_ALL=C sort); do
      path=${file#./}
      packed=$folder/$number.gz
      # The page is told that a daemon serves it, so that it need not ask; it begins without the
      # module then.
      if [ "$path" = index.html ]; then
        sed -e '/name="sievarr-source"/s/files/daemon/' -e '/rel="preload"/d' "$site/$path" |
          gzip -9 -n -c >"$packed"
      else
        gzip -9 -n -c "$site/$path" >"$packed"
      fi
      name=sievarr_${function}_$number
      cat <<CPP
__asm__(
    ".section .rodata\n"
    ".global $name\n"
    "$name:\n"
    ".incbin \"$packed\"\n"
    ".global ${name}_end\n"
    "${name}_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" char const ${name}[];
extern "C" char const ${name}_end[];
CPP
      tag=$(sha256sum "$packed" | cut -c 1-16)
      table="$table      {\"$path\", \"$(media "$path")\", \"$tag\",
       {$name, static_cast<std::size_t>(${name}_end - $name)}},
"
      number=$((number + 1))
    done
  fi
  cat <<CPP

namespace sievarr::serve {

std::vector<Asset> const& $function() {
  static std::vector<Asset> const all = {
$table  };
  return all;
}

}  // namespace sievarr::serve
CPP
}

write >"$out.new"
if cmp -s "$out.new" "$out"; then rm "$out.new"; else mv "$out.new" "$out"; fi

# Sourced by tool/start, tool/build and tests/run: brings a plain Debian or Ubuntu to where Sievarr
# builds, and configures the build folders. Installs only what is missing.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JOBS=${JOBS:-$(nproc)}
export ROOT JOBS

# Checkouts at different places share what the compilers made.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$ROOT}
export CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 CCACHE_SLOPPINESS=pch_defines,time_macros
export NODE_PATH=/usr/share/nodejs

say() { printf '%s\n' "$*"; }

give_up() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    give_up "packages are missing and this is neither root nor is there sudo; as root run: $*"
  fi
}

# What a build needs: one line per thing, "the file that shows it is there: packages that bring it,
# the best first". Names differ between releases, so apt is asked which one it knows.
needed_to_build() {
  cat <<'LIST'
/usr/bin/g++: g++
/usr/bin/meson: meson
/usr/bin/ninja: ninja-build
/usr/bin/ccache: ccache
/usr/bin/pkg-config: pkgconf pkg-config
/usr/bin/file: file
/usr/include/boost/describe.hpp: libboost-dev>=1.81 libboost1.83-dev libboost1.81-dev
/usr/include/doctest/doctest.h: doctest-dev
/usr/include/CLI/CLI.hpp: libcli11-dev
/usr/include/sqlite3.h: libsqlite3-dev
/usr/include/openssl/ssl.h: libssl-dev
/usr/include/argon2.h: libargon2-dev
/usr/include/zlib.h: zlib1g-dev
/usr/include/nghttp2/nghttp2.h: libnghttp2-dev
/usr/include/ares.h: libc-ares-dev
/usr/bin/em++: emscripten
/usr/bin/node: nodejs
/etc/ssl/certs/ca-certificates.crt: ca-certificates
LIST
}

needed_to_test() {
  cat <<'LIST'
/usr/bin/clang++: clang
/usr/bin/ld.lld: lld
/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a: libclang-rt-dev libclang-rt-14-dev
/usr/bin/clang-format*: clang-format-14 clang-format
/usr/bin/git: git
/usr/bin/shellcheck: shellcheck
/usr/share/zoneinfo/Europe/Oslo: tzdata
LIST
}

# Whether apt knows a package; "name>=version" also compares what it would install.
is_offered() {
  local name=${1%%>=*} least="" candidate
  [ "$name" = "$1" ] || least=${1##*>=}
  candidate=$(apt-cache policy "$name" 2>/dev/null | awk '$1 == "Candidate:" { print $2 }')
  [ -n "$candidate" ] && [ "$candidate" != "(none)" ] || return 1
  [ -z "$least" ] || dpkg --compare-versions "$candidate" ge "$least"
}

choose_package() {
  local choice
  for choice in "$@"; do
    if is_offered "$choice"; then
      printf '%s\n' "${choice%%>=*}"
      return
    fi
  done
  give_up "apt knows none of: $*; Sievarr builds on Debian 12, Ubuntu 24.04 and newer"
}

# install_missing LIST: installs the packages of those lines whose file is not there.
install_missing() {
  local proof choices missing=() packages=()
  while IFS=: read -r proof choices; do
    compgen -G "$proof" >/dev/null || missing+=("$choices")
  done <<<"$1"
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get >/dev/null || give_up "missing:${missing[*]} (and there is no apt-get here)"
  say "installing what is missing (apt)"
  as_root apt-get update -qq
  for choices in "${missing[@]}"; do
    # shellcheck disable=SC2086  # a list of names
    packages+=("$(choose_package $choices)")
  done
  say "  ${packages[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}

# unpack_package NAME: puts what a package brings into build/packages/NAME, and installs nothing, so
# that nothing of it is started. False where apt cannot fetch it.
unpack_package() {
  local folder="$ROOT/build/packages/$1" fetched
  [ ! -d "$folder" ] || return 0
  command -v apt-get >/dev/null || return 1
  fetched=$(mktemp -d)
  (
    cd "$fetched" || exit
    apt-get download -qq "$1" || { as_root apt-get update -qq && apt-get download -qq "$1"; }
    mkdir -p unpacked "${folder%/*}" && dpkg -x ./*.deb unpacked && mv unpacked "$folder"
  ) >"$ROOT/build/$1.log" 2>&1 || true
  rm -rf "$fetched"
  [ -d "$folder" ]
}

wrap_says() { sed -n "s/^$2 = //p" "$1"; }

is_the_tarball() {
  [ -f "$2" ] && [ "$(sha256sum <"$2" | cut -d' ' -f1)" = "$(wrap_says "$1" source_hash)" ]
}

# A source package of the distribution carries the same file as .orig.tar.gz. Its sources are looked
# for where packages of this machine come from, in its own release and in Debian's newest.
fetch_from_source_package() {
  local wrap=$1 tarball=$2 folder name version orig
  name=$(basename "$wrap" .wrap)
  version=$(wrap_says "$wrap" directory)
  version=${version##*-}
  folder=$(mktemp -d)
  mkdir -p "$folder/lists/partial"
  cat /etc/apt/sources.list.d/{debian,ubuntu}.sources 2>/dev/null |
    sed 's/^Types: .*/Types: deb-src/; s/^Suites: .*/& sid/' >"$folder/here.sources" || true
  sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$folder/here.list" 2>/dev/null || true
  (
    cd "$folder"
    options=(-o "Dir::Etc::SourceParts=$folder" -o Dir::Etc::SourceList=/dev/null
      -o "Dir::State::Lists=$folder/lists")
    apt-get "${options[@]}" update -qq
    apt-cache "${options[@]}" showsrc "$name" | sed -n "s/^Version: \(${version}[-+].*\)/\1/p" |
      while read -r offered; do
        apt-get "${options[@]}" source --download-only "$name=$offered"
      done
  ) >"$folder/log" 2>&1 || true
  for orig in "$folder"/*.orig.tar.gz; do
    if is_the_tarball "$wrap" "$orig"; then cp "$orig" "$tarball"; fi
  done
  rm -rf "$folder"
  [ -f "$tarball" ]
}

# fetch_sources: the tarballs of the wraps, from the nearest place that has them: beside the
# checkout, upstream (by Meson), the distribution. The hash in the wrap decides.
fetch_sources() {
  local cache="$ROOT/subprojects/packagecache" wrap name tarball
  mkdir -p "$cache"
  for wrap in "$ROOT"/subprojects/*.wrap; do
    name=$(basename "$wrap" .wrap)
    tarball="$cache/$(wrap_says "$wrap" source_filename)"
    local beside="$ROOT/../shared/packagecache/${tarball##*/}"
    if ! is_the_tarball "$wrap" "$tarball"; then
      rm -f "$tarball"
      if is_the_tarball "$wrap" "$beside"; then
        cp "$beside" "$tarball"
      elif [ ! -d "$ROOT/subprojects/$(wrap_says "$wrap" directory)" ]; then
        say "fetching the source of $name"
        (cd "$ROOT" && meson subprojects download "$name" >/dev/null 2>&1) ||
          fetch_from_source_package "$wrap" "$tarball" ||
          give_up "cannot fetch $name; put ${tarball##*/} into subprojects/packagecache"
      fi
    fi
    refresh_overlay "$wrap"
  done
}

# Meson lays an overlay over a source once, when it unpacks it; later changes are laid over here.
refresh_overlay() {
  local source file
  source="$ROOT/subprojects/$(wrap_says "$1" directory)"
  [ -d "$source" ] || return 0
  for file in "$ROOT/subprojects/packagefiles/$(wrap_says "$1" patch_directory)"/*; do
    cmp -s "$file" "$source/${file##*/}" || cp "$file" "$source/"
  done
}

# Files cost what they include, so several of them are compiled as one: few where that is optimised,
# more where it is soon done.
flavour_options() {
  local sanitizers="-Db_sanitize=address,undefined"
  local together="-Dunity=on -Dunity_size=9" crowded="-Dunity=on -Dunity_size=16" pains=0
  local once="-Dcore_once=true -Db_pie=false -Db_staticpic=false"
  # How a compiler came to grief is told in build, below.
  if [ -e "$ROOT/build/each_for_itself" ]; then once=""; fi
  # What runs for ten seconds is soon compiled, what runs for ten minutes is fast.
  if [ "${MODE:-}" = long ]; then pains=1; fi
  case $1 in
    quick) echo "-Doptimization=0 -Dstatic=false $once -Dunity=on -Dunity_size=36" ;;
    release) echo "-Doptimization=2 $together" ;;
    bench) echo "-Doptimization=2 -Dbench=true $together" ;;
    sanitized) echo "-Doptimization=0 -Dstatic=false -Db_lundef=false $once $crowded $sanitizers" ;;
    wasm) echo "$crowded --cross-file $ROOT/wasm/emscripten.cross" ;;
    fuzz) echo "-Doptimization=$pains -Dstatic=false -Dfuzz=true -Db_lundef=false $sanitizers" ;;
    *) give_up "there is no flavour $1" ;;
  esac
}

# configure FLAVOUR: sets build/FLAVOUR up, again when its options have changed.
configure() {
  local folder="$ROOT/build/$1" options
  options=$(flavour_options "$1")
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.options" 2>/dev/null)" = "$options" ]; then
    return
  fi
  rm -rf "$folder"
  mkdir -p "$ROOT/build"
  # Meson looks for ccache only where nobody names a compiler; what somebody waits for has changed,
  # and would only be copied there.
  case $1 in
    fuzz | sanitized) local -x CC='ccache clang' CXX='ccache clang++' ;;
    quick) local -x CC=clang CXX=clang++ ;;
  esac
  # For large programs, which those with sanitizers are, lld takes a tenth of the time.
  case $1 in
    quick | sanitized) local -x CC_LD=lld CXX_LD=lld ;;
  esac
  # shellcheck disable=SC2086  # a list of options
  if ! meson setup "$folder" "$ROOT" $options >"$ROOT/build/$1.setup.log" 2>&1; then
    cat "$ROOT/build/$1.setup.log"
    return 1
  fi
  printf '%s' "$options" >"$folder/.options"
}

# build FLAVOUR [target...]: says nothing unless it fails.
build() {
  local flavour=$1 log="$ROOT/build/$1.build.log"
  shift
  configure "$flavour" || return 1
  if ! ninja -j "$JOBS" -C "$ROOT/build/$flavour" "$@" >"$log" 2>&1; then
    # Precompiled headers on top of each other are more than every clang can take.
    if grep -q 'PLEASE submit a bug report' "$log" && [ ! -e "$ROOT/build/each_for_itself" ]; then
      say "note: clang broke down, so each unit is compiled for itself (build/each_for_itself)"
      touch "$ROOT/build/each_for_itself"
      build "$flavour" "$@"
      return
    fi
    grep -v '^\[[0-9]*/[0-9]*\]' "$log"
    return 1
  fi
}

# npm_packages FOLDER: what its lock file names, once for each state of that file.
npm_packages() {
  local folder="$ROOT/$1" have want
  have="$folder/node_modules/.installed"
  want=$(sha256sum <"$folder/package-lock.json")
  [ "$(cat "$have" 2>/dev/null)" = "$want" ] && return
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) && printf '%s\n' "$want" >"$have"
}

has_npm() { command -v npm >/dev/null || (install_missing "/usr/bin/npm: npm"); }

# build_page: build/wasm/site, files that work below any path, and build/wasm/playground.html, which
# works without a server. Again when anything of it has changed; says nothing unless it fails.
build_page() {
  local web="$ROOT/wasm/web" folder="$ROOT/build/wasm" log="$ROOT/build/page.build.log" state
  state=$(cd "$ROOT" && find wasm/web docs/reference build/wasm/wasm/sievarr.wasm \
    \( -name node_modules -o -name .cache \) -prune -o \
    -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
  [ "$(cat "$folder/page.state" 2>/dev/null)" = "$state" ] && return
  if ! (
    npm_packages wasm/web && cd "$web" && npm run --silent types &&
      SIEVARR_MODULE="$folder/wasm/sievarr.wasm" SIEVARR_SITE="$folder/site" \
        node_modules/.bin/vite build --logLevel warn &&
      SIEVARR_MODULE="$folder/wasm/sievarr.wasm" SIEVARR_SITE="$folder/piece" SIEVARR_PIECES=one \
        node_modules/.bin/vite build --logLevel warn &&
      node one_file.js "$folder/piece" "$folder/playground.html"
  ) >"$log" 2>&1; then
    cat "$log"
    return 1
  fi
  printf '%s' "$state" >"$folder/page.state"
}

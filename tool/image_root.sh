#!/usr/bin/env bash
# tool/image_root.sh FOLDER: lays out what the image holds; tool/build has run. system/ belongs to
# root, household/ to whoever runs the program.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
system=$1/system household=$1/household

mkdir -p "$system/etc/ssl/certs" "$system/tmp" "$household/config" "$household/data"
cp "$ROOT/build/release/tool/sievarr" "$system/"
cp /etc/ssl/certs/ca-certificates.crt "$system/etc/ssl/certs/"
chmod 1777 "$system/tmp"

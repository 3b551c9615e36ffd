#!/usr/bin/env bash
# tool/image_root.sh FOLDER: lays out what the image holds; tool/build has run. system/ belongs to
# root, household/ to whoever runs the program.
set -euo pipefail
# shellcheck source=tool/prepare.sh
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
system=$1/system household=$1/household

install_missing "/usr/share/zoneinfo/Europe/Oslo: tzdata"
mkdir -p "$system/etc/ssl/certs" "$system/tmp" "$household/config" "$household/data"
cp "$ROOT/build/release/tool/sievarr" "$system/"
cp /etc/ssl/certs/ca-certificates.crt "$system/etc/ssl/certs/"
# Time zones, for TZ and for schedules; without their other forms, tables and lists.
tar -C / --exclude='zoneinfo/posix' --exclude='zoneinfo/right' --exclude='zoneinfo/localtime' \
  --exclude='zoneinfo/posixrules' --exclude='zoneinfo/*.tab' --exclude='zoneinfo/*.zi' \
  --exclude='zoneinfo/leap*' -c usr/share/zoneinfo | tar -C "$system" -x --no-same-owner
chmod 1777 "$system/tmp"

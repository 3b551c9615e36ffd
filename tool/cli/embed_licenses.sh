#!/bin/sh
# embed_licenses.sh FILE...: prints C++ that holds the text of each file under its name.
set -eu
echo '#include "cli/licenses.hpp"'
echo 'namespace sievarr::cli {'
echo 'std::span<LicenseText const> license_texts() {'
echo '  static constexpr LicenseText texts[] = {'
for file in "$@"; do
  name=${file##*/}
  printf '    {"%s", R"license(' "${name%.txt}"
  cat "$file"
  printf ')license"},\n'
done
echo '  };'
echo '  return texts;'
echo '}'
echo '}  // namespace sievarr::cli'

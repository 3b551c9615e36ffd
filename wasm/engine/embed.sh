#!/bin/sh
# embed.sh SCHEMA REFERENCE: prints C++ that holds both texts.
set -eu
echo '#include "engine/embedded.hpp"'
echo 'namespace sievarr::wasm {'
printf 'std::string_view config_schema() {\n  return R"embedded('
sed 's/^ *//' "$1" | tr -d '\n'
printf ')embedded";\n}\n'
printf 'std::string_view config_reference() {\n  return R"embedded('
cat "$2"
printf ')embedded";\n}\n'
echo '}  // namespace sievarr::wasm'

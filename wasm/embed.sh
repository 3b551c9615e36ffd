#!/bin/sh
# embed.sh SCHEMA REFERENCE: prints C++ that holds both texts.
set -eu
echo '#include "embedded.hpp"'
echo 'namespace sievarr::wasm {'
embed() {
  printf 'std::string_view %s() {\n  return R"embedded(' "$1"
  cat "$2"
  printf ')embedded";\n}\n'
}
embed config_schema "$1"
embed config_reference "$2"
echo '}  // namespace sievarr::wasm'

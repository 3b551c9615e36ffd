#pragma once

#include <sievarr/derive/leaves.hpp>
#include <sievarr/derive/secrets.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// Whether a value says where a secret is instead of what it is: ${SONARR_API_KEY}.
inline bool is_reference(std::string_view text) {
  return text.starts_with("${") && text.ends_with("}") && text.find(":-") == text.npos &&
         text.find("${", 2) == text.npos;
}

/// By what the secrets of a text are known.
struct SecretKeys {
  std::vector<derive::SecretPattern> patterns;
  std::vector<std::string> names = {};  ///< Of keys that hold secrets and nothing else.
};

/// What a description says about its secrets. A name that something else has as well, such as url,
/// gives nothing away; others count without their underscores too.
template <reflect::Described T>
SecretKeys secret_keys() {
  SecretKeys keys{.patterns = derive::secrets_of<T>()};
  auto const last = [](std::string const& path) { return path.substr(path.rfind('.') + 1); };
  auto const leaves = derive::leaves<T>();
  auto const add = [&](std::string name) {
    bool const shared = std::any_of(leaves.begin(), leaves.end(), [&](auto const& leaf) {
      return !leaf.secret && last(leaf.path) == name;
    });
    bool const known = std::find(keys.names.begin(), keys.names.end(), name) != keys.names.end();
    if (!shared && !known && !name.empty()) keys.names.push_back(std::move(name));
  };
  for (auto const& pattern : keys.patterns) {
    auto name = pattern.steps.back().key;
    add(name);
    std::erase(name, '_');
    add(std::move(name));
  }
  return keys;
}

}  // namespace sievarr::editor

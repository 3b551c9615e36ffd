#pragma once

#include <sievarr/config/config.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/editor/secret_finder.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A config as it may be given to anybody. What is taken out once too often can be written again;
/// what was given away cannot be taken back. What stands in its place can be loaded as soon as
/// the variable that it names is set.
namespace sievarr::editor {

/// Whether a byte of a text belongs to a reference to a variable.
inline bool is_in_reference(std::string_view text, std::size_t at) {
  auto const open = text.rfind("${", at);
  return open != text.npos && text.find('}', open) != text.npos && text.find('}', open) >= at;
}

/// Puts something else wherever a secret occurs.
inline void replace_all(std::string& text, std::string_view secret, std::string const& instead) {
  for (auto at = text.find(secret); at != std::string::npos;) {
    bool const known = is_in_reference(text, at);
    if (!known) text.replace(at, secret.size(), instead);
    at = text.find(secret, at + (known ? 1 : instead.size()));
  }
}

/// The variable for what stands behind a name in some text: that of the whole word which the name
/// ends, so that SONARR_API_KEY=1234 is SONARR_API_KEY=${SONARR_API_KEY}.
inline std::string reference_behind(std::string_view text, std::size_t begin, std::size_t end) {
  auto const is_part = [](char letter) {
    return derive::variable_part({&letter, 1}) != "_" || letter == '_';
  };
  while (begin > 0 && is_part(text[begin - 1])) --begin;
  while (begin < end && is_digit(text[begin])) ++begin;
  return "${" + derive::variable_part(text.substr(begin, end - begin)) + "}";
}

/// Takes out what stands behind a name such as "api_key:" or "apikey=" wherever it is: in comments,
/// in addresses, in text that is no YAML yet.
inline void hide_behind(std::string& text, std::string_view name) {
  constexpr std::string_view spaces = " \t\"'";
  auto const folded = ascii_lowered(text);
  std::string made;
  std::size_t done = 0;
  for (auto at = folded.find(name); at != folded.npos; at = folded.find(name, at + name.size())) {
    auto sign = folded.find_first_not_of(spaces, at + name.size());
    if (at < done || sign == folded.npos || (folded[sign] != ':' && folded[sign] != '=')) continue;
    auto const begin = folded.find_first_not_of(spaces, sign + 1);
    if (begin == folded.npos || folded[begin] == '\n' || folded[begin] == '\r') continue;
    auto const end = std::min(folded.find_first_of(" \t\r\n\"',}]&#", begin), folded.size());
    auto const value = std::string_view{text}.substr(begin, end - begin);
    bool const reference = value.starts_with("${") && value.find(":-") == value.npos;
    bool const pointer = value.starts_with("*") && !value::is_mask(value);
    if (value.empty() || reference || pointer) continue;
    made.append(text, done, begin - done).append(reference_behind(text, at, at + name.size()));
    done = end;
  }
  text = made.append(text, done, text.npos);
}

/// Takes the user and the password out of an address.
inline void drop_logins(std::string& text) {
  for (auto at = text.find("://"); at != text.npos; at = text.find("://", at + 3)) {
    auto const end = std::min(text.find_first_of("/ \t\r\n\"',}]#?", at + 3), text.size());
    auto const sign = text.substr(at + 3, end - at - 3).rfind('@');
    if (sign != std::string::npos) text.erase(at + 3, sign + 1);
  }
}

/// A text without what looks like a secret in it.
class Censor {
 public:
  using Secrets = std::vector<std::pair<std::string, std::string>>;

  Censor(SecretKeys const& keys, Secrets secrets) : keys_(keys), secrets_(std::move(secrets)) {}

  std::string operator()(std::string_view said) const {
    std::string text{said};
    for (auto const& [secret, instead] : secrets_) replace_all(text, secret, instead);
    for (auto const& name : keys_.names) hide_behind(text, name);
    drop_logins(text);
    return text;
  }

 private:
  SecretKeys const& keys_;
  Secrets secrets_;
};

/// A text in quotes that it cannot end, wherever it stands in YAML.
inline std::string in_quotes(std::string_view text) {
  std::string out;
  document::append_json_string(out, text);
  return out;
}

/// Writes a text anew, value by value, so that what is put into one cannot end it.
inline std::string censored_values(std::string_view text, document::YamlOutline const& outline,
                                   SecretKeys const& keys) {
  SecretFinder const finder(outline.steps, keys);
  Censor const censored(keys, finder.secrets());
  std::string shared;
  std::size_t done = 0;
  for (std::uint32_t at = 0; at < outline.steps.size(); ++at) {
    auto const& step = outline.steps[at];
    if (step.kind != document::YamlStep::Kind::scalar || step.begin < done) continue;
    shared += censored(text.substr(done, step.begin - done));
    done = step.end;
    auto const found = finder.found().find(at);
    auto const value = found == finder.found().end() ? censored(step.text) : found->second;
    bool const same = value == step.text;
    shared += same ? std::string{text.substr(step.begin, done - step.begin)} : in_quotes(value);
  }
  shared += censored(text.substr(done));
  return outline.problems.empty() ? shared : censored(shared);
}

/// The text with every secret taken out, also in comments and where it is broken.
inline std::string without_secrets(std::string_view text,
                                   SecretKeys const& keys = secret_keys<config::Config>()) {
  document::YamlOutline outline;
  if (!document::unreadable_yaml(text))
    outline = document::YamlOutliner(text, document::Positions(text, "")).outline();
  return censored_values(text, outline, keys);
}

}  // namespace sievarr::editor

#pragma once

#include <sievarr/base/fold.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/derive/leaves.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/edit.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/document/yaml_outline.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A config as it may be given to anybody. What is masked once too often can be written again; what
/// was given away cannot be taken back.
namespace sievarr::editor {

/// The names of keys that hold secrets.
inline std::vector<std::string> secret_names() {
  std::vector<std::string> names;
  for (auto const& leaf : derive::leaves<config::Config>()) {
    auto name = leaf.path.substr(leaf.path.rfind('.') + 1);
    if (leaf.secret && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names;
}

/// Whether a value says where a secret is instead of what it is: ${SONARR_API_KEY}.
inline bool is_reference(std::string_view text) {
  return text.starts_with("${") && text.ends_with("}") && text.find(":-") == text.npos &&
         text.find("${", 2) == text.npos;
}

/// Finds the values of keys that hold secrets.
class SecretFinder {
 public:
  using Step = document::YamlStep;

  explicit SecretFinder(std::vector<Step> const& steps) : steps_(steps), names_(secret_names()) {
    for (std::uint32_t at = 0; at < steps.size(); ++at)
      if (steps[at].kind == Step::Kind::mapping) look_at_members(at);
  }

  document::Edits const& edits() const { return edits_; }
  std::vector<std::string> const& secrets() const { return secrets_; }

 private:
  void look_at_members(std::uint32_t holder) {
    auto const end = steps_[holder].next;
    for (auto key = holder + 1; key < end;) {
      auto const value = steps_[key].next;
      bool const secret = std::any_of(names_.begin(), names_.end(), [&](auto const& name) {
        return same_text(name, steps_[key].text);
      });
      if (value >= end) return;
      if (secret) hide(value);
      key = steps_[value].next;
    }
  }

  void hide(std::uint32_t first) {
    for (auto at = first; at < steps_[first].next; ++at) {
      auto const& step = steps_[at];
      if (step.kind == Step::Kind::alias && step.meaning) note(steps_[*step.meaning].text);
      bool const empty = trimmed(step.text).empty();
      if (step.kind != Step::Kind::scalar || empty || is_reference(step.text)) continue;
      note(step.text);
      bool const known = std::any_of(edits_.begin(), edits_.end(),
                                     [&](Edit const& edit) { return edit.begin == step.begin; });
      if (!known) edits_.push_back({step.begin, step.end, "\"" + std::string{derive::mask} + "\""});
    }
  }

  void note(std::string const& text) {
    constexpr std::size_t least = 4;
    auto const bare = std::string{trimmed(text)};
    if (bare.size() >= least && bare != derive::mask && !is_reference(bare))
      secrets_.push_back(bare);
  }

  std::vector<Step> const& steps_;
  std::vector<std::string> names_;
  document::Edits edits_;
  std::vector<std::string> secrets_;
};

/// Puts the mask wherever a piece of text occurs.
inline void replace_all(std::string& text, std::string_view piece) {
  for (auto at = text.find(piece); at != std::string::npos;
       at = text.find(piece, at + derive::mask.size()))
    text.replace(at, piece.size(), derive::mask);
}

/// Masks what stands behind a name such as "api_key:" or "apikey=" wherever it is: in comments, in
/// addresses, in text that is no YAML yet.
inline void mask_behind(std::string& text, std::string_view name) {
  constexpr std::string_view spaces = " \t\"'";
  auto folded = text;
  for (char& letter : folded)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter | 0x20);
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
    bool const pointer = value.starts_with("*") || value.starts_with("&");
    if (value.empty() || reference || pointer || value == derive::mask) continue;
    made.append(text, done, begin - done).append(derive::mask);
    done = end;
  }
  text = made.append(text, done, text.npos);
}

/// Masks the user and the password in an address.
inline void mask_logins(std::string& text) {
  for (auto at = text.find("://"); at != text.npos; at = text.find("://", at + 3)) {
    auto const end = std::min(text.find_first_of("/ \t\r\n\"',}]#?", at + 3), text.size());
    auto const sign = text.substr(at + 3, end - at - 3).rfind('@');
    if (sign != std::string::npos && sign > 0) text.replace(at + 3, sign, derive::mask);
  }
}

/// The text with all that looks like a secret masked, also in comments and where it is broken.
inline std::string without_secrets(std::string_view text) {
  document::YamlOutline outline;
  if (!document::unreadable_yaml(text))
    outline = document::YamlOutliner(text, document::Positions(text, "")).outline();
  SecretFinder const found(outline.steps);
  auto edited = document::edited(text, found.edits());
  std::string shared = edited ? std::move(*edited) : std::string{text};
  auto secrets = found.secrets();
  std::sort(secrets.begin(), secrets.end(),
            [](auto const& a, auto const& b) { return a.size() > b.size(); });
  for (auto const& secret : secrets) replace_all(shared, secret);
  for (auto const& name : secret_names()) {
    mask_behind(shared, name);
    auto bare = name;
    std::erase(bare, '_');
    if (bare != name) mask_behind(shared, bare);
  }
  mask_logins(shared);
  return shared;
}

}  // namespace sievarr::editor

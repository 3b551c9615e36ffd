#pragma once

#include <sievarr/base/fold.hpp>
#include <sievarr/base/stable_sort.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/yaml_outline.hpp>
#include <sievarr/editor/secret_keys.hpp>
#include <sievarr/value/mask.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// Finds the secrets of a text: what stands where the description has them, and, since people
/// misspell, behind any key that is called like one that holds a secret.
class SecretFinder {
 public:
  using Step = document::YamlStep;

  SecretFinder(std::vector<Step> const& steps, SecretKeys const& keys)
      : steps_(steps), keys_(keys) {
    if (!steps.empty()) visit(0);
    // What only an alias would lead to, were it not too deep.
    for (std::uint32_t at = 0; at < steps.size(); ++at)
      if (steps[at].kind == Step::Kind::mapping) look_at_names(at);
  }

  /// What each scalar that is a secret is to be instead, by its step.
  std::map<std::uint32_t, std::string> const& found() const { return found_; }

  /// The secrets that can be told from other words, and what is to stand in their place; the
  /// longest first.
  std::vector<std::pair<std::string, std::string>> secrets() const {
    auto secrets = secrets_;
    sievarr::stable_sort(
        secrets, [](auto const& a, auto const& b) { return a.first.size() > b.first.size(); });
    return secrets;
  }

 private:
  using Kind = Step::Kind;
  static constexpr std::size_t most_visits = 100'000;
  static constexpr std::size_t deepest = 16;

  void visit(std::uint32_t at) {
    auto const& step = steps_[at];
    if (++visits_ > most_visits || depth_ > deepest) return;
    if (auto const place = derive::secret_at(keys_.patterns, path_)) return hide(at, *place);
    ++depth_;
    if (step.kind == Kind::alias && step.meaning) visit(*step.meaning);
    if (step.kind == Kind::mapping) visit_members(at);
    if (step.kind == Kind::sequence) visit_items(at);
    --depth_;
  }

  void visit_members(std::uint32_t holder) {
    for (auto key = holder + 1; key < steps_[holder].next;) {
      auto const value = steps_[key].next;
      if (value >= steps_[holder].next) return;
      bool const merged = steps_[key].text == "<<";
      if (!merged) path_.emplace_back(std::string{trimmed(steps_[key].text)});
      merged ? visit_merged(value) : visit(value);
      if (!merged) path_.pop_back();
      key = steps_[value].next;
    }
  }

  /// What is merged into a mapping: another, or a list of others.
  void visit_merged(std::uint32_t at) {
    if (steps_[at].kind != Kind::sequence) return visit(at);
    for (auto item = at + 1; item < steps_[at].next; item = steps_[item].next) visit(item);
  }

  void visit_items(std::uint32_t holder) {
    auto const end = steps_[holder].next;
    auto const first = holder + 1;
    bool const alone = first >= end || steps_[first].next >= end;
    std::size_t index = 0;
    for (auto item = first; item < end; item = steps_[item].next) {
      if (!alone) path_.emplace_back(index++);
      visit(item);
      if (!alone) path_.pop_back();
    }
  }

  void look_at_names(std::uint32_t holder) {
    for (auto key = holder + 1; key < steps_[holder].next;) {
      auto const value = steps_[key].next;
      if (value >= steps_[holder].next) return;
      auto const name = fold(trimmed(steps_[key].text));
      bool const secret = std::any_of(keys_.names.begin(), keys_.names.end(),
                                      [&](auto const& each) { return name.ends_with(each); });
      if (secret) hide(value, {.path = {name}});
      key = steps_[value].next;
    }
  }

  void hide(std::uint32_t first, derive::SecretPlace const& place) {
    auto const instead = derive::reference_to(place);
    for (auto at = first; at < steps_[first].next; ++at) {
      auto const& step = steps_[at];
      auto const meant = step.kind == Kind::alias && step.meaning ? *step.meaning : at;
      auto const text = trimmed(steps_[meant].text);
      if (steps_[meant].kind != Kind::scalar || text.empty() || is_reference(text)) continue;
      if (found_.emplace(meant, instead).second) note(text, instead);
    }
  }

  void note(std::string_view text, std::string const& instead) {
    constexpr std::size_t least = 4;
    if (text.size() >= least && !value::is_mask(text)) secrets_.emplace_back(text, instead);
  }

  std::vector<Step> const& steps_;
  SecretKeys const& keys_;
  document::Path path_;
  std::size_t visits_ = 0;
  std::size_t depth_ = 0;
  std::map<std::uint32_t, std::string> found_;
  std::vector<std::pair<std::string, std::string>> secrets_;
};

}  // namespace sievarr::editor

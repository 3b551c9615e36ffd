#pragma once

#include <sievarr/document/path.hpp>
#include <sievarr/document/yaml_outline.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// A key or a scalar of an outline, and the path there.
struct OutlineEntry {
  document::YamlStep const& step;
  document::Path const& path;
  bool is_key;
  std::uint32_t holder;  ///< The mapping of a key.
};

/// Goes through the keys and the scalars of an outline, from its top, until a visit says yes.
class OutlineWalk {
 public:
  using Step = document::YamlStep;
  using Visit = std::function<bool(OutlineEntry const&)>;

  OutlineWalk(std::vector<Step> const& steps, Visit visit)
      : steps_(steps), visit_(std::move(visit)) {
    if (!steps_.empty()) look_at(0);
  }

  /// The keys of a mapping.
  static std::vector<std::string> keys_of(std::vector<Step> const& steps, std::uint32_t holder) {
    std::vector<std::string> keys;
    for (auto key = holder + 1; key < steps[holder].next;) {
      keys.push_back(steps[key].text);
      auto const value = steps[key].next;
      key = value < steps[holder].next ? steps[value].next : value;
    }
    return keys;
  }

 private:
  void look_at(std::uint32_t at) {
    auto const& step = steps_[at];
    if (step.kind == Step::Kind::scalar) visit(at, at);
    if (step.kind == Step::Kind::sequence) look_at_items(at);
    if (step.kind == Step::Kind::mapping) look_at_members(at);
  }

  void look_at_items(std::uint32_t holder) {
    std::size_t index = 0;
    for (auto at = holder + 1; at < steps_[holder].next && !done_; at = steps_[at].next) {
      path_.emplace_back(index++);
      look_at(at);
      path_.pop_back();
    }
  }

  void look_at_members(std::uint32_t holder) {
    auto const end = steps_[holder].next;
    for (auto key = holder + 1; key < end && !done_;) {
      auto const value = steps_[key].next;
      path_.emplace_back(steps_[steps_[key].meaning.value_or(key)].text);
      visit(key, holder);
      if (value < end && !done_) look_at(value);
      path_.pop_back();
      key = value < end ? steps_[value].next : end;
    }
  }

  void visit(std::uint32_t at, std::uint32_t holder) {
    done_ = visit_({steps_[at], path_, at != holder, holder});
  }

  std::vector<Step> const& steps_;
  Visit visit_;
  document::Path path_;
  bool done_ = false;
};

}  // namespace sievarr::editor

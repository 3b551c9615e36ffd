#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/config/layers.hpp>
#include <sievarr/config/revised_secrets.hpp>
#include <sievarr/derive/outline.hpp>
#include <sievarr/document/same_meaning.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::config {

/// Finds what differs between two documents where nobody may change a thing but in the file itself.
class GuardedFields {
 public:
  using Node = document::Node;

  /// What is guarded and not the same; absent sections are null.
  Problems changed(Node const& before, Node const& after) && {
    compare(derive::outline<Config>(), before, after, "");
    return std::move(problems_);
  }

 private:
  void compare(derive::Outline const& type, Node const& before, Node const& after,
               std::string const& path) {
    if (type.kind == derive::Outline::Kind::maybe) return compare(type.part(), before, after, path);
    if (type.kind == derive::Outline::Kind::one_or_many)
      return compare_items(type.part(), before, after, path);
    for (auto const& field : type.fields) {
      auto const below =
          path.empty() ? std::string{field.name} : path + "." + std::string{field.name};
      auto const& was = member(before, field.name);
      auto const& is = member(after, field.name);
      if (field.facts.guarded)
        refuse_change(was, is, below);
      else
        compare(field.type(), was, is, below);
    }
  }

  void refuse_change(Node const& was, Node const& is, std::string const& path) {
    if (document::same_meaning(was, is)) return;
    problems_.push_back({.place = is.place,
                         .path = path,
                         .message = "can be changed in the file only, not from here",
                         .code = "guarded-field",
                         .fix = {}});
  }

  /// Items are the same ones where they have the same name. One that goes takes with it what is
  /// guarded of it; one that comes may not bring anything.
  void compare_items(derive::Outline const& type, Node const& before, Node const& after,
                     std::string const& path) {
    auto const old = items(before);
    auto const now = items(after);
    for (std::size_t at = 0; at < now.size(); ++at) {
      auto const same = std::find_if(old.begin(), old.end(), [&](Node const* each) {
        return name_of(*each) == name_of(*now[at]);
      });
      compare(type, same == old.end() ? nothing() : **same, *now[at],
              now.size() < 2 ? path : path + "[" + std::to_string(at) + "]");
    }
  }

  static Node const& nothing() {
    static Node const none;
    return none;
  }

  static std::vector<Node const*> items(Node const& node) {
    std::vector<Node const*> all;
    if (auto const* many = document::sequence(node))
      for (auto const& item : *many) all.push_back(&item);
    else if (!document::is_null(node))
      all.push_back(&node);
    return all;
  }

  static std::string_view name_of(Node const& item) {
    auto const* name = document::scalar(member(item, "name"));
    return name ? std::string_view{name->text} : std::string_view{};
  }

  /// A member by any spelling of its key that is read.
  static Node const& member(Node const& node, std::string_view key) {
    if (auto const* members = document::mapping(node))
      for (auto const& each : *members)
        if (same_text(each.key, key)) return each.value;
    return nothing();
  }

  Problems problems_;
};

/// A config, and another one that is to take its place.
struct Revision {
  Loaded const& before;
  Loaded const& after;
  document::Node const& file_before;  ///< The file as it is written, before variables count.
  document::Node const& file_after;
  document::Node const& sent;  ///< The same as file_after, before secrets were put back.
};

/// Why a config may not take the place of another at the wish of somebody who is not at the file.
inline Problems refused_changes(Revision const& revision) {
  auto problems = GuardedFields().changed(revision.file_before, revision.file_after);
  append(problems, new_variables(revision.file_before, revision.file_after));
  append(problems,
         secrets_sent_elsewhere(revision.before.config, revision.after.config, revision.sent));
  return problems;
}

}  // namespace sievarr::config

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/document/edit.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/same_meaning.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/document/yaml_change.hpp>
#include <sievarr/document/yaml_draft.hpp>
#include <sievarr/document/yaml_layout.hpp>
#include <sievarr/document/yaml_scalar.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace sievarr::document {

/// Finds the edits that change one thing of a YAML text and leave all else as it is: comments,
/// quotes, order, line breaks. Each answer is tried before it is given: what it would make of the
/// text is read and compared with what was asked for.
class YamlEditor {
 public:
  using Answer = Result<Edits, Misfit>;

  explicit YamlEditor(std::string_view text)
      : text_(text), read_(read_yaml(text, "")), layout_(text) {}

  /// The document as it is read, without places that name it.
  Node const& tree() const { return read_.value; }

  /// Another value for what stands at a path.
  Answer replace(Path const& path, Node const& value) const {
    if (path.empty() && layout_.is_empty()) return tried({draft().beginning(value)}, value);
    auto const spot = layout_.spot(path);
    auto const* old = find(tree(), path);
    if (!spot || !old) return not_here(path);
    auto expected = tree();
    auto const change = [&](Node& node) { node.value = value.value; };
    if (layout_.step(spot->step).kind == YamlStep::Kind::alias)
      change(*find_to_change(expected, path));
    else
      change_copies(expected, *old, change);
    return tried({draft().replacement(*spot, value)}, expected);
  }

  /// Another name for the key at the end of a path.
  Answer rename(Path const& path, std::string const& key) const {
    auto const spot = layout_.spot(path);
    auto const* old = path.empty() ? nullptr : std::get_if<std::string>(&path.back());
    if (!spot || !old) return not_here(path);
    auto expected = tree();
    change_copies(expected, holder_of(path), [&](Node& node) {
      if (auto* member = find_member(node, *old)) member->key = key;
    });
    auto const& step = layout_.step(layout_.parts(*spot->parent)[spot->index].key);
    auto const sign = text_.substr(step.begin, 1);
    auto const was_quoted = sign == "\"" || sign == "'";
    auto written = was_quoted ? double_quoted(key) : yaml_key(key, YamlContext::flow);
    return tried({{.begin = step.begin, .end = step.end, .text = std::move(written)}}, expected);
  }

  /// Takes a member or an item away, with its whole lines and the comment right above them.
  Answer remove(Path const& path) const {
    auto const spot = layout_.spot(path);
    if (!spot || path.empty()) return not_here(path);
    auto expected = tree();
    auto const& holder = holder_of(path);
    change_copies(expected, holder, [&](Node& node) { erase(node, path.back()); });
    if (layout_.parts(*spot->parent).size() > 1) return tried({draft().removal(*spot)}, expected);
    auto const above = *layout_.spot(Path(path.begin(), path.end() - 1));
    auto const is_document = path.size() == 1 && mapping(holder) && !layout_.is_flow(above.step);
    if (is_document) return tried({draft().clearance(above)}, expected);
    auto const empty = mapping(holder) ? Node{.value = Mapping{}} : Node{.value = Sequence{}};
    return tried({draft().replacement(above, empty)}, expected);
  }

  /// Puts a member behind the others of a mapping; where nothing is, a mapping begins.
  Answer insert(Path const& path, Member const& member) const {
    return put<Mapping>(path, member,
                        [&](YamlSpot const& spot) { return draft().insertion(spot, member); });
  }

  /// Puts an item behind the others of a list; where nothing is, a list begins.
  Answer append(Path const& path, Node const& item) const {
    return put<Sequence>(path, item,
                         [&](YamlSpot const& spot) { return draft().addition(spot, item); });
  }

 private:
  YamlDraft draft() const { return {text_, layout_}; }

  Node const& holder_of(Path path) const {
    path.pop_back();
    return *find(tree(), path);
  }

  static void erase(Node& node, Path::value_type const& step) {
    if (auto const* key = std::get_if<std::string>(&step)) {
      auto& members = *mapping(node);
      members.erase(std::remove_if(members.begin(), members.end(),
                                   [&](Member const& member) { return member.key == *key; }),
                    members.end());
    } else {
      auto& items = *sequence(node);
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(std::get<std::size_t>(step)));
    }
  }

  template <class Parts, class Part, class Draft>
  Answer put(Path const& path, Part const& part, Draft const& draft_of) const {
    auto const* holder = find(tree(), path);
    if (!holder) return not_here(path);
    Node const first{.value = Parts{part}};
    auto const is_nothing = path.empty() && layout_.is_empty();
    if (is_nothing || is_null(*holder)) return replace(path, first);
    auto const spot = layout_.spot(path);
    if (!spot || layout_.step(spot->step).kind == YamlStep::Kind::alias) return not_here(path);
    if (!std::get_if<Parts>(&holder->value))
      return Misfit{.code = "cannot-edit",
                    .message = to_text(path) + " holds something else; replace it"};
    auto expected = tree();
    change_copies(expected, *holder,
                  [&](Node& node) { std::get<Parts>(node.value).push_back(part); });
    return tried({draft_of(*spot)}, expected);
  }

  Misfit not_here(Path const& path) const {
    auto const name = path.empty() ? std::string("the document") : to_text(path);
    if (!find(tree(), path))
      return {.code = "cannot-edit", .message = "there is no " + name + " to change"};
    return {.code = "cannot-edit",
            .message = name + " comes from an alias or a merge key; change it where it is written"};
  }

  Answer tried(Edits edits, Node const& expected) const {
    if (has_errors(read_.problems))
      return Misfit{.code = "cannot-edit",
                    .message = "mend the document first: " + read_.problems.front().message};
    auto const text = edited(text_, edits);
    if (!text) return text.error();
    auto const again = read_yaml(*text, "");
    if (!has_errors(again.problems) &&
        same_meaning(in_key_order(again.value), in_key_order(expected)))
      return edits;
    return Misfit{.code = "cannot-edit",
                  .message = "this cannot be changed without touching more; change it by hand"};
  }

  std::string_view text_;
  Reading<Node> read_;
  YamlLayout layout_;
};

}  // namespace sievarr::document

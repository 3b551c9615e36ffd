#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/json_places.hpp>
#include <sievarr/document/json_reader.hpp>
#include <sievarr/document/node.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::document {

/// What a JSON text may ask of us before it is refused.
struct JsonLimits {
  std::size_t bytes = 64 * 1024 * 1024;
  std::size_t values = 1'000'000;
  std::size_t levels = JsonReader::most_levels;
};

/// Builds the tree of one JSON text.
class JsonTree {
 public:
  JsonTree(std::string_view text, std::string source, JsonLimits const& limits)
      : text_(text),
        limits_(limits),
        reader_(text, limits.levels),
        places_(text, std::move(source)) {}

  Reading<Node> read() && {
    auto node = value();
    reader_.finish();
    if (auto const& error = reader_.error()) {
      auto const place = places_.place(error->offset, std::min(error->offset + 1, text_.size()));
      report(error->code, place, message_of(*error));
    }
    return {std::move(node), std::move(problems_)};
  }

 private:
  using Kind = JsonReader::Kind;

  std::string message_of(JsonError const& error) const {
    if (error.code == "too-deep")
      return "nested deeper than " + to_text(limits_.levels) + " levels; flatten it";
    if (error.code == "too-many-nodes")
      return "more than " + to_text(limits_.values) + " values; split it";
    return explained(error, text_);
  }

  Node value() {
    Node node;
    auto const kind = reader_.peek();
    auto const first = reader_.offset();
    if (++values_ > limits_.values) reader_.fail("too many values", "too-many-nodes");
    if (reader_.error()) return node;
    node.place = places_.place(first, first);
    switch (kind) {
      case Kind::object: node.value = object(); break;
      case Kind::array: node.value = array(); break;
      case Kind::string: node.value = quoted_scalar(reader_.string()); break;
      case Kind::number: node.value = plain_scalar(reader_.number()); break;
      case Kind::boolean: node.value = plain_scalar(reader_.boolean() ? "true" : "false"); break;
      case Kind::null:
        reader_.null();
        node.value = plain_scalar("null");
        break;
      case Kind::nothing: reader_.fail("expected a value"); break;
    }
    node.place.end = std::max(node.place.begin, static_cast<std::uint32_t>(reader_.end_offset()));
    return node;
  }

  static Scalar quoted_scalar(std::string_view text) {
    return {.text = std::string(text), .style = Scalar::Style::quoted};
  }
  static Scalar plain_scalar(std::string_view text) { return {.text = std::string(text)}; }

  Sequence array() {
    Sequence items;
    reader_.enter_array();
    while (reader_.next_item()) items.push_back(value());
    return items;
  }

  Mapping object() {
    Mapping members;
    reader_.enter_object();
    while (auto const key = reader_.next_key()) {
      auto place = places_.place(reader_.key_offset(), reader_.key_end());
      Member member{.key = std::string(*key), .key_place = std::move(place), .value = {}};
      member.value = value();
      members.push_back(std::move(member));
    }
    report_duplicates(members);
    return members;
  }

  void report_duplicates(Mapping const& members) {
    std::vector<Member const*> sorted;
    for (auto const& member : members) sorted.push_back(&member);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](auto const* a, auto const* b) { return a->key < b->key; });
    for (std::size_t at = 1; at < sorted.size(); ++at) {
      if (sorted[at]->key != sorted[at - 1]->key) continue;
      report("duplicate-key", sorted[at]->key_place,
             "duplicate key " + quoted(sorted[at]->key) + ", first in line " +
                 std::to_string(sorted[at - 1]->key_place.line));
    }
  }

  void report(std::string_view code, Place place, std::string message) {
    problems_.push_back({.place = std::move(place),
                         .path = {},
                         .message = std::move(message),
                         .code = code,
                         .fix = {}});
  }

  std::string_view text_;
  JsonLimits limits_;
  JsonReader reader_;
  JsonPlaces places_;
  Problems problems_;
  std::size_t values_ = 0;
};

/// The tree of a JSON text with a place for each value. Numbers, true, false and null become plain
/// scalars as they are written, strings quoted ones.
inline Reading<Node> read_json(std::string_view text, std::string source,
                               JsonLimits const& limits = {}) {
  auto const most = std::min<std::size_t>(limits.bytes, std::numeric_limits<std::uint32_t>::max());
  if (text.size() <= most) return JsonTree(text, std::move(source), limits).read();
  return {.value = {},
          .problems = {{.place = {.source = std::move(source)},
                        .path = {},
                        .message = "must be at most " + to_text(most) + " bytes, got " +
                                   to_text(text.size()),
                        .code = "too-large",
                        .fix = {}}}};
}

}  // namespace sievarr::document

#include "schema.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/document/write_json.hpp>

#include <algorithm>
#include <regex>
#include <string_view>

namespace sievarr::test {
namespace {

using document::Node;

bool is_plain(Node const& value) {
  auto const* const scalar = document::scalar(value);
  return scalar && scalar->style == document::Scalar::Style::plain;
}

bool is_of_type(Node const& value, std::string_view type) {
  if (type == "object") return document::mapping(value) != nullptr;
  if (type == "array") return document::sequence(value) != nullptr;
  if (type == "string") return document::scalar(value) && !is_plain(value);
  if (!is_plain(value)) return false;
  auto const& text = document::scalar(value)->text;
  if (type == "null") return text == "null";
  if (type == "boolean") return text == "true" || text == "false";
  if (type == "integer") return to_integer(text).has_value();
  return to_double(text).has_value();
}

std::string shown(Node const& value) { return document::write_json(value).substr(0, 80); }

/// Compares a value with a schema, word by word.
class Comparison {
 public:
  explicit Comparison(Node const& root) : root_(root) {}

  std::string misfit(Node const& value, Node const& schema) const {
    if (auto const* const reference = document::find(schema, "$ref"))
      return misfit(value, target(document::scalar(*reference)->text));
    if (auto const* const ways = document::find(schema, "anyOf")) return of_any(value, *ways);
    if (auto const* const words = document::find(schema, "enum")) return of_words(value, *words);
    if (auto const* const type = document::find(schema, "type"))
      if (!is_of_type(value, document::scalar(*type)->text))
        return shown(value) + " is no " + document::scalar(*type)->text;
    if (document::mapping(value)) return of_object(value, schema);
    if (auto const* const items = document::sequence(value)) return of_items(*items, schema);
    return of_scalar(value, schema);
  }

 private:
  Node const& target(std::string_view path) const {
    Node const* node = &root_;
    for (path.remove_prefix(2); node && !path.empty();) {
      auto const step = path.substr(0, path.find('/'));
      path.remove_prefix(std::min(path.size(), step.size() + 1));
      node = document::find(*node, step);
    }
    static Node const nothing{};
    return node ? *node : nothing;
  }

  std::string of_any(Node const& value, Node const& ways) const {
    std::string all;
    for (auto const& way : *document::sequence(ways)) {
      auto const why = misfit(value, way);
      if (why.empty()) return "";
      all += "(" + why + ")";
    }
    return all;
  }

  static std::string of_words(Node const& value, Node const& words) {
    auto const& all = *document::sequence(words);
    bool const known = std::find(all.begin(), all.end(), value) != all.end();
    return known ? "" : shown(value) + " is none of " + shown(words);
  }

  std::string of_object(Node const& value, Node const& schema) const {
    if (auto const* const required = document::find(schema, "required"))
      for (auto const& key : *document::sequence(*required))
        if (!document::find(value, document::scalar(key)->text))
          return shown(value) + " has no " + document::scalar(key)->text;
    auto const* const known = document::find(schema, "properties");
    auto const* const others = document::find(schema, "additionalProperties");
    for (auto const& member : *document::mapping(value)) {
      auto const* const property = known ? document::find(*known, member.key) : nullptr;
      auto const* const wanted = property ? property : others;
      if (!wanted) continue;
      if (document::scalar(*wanted)) return "nobody knows " + member.key;
      auto const why = misfit(member.value, *wanted);
      if (!why.empty()) return member.key + ": " + why;
    }
    return "";
  }

  std::string of_items(document::Sequence const& items, Node const& schema) const {
    auto const* const wanted = document::find(schema, "items");
    for (auto const& item : items)
      if (auto const why = wanted ? misfit(item, *wanted) : ""; !why.empty()) return why;
    return "";
  }

  static std::string of_scalar(Node const& value, Node const& schema) {
    auto const& text = document::scalar(value)->text;
    if (auto const* const pattern = document::find(schema, "pattern"))
      if (!std::regex_search(text, std::regex(document::scalar(*pattern)->text)))
        return shown(value) + " is not like " + shown(*pattern);
    auto const number = to_double(text);
    auto const* const least = document::find(schema, "minimum");
    auto const* const most = document::find(schema, "maximum");
    if (least && number && *number < *to_double(document::scalar(*least)->text))
      return text + " is too small";
    if (most && number && *number > *to_double(document::scalar(*most)->text))
      return text + " is too large";
    return "";
  }

  Node const& root_;
};

}  // namespace

std::string misfit(Node const& value, Node const& schema, Node const& root) {
  return Comparison(root).misfit(value, schema);
}

}  // namespace sievarr::test

#include "text.hpp"

#include <sievarr/base/utf8.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/build.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/write_json.hpp>
#include <sievarr/document/write_yaml.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

using document::Node;

/// A line of the text, and what stands behind it.
struct ConfigLine {
  std::string text;
  std::string origin = {};
};

bool is_empty(Node const& node) {
  auto const* members = document::mapping(node);
  auto const* items = document::sequence(node);
  return (members && members->empty()) || (items && items->empty());
}

/// A value without what says nothing: empty lists, mappings that hold only such.
Node tidied(Node node) {
  if (auto* items = document::sequence(node)) {
    for (auto& item : *items) item = tidied(std::move(item));
  } else if (auto* members = document::mapping(node)) {
    for (auto& member : *members) member.value = tidied(std::move(member.value));
    std::erase_if(*members, [](auto const& member) { return is_empty(member.value); });
    bool const bare = members->size() == 1 && members->front().key == "any";
    auto const* any = bare ? document::sequence(members->front().value) : nullptr;
    if (any && document::scalar(any->front())) {
      auto list = std::move(members->front().value);
      return list;
    }
  }
  return node;
}

/// Walks the config beside the document that it was read from.
class Origins {
 public:
  explicit Origins(Node const& document) : document_(document) {}

  /// Where the value at a path comes from. One of several may stand without a list, and a list of
  /// expectations without its key.
  std::string of(document::Path path) const {
    if (path.size() > 1) {
      auto const* const section = document::find(document_, document::Path{path[0]});
      bool const numbered = std::holds_alternative<std::size_t>(path[1]);
      bool const bare = section && (numbered ? document::mapping(*section) != nullptr
                                             : document::sequence(*section) != nullptr);
      if (bare) path.erase(path.begin() + 1);
    }
    auto const* const node = document::find(document_, path);
    return node ? to_text(node->place) : "default";
  }

  /// What is not written in an expectation, or of a show that stands in one, has no default: it is
  /// not expected, or not known.
  Node without_defaults_in_tests(Node config) const {
    if (auto* const members = document::mapping(config))
      for (auto& member : *members)
        if (member.key == "tests")
          member.value =
              only_written(std::move(member.value), {document::Path::value_type{"tests"}});
    return config;
  }

 private:
  Node only_written(Node node, document::Path const& path) const {
    auto const below = [&](auto step) {
      auto inner = path;
      inner.emplace_back(std::move(step));
      return inner;
    };
    if (auto* const items = document::sequence(node)) {
      for (std::size_t at = 0; at < items->size(); ++at)
        (*items)[at] = only_written(std::move((*items)[at]), below(at));
    } else if (auto* const members = document::mapping(node)) {
      std::erase_if(*members, [&](auto const& member) {
        return document::scalar(member.value) && of(below(member.key)) == "default";
      });
      for (auto& member : *members)
        member.value = only_written(std::move(member.value), below(member.key));
    }
    return node;
  }

  Node const& document_;
};

/// Lays a config out as YAML, a line for each value.
class Layout {
 public:
  explicit Layout(Node const& document) : origins_(document) {}

  std::vector<ConfigLine> lines(Node const& config) && {
    members(*document::mapping(config), "");
    return std::move(lines_);
  }

 private:
  static bool is_value(Node const& node) {
    auto const* items = document::sequence(node);
    if (!items) return document::scalar(node) || is_empty(node);
    return std::all_of(items->begin(), items->end(),
                       [](Node const& item) { return document::scalar(item); });
  }

  void members(document::Mapping const& all, std::string const& indent) {
    std::string first = indent;
    for (auto const& member : all) {
      path_.emplace_back(member.key);
      value(member, std::exchange(first, std::string(indent.size(), ' ')));
      path_.pop_back();
    }
  }

  void value(document::Member const& member, std::string const& indent) {
    if (is_value(member.value)) return leaf(member, indent);
    lines_.push_back({indent + member.key + ":"});
    std::string const below(indent.size() + 2, ' ');
    if (auto const* inner = document::mapping(member.value)) return members(*inner, below);
    auto const& items = *document::sequence(member.value);
    for (std::size_t at = 0; at < items.size(); ++at) {
      path_.emplace_back(at);
      item(items[at], below);
      path_.pop_back();
    }
  }

  void item(Node const& node, std::string const& indent) {
    if (auto const* inner = document::mapping(node)) return members(*inner, indent + "- ");
    lines_.push_back({indent + "- " + document::write_json(node), origins_.of(path_)});
  }

  void leaf(document::Member const& member, std::string const& indent) {
    auto text = document::write_yaml(document::object_node({member}));
    auto const origin = origins_.of(path_);
    for (std::size_t start = 0; start < text.size();) {
      auto const end = std::min(text.find('\n', start), text.size());
      auto const margin = start == 0 ? indent : std::string(indent.size(), ' ');
      lines_.push_back({margin + text.substr(start, end - start), start == 0 ? origin : ""});
      start = end + 1;
    }
  }

  Origins origins_;
  document::Path path_;
  std::vector<ConfigLine> lines_;
};

/// Collects the origin of every value that somebody wrote.
void collect(Node const& node, std::string const& path, document::Mapping& origins) {
  if (auto const* members = document::mapping(node)) {
    for (auto const& member : *members)
      collect(member.value, document::joined(path, member.key), origins);
    return;
  }
  auto const* items = document::sequence(node);
  bool const deep = items && !items->empty() && !document::scalar(items->front());
  if (!deep) {
    origins.push_back(document::member(path, document::text_node(to_text(node.place))));
    return;
  }
  for (std::size_t at = 0; at < items->size(); ++at)
    collect((*items)[at], document::joined(path, at), origins);
}

/// The config as it is shown: with variables for secrets, and without what says nothing.
Node shown(config::Loaded const& loaded) {
  return Origins(loaded.document).without_defaults_in_tests(tidied(derive::redact(loaded.config)));
}

}  // namespace

std::string config_as_text(config::Loaded const& loaded, os::Paint paint) {
  auto const lines = Layout(loaded.document).lines(shown(loaded));
  constexpr std::size_t widest = 48;
  std::size_t column = 0;
  for (auto const& line : lines) {
    auto const width = code_points(line.text);
    if (!line.origin.empty() && width <= widest) column = std::max(column, width);
  }
  std::string out;
  for (auto const& line : lines) {
    out += line.text;
    if (!line.origin.empty()) {
      auto const width = code_points(line.text);
      out.append(column + 2 - std::min(width, column), ' ');
      out += paint(os::Colour::faint, "# " + line.origin);
    }
    out += '\n';
  }
  return out;
}

std::string config_as_json(config::Loaded const& loaded) {
  document::Mapping origins;
  collect(loaded.document, "", origins);
  auto const whole = document::object_node(
      {document::member("sievarr_config", document::plain_node("1")),
       document::member("config", shown(loaded)),
       document::member("origins", document::object_node(std::move(origins)))});
  return document::write_json_pretty(whole) + "\n";
}

}  // namespace sievarr::cli

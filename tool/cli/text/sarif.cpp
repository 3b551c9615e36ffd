#include "problems.hpp"

#include <sievarr/document/build.hpp>
#include <sievarr/document/write_json.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

using document::Node;

struct Entry {
  std::string_view key;
  Node value;
};

Node object(std::initializer_list<Entry> entries) {
  document::Mapping members;
  for (auto const& entry : entries) members.push_back(document::member(entry.key, entry.value));
  return document::object_node(std::move(members));
}

Node text(std::string_view words) { return document::text_node(words); }
Node number(std::size_t value) { return document::plain_node(std::to_string(value)); }
Node list(document::Sequence items) { return document::list_node(std::move(items)); }

/// A path as a URI, or as a reference where it is seen from some folder.
std::string uri_of(std::string_view path) {
  constexpr std::string_view plain = "/-._~!$&'()*+,;=@";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (char const letter : path) {
    bool const word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9');
    if (word || plain.find(letter) != std::string_view::npos) {
      uri += letter;
      continue;
    }
    auto const byte = static_cast<unsigned char>(letter);
    uri.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return uri;
}

Node artifact(Place const& place) { return object({{"uri", text(uri_of(place.source))}}); }

Node location(Problem const& problem) {
  auto const& place = problem.place;
  auto const logical = list(
      {object({{"fullyQualifiedName", text(problem.path.empty() ? place.source : problem.path)}})});
  if (place.line == 0) return object({{"logicalLocations", logical}});
  auto region = object({{"startLine", number(place.line)},
                        {"startColumn", number(place.column)},
                        {"byteOffset", number(place.begin)},
                        {"byteLength", number(place.end - place.begin)}});
  auto physical = object({{"artifactLocation", artifact(place)}, {"region", std::move(region)}});
  auto node = object({{"physicalLocation", std::move(physical)}});
  if (!problem.path.empty()) document::set(node, "logicalLocations", logical);
  return node;
}

Node fix(Problem const& problem) {
  document::Sequence replacements;
  for (auto const& edit : problem.fix)
    replacements.push_back(
        object({{"deletedRegion", object({{"byteOffset", number(edit.begin)},
                                          {"byteLength", number(edit.end - edit.begin)}})},
                {"insertedContent", object({{"text", text(edit.text)}})}}));
  auto change = object({{"artifactLocation", artifact(problem.place)},
                        {"replacements", list(std::move(replacements))}});
  return object({{"artifactChanges", list({std::move(change)})}});
}

std::string_view level_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

Node result(Problem const& problem, std::size_t rule) {
  auto const path = problem.path.empty() ? "" : problem.path + ": ";
  auto node = object({{"ruleId", text(problem.code)},
                      {"ruleIndex", number(rule)},
                      {"level", text(level_of(problem.severity))},
                      {"message", object({{"text", text(path + problem.message)}})},
                      {"locations", list({location(problem)})}});
  if (!problem.fix.empty()) document::set(node, "fixes", list({fix(problem)}));
  return node;
}

}  // namespace

std::string sarif(Problems const& problems) {
  std::vector<std::string_view> codes;
  document::Sequence rules;
  document::Sequence results;
  for (auto const& problem : problems) {
    auto const known = std::find(codes.begin(), codes.end(), problem.code);
    auto const index = static_cast<std::size_t>(known - codes.begin());
    if (known == codes.end()) {
      codes.push_back(problem.code);
      rules.push_back(object({{"id", text(problem.code)}}));
    }
    results.push_back(result(problem, index));
  }
  auto driver = object({{"name", text("sievarr")},
                        {"semanticVersion", text(SIEVARR_VERSION)},
                        {"rules", list(std::move(rules))}});
  auto run = object({{"tool", object({{"driver", std::move(driver)}})},
                     {"columnKind", text("unicodeCodePoints")},
                     {"results", list(std::move(results))}});
  auto const log = object({{"$schema", text("https://json.schemastore.org/sarif-2.1.0.json")},
                           {"version", text("2.1.0")},
                           {"runs", list({std::move(run)})}});
  return document::write_json_pretty(log) + "\n";
}

}  // namespace sievarr::cli

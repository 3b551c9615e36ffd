#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/base/year.hpp>
#include <sievarr/document/yaml_scalar.hpp>
#include <sievarr/editor/completion.hpp>
#include <sievarr/editor/cursor.hpp>
#include <sievarr/editor/heading.hpp>
#include <sievarr/editor/schema.hpp>
#include <sievarr/filter/browse/find.hpp>
#include <sievarr/filter/browse/word_counts.hpp>
#include <sievarr/filter/columns/table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// What is known apart from the text: what may stand where, the shows, and the names in the config.
struct Knowledge {
  Schema const& schema;
  filter::Table const& table;
  std::vector<std::string> instances = {};
  std::vector<std::string> selections = {};
};

/// Collects what could stand at a cursor.
class Completer {
 public:
  static constexpr std::size_t most = 100;
  static constexpr std::size_t most_shows = 20;

  Completer(Cursor const& cursor, Knowledge const& knowledge)
      : cursor_(cursor), knowledge_(knowledge), typed_(fold(trimmed(cursor.typed))) {}

  std::vector<Proposal> proposals() && {
    auto const ways = knowledge_.schema.alternatives(knowledge_.schema.at(cursor_.path));
    bool const bare = !cursor_.is_key;
    if (bare) add_values(ways);
    for (auto const* way : ways) add_keys(*way);
    auto const rank = [&](Proposal const& each) { return begins(each.label) ? 0 : 1; };
    sievarr::stable_sort(proposals_,
                         [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    if (proposals_.size() > most) proposals_.resize(most);
    return std::move(proposals_);
  }

 private:
  using Ways = Schema::Ways;

  bool begins(std::string_view label) const { return fold(label).starts_with(typed_); }
  bool fits(std::string_view text) const {
    return typed_.empty() || fold(text).find(typed_) != std::string::npos;
  }

  /// What is written for a value: in the form of a list where only a list may stand.
  void add(Proposal proposal, std::string text) {
    bool const list = wants_list_ && !wants_one_;
    std::string before = list ? "[" : "";
    if (list && cursor_.stand == Stand::own_line) before = "- ";
    proposal.insert = before + text;
    proposal.caret = static_cast<std::uint32_t>(utf16_units(proposal.insert));
    if (before == "[") proposal.insert += "]";
    proposals_.push_back(std::move(proposal));
  }

  static std::string written(std::string_view text) {
    return document::yaml_scalar({std::string{text}}, document::YamlContext::flow);
  }

  void add_values(Ways const& ways) {
    for (auto const* way : ways) {
      wants_one_ = wants_one_ || !(Schema::is(*way, "array") || Schema::is(*way, "object"));
      wants_list_ = wants_list_ || Schema::is(*way, "array");
    }
    auto values = ways;
    for (auto const* way : ways)
      if (auto const* items = document::find(*way, "items"))
        for (auto const* item : knowledge_.schema.alternatives({items})) values.push_back(item);
    if (auto const criterion = criterion_at(cursor_.path)) add_data(*criterion);
    add_names();
    if (!proposals_.empty()) return;
    for (auto const* value : values) add_scalars(*value);
  }

  void add_data(filter::Criterion criterion) {
    if (criterion == filter::Criterion::titles) return add_titles();
    if (!has_words(criterion)) return;
    auto words = filter::word_counts(filter::asked_criterion(criterion), knowledge_.table);
    sievarr::stable_sort(words, [](auto const& a, auto const& b) {
      return a.rows != b.rows ? a.rows > b.rows : a.text < b.text;
    });
    for (auto const& word : words) {
      bool const country = criterion == filter::Criterion::countries;
      std::string const name{country ? filter::Country::name_of(word.text) : ""};
      if (word.rows == 0 || word.text.empty() || !(fits(word.text) || (country && fits(name))))
        continue;
      Proposal proposal{.label = word.text, .kind = Proposed::word, .shows = word.rows};
      if (!name.empty()) proposal.detail = name;
      add(std::move(proposal), written(word.text));
    }
  }

  /// Only the shows that are proposed are unpacked.
  std::vector<Show> popular_shows() const {
    if (code_points(typed_) < 2) return {};
    auto text = std::string_view{typed_};
    if (text.starts_with("tvmaze:")) text.remove_prefix(7);
    std::vector<std::pair<double, std::size_t>> found;
    for (auto const row : filter::Finder(knowledge_.table).rows_with(text))
      if (knowledge_.table.gone()[row] == 0)
        found.emplace_back(-filter::weight_of(knowledge_.table, row), row);
    std::sort(found.begin(), found.end());
    if (found.size() > most_shows) found.resize(most_shows);
    std::vector<Show> shows;
    for (auto const& each : found) shows.push_back(knowledge_.table.at(each.second));
    return shows;
  }

  void add_titles() {
    for (auto const& show : popular_shows())
      add({.label = show.title, .kind = Proposed::show, .detail = told(show)},
          document::double_quoted(show.title));
  }

  void add_shows() {
    for (auto const& show : popular_shows())
      add({.label = show.title, .kind = Proposed::show, .detail = told(show)},
          "\"tvmaze:" + to_text(show.id) + "\"");
  }

  static std::string told(Show const& show) {
    auto const year = year_of(show.premiered);
    auto const network = show.network ? show.network : show.web_channel;
    std::string text = year ? to_text(*year) : "";
    if (network) text.append(text.empty() ? "" : ", ").append(*network);
    return text;
  }

  /// Names that the config itself or the shows give.
  void add_names() {
    auto const key = last_key(cursor_.path);
    auto const root = key_at(cursor_.path, 0);
    if (key == "always" || key == "never" || (root == "tests" && key == "show")) add_shows();
    if (key == "instance") add_all(knowledge_.instances);
    if (root == "tests" && key == "selection") add_all(knowledge_.selections);
  }

  void add_all(std::vector<std::string> const& names) {
    for (auto const& name : names)
      if (fits(name)) add({.label = name, .kind = Proposed::value}, written(name));
  }

  void add_scalars(Schema::Node const& way) {
    auto const propose = [&](std::string_view text, std::string_view detail) {
      bool const known = std::any_of(proposals_.begin(), proposals_.end(),
                                     [&](auto const& each) { return each.label == text; });
      if (text.empty() || known || !fits(text)) return;
      Proposal proposal{.label = std::string{text}, .kind = Proposed::value};
      if (!detail.empty()) proposal.detail = std::string{detail};
      bool const number = Schema::is(way, "number") || Schema::is(way, "integer");
      add(std::move(proposal), number ? std::string{text} : written(text));
    };
    auto const each_of = [&](std::string_view key, std::string_view detail) {
      auto const* values = document::find(way, key);
      auto const* items = values ? document::sequence(*values) : nullptr;
      for (auto const& item : items ? *items : document::Sequence{})
        if (auto const* text = document::scalar(item)) propose(text->text, detail);
    };
    each_of("enum", "");
    if (Schema::is(way, "boolean"))
      for (std::string_view const word : {"true", "false"})
        if (fits(word)) add({.label = std::string{word}}, std::string{word});
    each_of("examples", "example");
    propose(Schema::text(way, "default"), "default");
  }

  void add_keys(Schema::Node const& way) {
    auto const* properties = document::find(way, "properties");
    if (!properties) return;
    for (auto const& member : *document::mapping(*properties)) {
      auto const& siblings = cursor_.siblings;
      bool const there = std::find(siblings.begin(), siblings.end(), member.key) != siblings.end();
      if (there || !fits(member.key)) continue;
      Proposal proposal{.label = member.key, .kind = Proposed::key};
      if (auto const text = Schema::text(member.value, "description"); !text.empty())
        proposal.detail = std::string{text};
      bool const braces = !cursor_.is_key && (cursor_.stand == Stand::behind_key ||
                                              cursor_.stand == Stand::in_brackets);
      proposal.insert = (braces ? "{" : "") + member.key + ": ";
      proposal.caret = static_cast<std::uint32_t>(utf16_units(proposal.insert));
      if (braces) proposal.insert += "}";
      proposals_.push_back(std::move(proposal));
    }
  }

  Cursor const& cursor_;
  Knowledge const& knowledge_;
  std::string typed_;
  bool wants_list_ = false;
  bool wants_one_ = false;
  std::vector<Proposal> proposals_;
};

/// What could stand at a byte of a text.
inline Completion complete(std::string_view text, std::uint32_t unit, Knowledge const& knowledge) {
  document::Utf16 const units(text);
  auto const cursor = cursor_at(text, units.byte_of(unit));
  if (!cursor) return {.from = unit, .to = unit, .proposals = {}};
  return {.from = units.unit_of(cursor->begin),
          .to = units.unit_of(cursor->end),
          .proposals = Completer(*cursor, knowledge).proposals()};
}

}  // namespace sievarr::editor

#include "text.hpp"

#include "tone.hpp"

#include <sievarr/derive/print.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace sievarr::cli {
namespace {

using filter::Answer;
using filter::Stance;
using os::Colour;

constexpr std::size_t widest_wanted = 40;
constexpr std::size_t widest_actual = 32;

/// A line of the tree, or a heading above some of them.
struct Row {
  std::string mark;
  Colour colour = Colour::faint;
  std::string name;
  std::string wanted = {};
  std::string actual = {};
  std::string place = {};
};

struct Widths {
  std::size_t name = 0;
  std::size_t wanted = 0;
  std::size_t actual = 0;
};

std::string cell(std::string const& text, std::size_t most) {
  return derive::shortened(derive::cell_text(text), most);
}

/// A text that cannot break the line, however long.
std::string one_line(std::string text) {
  for (char& letter : text)
    if (static_cast<unsigned char>(letter) < 0x20) letter = ' ';
  return text;
}

std::string padded(std::string text, std::size_t width) {
  text.append(width - std::min(width, code_points(text)), ' ');
  return text;
}

/// Lays out the tree; what an answer means for the show decides its colour.
class Tree {
 public:
  explicit Tree(os::Paint paint) : paint_(paint) {}

  void head(std::string const& name, std::string const& says, Colour colour) {
    rows_.push_back({.mark = "", .colour = colour, .name = name, .wanted = says});
  }

  void exclude(filter::WhyLine const& line) { add(line, 0, line.answer == Answer::yes); }
  void selection(filter::WhyLine const& line) { add(line, 0, line.answer == Answer::no); }

  std::string text() const {
    auto const widths = measured();
    std::string text = columns(widths);
    for (auto const& row : rows_) text += row.mark.empty() ? heading(row) : line(row, widths);
    return text;
  }

 private:
  void add(filter::WhyLine const& line, std::size_t depth, bool against) {
    auto actual = line.actual.value_or("");
    if (line.unknown && actual.empty()) actual = "unknown";
    if (line.unknown) actual += ", " + policy(*line.unknown);
    if (line.misses_by) actual += ", misses by " + *line.misses_by;
    bool const unknown = line.answer == Answer::unknown;
    rows_.push_back({.mark = unknown                      ? "?"
                             : line.answer == Answer::yes ? "yes"
                                                          : "no",
                     .colour = unknown   ? Colour::yellow
                               : against ? Colour::red
                                         : Colour::green,
                     .name = std::string(2 * depth, ' ') + line.line,
                     .wanted = cell(line.wanted, widest_wanted),
                     .actual = cell(actual, widest_actual),
                     .place = line.place});
    for (auto const& branch : line.branches) add(branch, depth + 1, branch.answer == Answer::no);
  }

  static std::string policy(filter::UnknownPolicy policy) {
    if (policy == filter::UnknownPolicy::allow) return "allowed";
    return policy == filter::UnknownPolicy::deny ? "denied" : "to be reviewed";
  }

  Widths measured() const {
    Widths widths{.name = 0, .wanted = 5, .actual = 3};
    for (auto const& row : rows_) {
      if (row.mark.empty()) continue;
      widths.name = std::max(widths.name, code_points(row.name));
      widths.wanted = std::max(widths.wanted, code_points(row.wanted));
      widths.actual = std::max(widths.actual, code_points(row.actual));
    }
    return widths;
  }

  /// What the columns are, said once; nothing where there are none.
  std::string columns(Widths const& widths) const {
    if (widths.name == 0) return "";
    auto const line = "         " + padded("line", widths.name) + "  " +
                      padded("wants", widths.wanted) + "  " + padded("has", widths.actual) + "  ";
    return paint_(Colour::faint, line + "place") + "\n";
  }

  std::string heading(Row const& row) const {
    return "  " + paint_(Colour::bold, row.name) + ": " + paint_(row.colour, row.wanted) + "\n";
  }

  std::string line(Row const& row, Widths const& widths) const {
    auto text = "    " + paint_(row.colour, padded(row.mark, 3)) + "  " +
                padded(row.name, widths.name) + "  " + padded(row.wanted, widths.wanted) + "  " +
                padded(row.actual, widths.actual) + "  " + paint_(Colour::faint, row.place);
    return text + "\n";
  }

  os::Paint paint_;
  std::vector<Row> rows_;
};

std::string said(filter::WhySelection const& selection) {
  using filter::Mode;
  if (selection.stance == Stance::fails) return "does not take it";
  bool const decides = selection.decides;
  if (selection.stance == Stance::unsure)
    return decides ? "cannot tell and asks for a review, decides"
                   : "cannot tell and would ask for a review";
  auto const text = std::string{decides ? "takes it" : "would take it"};
  auto const end = decides ? ", decides" : "";
  if (selection.mode == Mode::add) return text + end;
  return text + (selection.mode == Mode::review ? " for a review" : " to ignore it") + end;
}

Colour colour_of(filter::WhySelection const& selection) {
  if (selection.stance == Stance::fails) return Colour::red;
  return selection.stance == Stance::takes ? Colour::green : Colour::yellow;
}

std::string ids_of(Show const& show) {
  auto text = "tvmaze:" + to_text(show.id);
  text += show.tvdb_id ? ", tvdb:" + to_text(*show.tvdb_id) : ", no tvdb";
  if (show.imdb_id) text += ", imdb:" + derive::cell_text(*show.imdb_id);
  return text;
}

/// "root folder" for root_folder.
std::string words_of(std::string_view name) {
  std::string words{name};
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// Where a show goes, with what is not as it usually is.
std::string route_text(target::Target const& route) {
  target::Target const usual;
  std::string text;
  reflect::for_each_field<target::Target>([&](auto field) {
    auto const value = derive::csv_text(field.in(route));
    if (field.name == "instance" || value == derive::csv_text(field.in(usual))) return;
    text.append(text.empty() ? "" : ", ").append(words_of(field.name));
    text.append(" ").append(value);
  });
  return text;
}

/// The title, the verdict, and where the show goes.
std::string top(filter::Why const& why, std::string const& so_far, os::Paint paint) {
  auto const verdict = reflect::label_text(why.verdict);
  auto text = paint(Colour::bold, derive::cell_text(why.show.title)) + " (" + ids_of(why.show) +
              ")\n  " + paint(colour_for(reflect::label_of(why.verdict).tone), verdict) + ": " +
              one_line(why.reason);
  if (why.place) text += paint(Colour::faint, "  " + *why.place);
  text += "\n";
  if (why.route && !why.route->instance.empty())
    text += "  to " + why.route->instance + ": " + route_text(*why.route) + "\n";
  return so_far.empty() ? text : text + "  so far: " + so_far + "\n";
}

}  // namespace

std::string why_as_text(filter::Why const& why, os::Paint paint, std::string const& so_far) {
  Tree tree(paint);
  if (why.never) tree.head("never", "names it", Colour::red);
  if (why.always) tree.head("always", "names it", Colour::green);
  bool const excluded = std::any_of(why.exclude.begin(), why.exclude.end(),
                                    [](auto const& line) { return line.answer == Answer::yes; });
  if (!why.exclude.empty())
    tree.head("exclude", excluded ? "rejects it" : "does not reject it",
              excluded ? Colour::red : Colour::green);
  for (auto const& line : why.exclude) tree.exclude(line);
  for (auto const& selection : why.selections) {
    tree.head(derive::cell_text(selection.name), said(selection), colour_of(selection));
    for (auto const& line : selection.lines) tree.selection(line);
  }
  return top(why, so_far, paint) + "\n" + tree.text();
}

}  // namespace sievarr::cli

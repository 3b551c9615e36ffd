#include "text.hpp"

#include "github.hpp"

#include <sievarr/derive/print.hpp>

#include <algorithm>

namespace sievarr::cli {
namespace {

using filter::Shift;
using report::DiffReport;
using report::ShiftCause;

struct Sign {
  std::string_view mark;
  std::string_view word;
  os::Colour colour;
};

Sign sign_of(Shift shift) {
  switch (shift) {
    case Shift::added: return {"+", "added", os::Colour::green};
    case Shift::dropped: return {"-", "dropped", os::Colour::red};
    case Shift::rerouted: return {">", "rerouted", os::Colour::blue};
    case Shift::reviewed: return {"?", "changed about a review", os::Colour::yellow};
    default: return {"=", "same verdict for another reason", os::Colour::faint};
  }
}

std::string totals(DiffReport const& diff) {
  auto const total = [](std::size_t count, Shift shift) {
    return to_text(count) + " " + std::string{sign_of(shift).word};
  };
  auto text = total(diff.added, Shift::added) + ", " + total(diff.dropped, Shift::dropped) + ", " +
              total(diff.rerouted, Shift::rerouted);
  if (diff.reviewed > 0) text += ", " + total(diff.reviewed, Shift::reviewed);
  if (diff.reasoned > 0) text += ", " + total(diff.reasoned, Shift::reasoned);
  return text;
}

/// "80 enter, 75 leave": what there is of it, or that there is nothing.
std::string sentence(DiffReport const& diff, os::Paint paint) {
  std::string text;
  auto const add = [&](std::size_t count, Shift shift) {
    if (count == 0) return;
    text += text.empty() ? "" : ", ";
    text += paint(sign_of(shift).colour, reflect::counted_as(count, shift));
  };
  add(diff.added, Shift::added);
  add(diff.dropped, Shift::dropped);
  add(diff.rerouted, Shift::rerouted);
  add(diff.reviewed, Shift::reviewed);
  add(diff.reasoned, Shift::reasoned);
  return text.empty() ? "nothing changes" : text;
}

std::string scope(DiffReport const& diff) {
  return to_text(diff.shows) + (diff.shows == 1 ? " show" : " shows") + ", judged as of " +
         diff.today;
}

/// "before: prestige, rating at least 8".
std::string cause_words(ShiftCause const& cause) {
  auto const before = cause.side == report::Side::before;
  auto text = std::string{before ? "before: " : "now: "} + derive::cell_text(cause.rule);
  if (cause.line) text += ", " + *cause.line + " " + derive::cell_text(cause.wanted.value_or(""));
  return text;
}

bool is_told(ShiftCause const& cause) { return cause.shift != Shift::reasoned; }

std::size_t listed_of(ShiftCause const& cause, std::size_t limit) {
  return limit == 0 ? cause.shows.size() : std::min(limit, cause.shows.size());
}

std::string arrow(std::string const& before, std::string const& after) {
  return before == after ? after : before + " -> " + after;
}

/// "prestige, rating".
std::string rule_of(ShiftCause const& cause) {
  auto const rule = derive::cell_text(cause.rule);
  return cause.line ? rule + ", " + *cause.line : rule;
}

/// The line as it stands in both configs, one below the other.
std::string lines_of(ShiftCause const& cause, os::Paint paint) {
  auto const wanted = [](std::optional<report::CauseLine> const& line) {
    return line ? derive::cell_text(line->wanted) : std::string{"-"};
  };
  auto const width =
      std::max(code_points(wanted(cause.old_line)), code_points(wanted(cause.new_line)));
  auto const row = [&](std::string name, std::optional<report::CauseLine> const& line) {
    derive::append_padded(name, wanted(line), line ? width : 0, false);
    auto const joint = width > 0 ? "  " : "";
    return name + (line ? joint + paint(os::Colour::faint, line->place) : "") + "\n";
  };
  return row("    old  ", cause.old_line) + row("    new  ", cause.new_line);
}

/// A show in a group: its title, its value, what became of it.
struct ShiftRow {
  std::string title;
  std::string value;
  std::string verdicts;
  std::string id;
};

std::vector<ShiftRow> rows_of(ShiftCause const& cause, std::size_t count) {
  std::vector<ShiftRow> rows;
  for (std::size_t at = 0; at < count; ++at) {
    auto const& show = cause.shows[at];
    rows.push_back(
        {.title = derive::cell_text(show.title),
         .value = derive::cell_text(show.value.value_or("")),
         .verdicts = arrow(reflect::label_text(show.before), reflect::label_text(show.after)),
         .id = "tvmaze:" + to_text(show.id)});
  }
  return rows;
}

std::string shows_of(std::vector<ShiftRow> const& rows, Sign const& sign, os::Paint paint) {
  std::size_t title = 0;
  std::size_t value = 0;
  std::size_t verdicts = 0;
  for (auto const& row : rows) {
    title = std::max(title, code_points(row.title));
    value = std::max(value, code_points(row.value));
    verdicts = std::max(verdicts, code_points(row.verdicts));
  }
  std::string text;
  for (auto const& row : rows) {
    std::string line{sign.mark};
    line += ' ';
    derive::append_padded(line, row.title, title, false);
    derive::append_padded(line, value > 0 ? "  " + row.value : "", value > 0 ? value + 2 : 0,
                          false);
    derive::append_padded(line, "  " + row.verdicts, verdicts + 2, false);
    text += "  " + paint(sign.colour, line) + "  " + paint(os::Colour::faint, row.id) + "\n";
  }
  return text;
}

std::string group_text(ShiftCause const& cause, std::size_t limit, os::Paint paint) {
  auto const sign = sign_of(cause.shift);
  auto const head = std::string{sign.mark} + reflect::counted_as(cause.count, cause.shift);
  auto text = paint(sign.colour, head) + "  " + paint(os::Colour::bold, rule_of(cause)) + "\n" +
              lines_of(cause, paint);
  auto const count = listed_of(cause, limit);
  text += shows_of(rows_of(cause, count), sign, paint);
  if (count < cause.shows.size())
    text += "    and " + to_text(cause.shows.size() - count) + " more, see --limit\n";
  return text;
}

/// A text that Markdown shows as it is.
std::string plain(std::string_view text) {
  std::string out;
  for (char const letter : derive::cell_text(std::string{text})) {
    if (std::string_view{"\\`*_{}[]()#+-.!|<>~@:"}.find(letter) != std::string_view::npos)
      out += '\\';
    out += letter;
  }
  return out;
}

/// A text that HTML shows as it is.
std::string html(std::string_view text) {
  std::string out;
  for (char const letter : text)
    out += letter == '<'   ? "&lt;"
           : letter == '>' ? "&gt;"
           : letter == '&' ? "&amp;"
                           : std::string{letter};
  return out;
}

std::string group_markdown(ShiftCause const& cause, std::size_t limit) {
  auto const sign = sign_of(cause.shift);
  auto text = "\n<details><summary><b>" + html(std::string{sign.mark} + to_text(cause.count)) +
              "</b> " + html(cause_words(cause));
  if (cause.place) text += " <code>" + html(*cause.place) + "</code>";
  text += "</summary>\n\n";
  auto const count = listed_of(cause, limit);
  for (std::size_t at = 0; at < count; ++at) {
    auto const& show = cause.shows[at];
    text += "- [" + plain(show.title) + "](https://www.tvmaze.com/shows/" + to_text(show.id) +
            "): " + arrow(reflect::word_of(show.before), reflect::word_of(show.after)) + "\n";
  }
  if (count < cause.shows.size())
    text += "- and " + to_text(cause.shows.size() - count) + " more\n";
  return text + "\n</details>\n";
}

}  // namespace

std::string diff_as_text(report::DiffReport const& diff, std::size_t limit, os::Paint paint) {
  auto text = scope(diff) + ": " + sentence(diff, paint) + "\n";
  for (auto const& cause : diff.causes)
    if (is_told(cause)) text += "\n" + group_text(cause, limit, paint);
  return text;
}

std::string diff_as_markdown(report::DiffReport const& diff, std::size_t limit) {
  auto text = "<!-- sievarr_diff 1 -->\n### Sievarr: " + totals(diff) + "\n\n" + scope(diff) + "\n";
  for (auto const& cause : diff.causes)
    if (is_told(cause)) text += group_markdown(cause, limit);
  return text;
}

std::string diff_as_github(report::DiffReport const& diff) {
  std::string text;
  for (auto const& cause : diff.causes) {
    if (!is_told(cause)) continue;
    bool const now = cause.side == report::Side::after;
    auto const sign = sign_of(cause.shift);
    text += github_line({.title = "sievarr diff 1",
                         .place = now ? cause.at : Place{},
                         .message = to_text(cause.count) + " " + std::string{sign.word} + "; " +
                                    cause_words(cause)});
  }
  return text +
         github_line({.title = "sievarr diff 1", .message = totals(diff) + "; " + scope(diff)});
}

}  // namespace sievarr::cli

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

std::string verdicts_of(report::ShiftedShow const& show) {
  auto const before = reflect::label_text(show.before);
  auto const after = reflect::label_text(show.after);
  return before == after ? after : before + " -> " + after;
}

std::string group_text(ShiftCause const& cause, std::size_t limit, os::Paint paint) {
  auto const sign = sign_of(cause.shift);
  auto const head = std::string{sign.mark} + to_text(cause.count);
  auto text = paint(sign.colour, head) + "  " + cause_words(cause) + "  " +
              paint(os::Colour::faint, cause.place.value_or("")) + "\n";
  text.erase(text.find_last_not_of(" \n") + 1);
  text += "\n";
  auto const count = listed_of(cause, limit);
  std::size_t widest = 0;
  for (std::size_t at = 0; at < count; ++at)
    widest = std::max(widest, to_text(cause.shows[at].id).size());
  for (std::size_t at = 0; at < count; ++at) {
    text += "    tvmaze:";
    derive::append_padded(text, to_text(cause.shows[at].id), widest, false);
    text += "  " + verdicts_of(cause.shows[at]) + "  " + derive::cell_text(cause.shows[at].title) +
            "\n";
  }
  if (count < cause.shows.size())
    text += "    and " + to_text(cause.shows.size() - count) + " more\n";
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
            "): " + verdicts_of(show) + "\n";
  }
  if (count < cause.shows.size())
    text += "- and " + to_text(cause.shows.size() - count) + " more\n";
  return text + "\n</details>\n";
}

}  // namespace

std::string diff_as_text(report::DiffReport const& diff, std::size_t limit, os::Paint paint) {
  std::string text;
  for (auto const& cause : diff.causes)
    if (is_told(cause)) text += group_text(cause, limit, paint) + "\n";
  return text + totals(diff) + "\n" + scope(diff) + "\n";
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

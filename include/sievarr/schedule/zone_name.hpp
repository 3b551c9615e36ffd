#pragma once

#include <sievarr/reflect/spelling.hpp>
#include <sievarr/schedule/read_posix_zone.hpp>
#include <sievarr/schedule/zone.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::schedule {

/// A time zone as people name it: Europe/Oslo, UTC, or a rule such as CET-1CEST,M3.5.0,M10.5.0/3.
/// Whether there is a zone of that name is known only where zones are kept. The default is UTC.
class ZoneName {
 public:
  static constexpr reflect::Shape shape{.expected = "a time zone such as Europe/Oslo",
                                        .example = "Europe/Oslo"};

  ZoneName() = default;

  static Result<ZoneName, Misfit> read(std::string_view text) {
    text = trimmed(text);
    auto zone = read_word({text, 0});
    if (zone) return *std::move(zone);
    auto const& misplaced = zone.error();
    if (misplaced.token.text.size() == text.size()) return misplaced.misfit;
    return said_of(text, misplaced);
  }

  /// The same, of a word of a longer text.
  static Result<ZoneName, Misplaced> read_word(Token const& word) {
    auto const text = word.text;
    if (auto const instead = for_offset(text); !instead.empty())
      return Misplaced{word,
                       {"bad-type",
                        "an offset is no time zone, and some count it east and others west, " +
                            reflect::got(text),
                        instead}};
    auto rule = PosixZoneReader{word}.read();
    bool const is_name = looks_like_name(text);
    if (!rule && (is_rule(text) || (is_name && is_rule_without_summer(text))))
      return std::move(rule).error();
    if (!rule && !is_name)
      return Misplaced{word, reflect::unreadable(shape, text, in_capitals(text))};
    ZoneName zone;
    zone.text_ = text;
    return zone;
  }

  std::string const& text() const { return text_; }

  /// The zone, where nothing but its name is needed to know it.
  std::optional<Zone> built_in() const {
    if (text_ == "UTC" || text_ == "Etc/UTC") return Zone{};
    auto rule = read_posix_zone(text_);
    if (!rule) return std::nullopt;
    return Zone{*std::move(rule)};
  }

  bool operator==(ZoneName const&) const = default;

 private:
  static bool is_rule(std::string_view text) {
    return text.find_first_of("<,") != std::string_view::npos;
  }

  /// Names of zones are paths of files: no dots, no way up.
  static bool looks_like_name(std::string_view text) {
    bool inside = false;
    if (text.empty() || text[0] < 'A' || text[0] > 'Z') return false;
    for (char const letter : text) {
      bool const joint = letter == '/';
      bool const alphabetic = is_alphabetic(letter);
      bool const inner = is_digit(letter) || letter == '_' || letter == '+' || letter == '-';
      if (!joint && !alphabetic && !inner) return false;
      if (!alphabetic && !inside) return false;
      inside = !joint;
    }
    return inside && text.size() <= 64;
  }

  /// CET-1CEST, which leaves open when summer time is; but for four old names of files.
  static bool is_rule_without_summer(std::string_view text) {
    for (std::string_view const name : {"EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"})
      if (text == name) return false;
    return text.find_first_of("0123456789") != std::string_view::npos &&
           text.find('/') == std::string_view::npos;
  }

  /// Europe/Oslo for europe/oslo.
  static std::string in_capitals(std::string_view text) {
    if (fold(text) == "utc") return "UTC";
    std::string name;
    if (text.find('/') == std::string_view::npos) return name;
    for (char const letter : text) {
      bool const first = name.empty() || name.back() == '/' || name.back() == '_';
      name += first ? ascii_upper(letter) : letter;
    }
    return looks_like_name(name) ? name : std::string{};
  }

  static bool is_alphabetic(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  /// What +02:00, UTC+2 and GMT+2 probably mean, as a rule that leaves no doubt.
  static std::string for_offset(std::string_view text) {
    for (std::string_view const name : {"UTC", "GMT"})
      if (text.starts_with(name)) text.remove_prefix(name.size());
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return {};
    // One digit of hours is as good as two.
    bool const is_short = leading_digits(text.substr(1)) == 1;
    auto const whole =
        std::string{text.substr(0, 1)} + (is_short ? "0" : "") + std::string{text.substr(1)};
    std::string_view rest = whole;
    auto const offset = take_offset(rest);
    if (!offset || !rest.empty() || offset->count() == 0) return {};
    auto const minutes = std::abs(offset->count());
    auto const name = padded(minutes / 60, 2) + (minutes % 60 ? padded(minutes % 60, 2) : "");
    auto const time = to_text(minutes / 60) + (minutes % 60 ? ":" + padded(minutes % 60, 2) : "");
    bool const east = offset->count() > 0;
    return std::string{east ? "<+" : "<-"} + name + (east ? ">-" : ">") + time;
  }

  std::string text_ = "UTC";
};

}  // namespace sievarr::schedule

#pragma once

#include <sievarr/schedule/cron.hpp>
#include <sievarr/schedule/weekly.hpp>
#include <sievarr/schedule/words.hpp>
#include <sievarr/schedule/zone_name.hpp>
#include <sievarr/value/span_of_time.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sievarr::schedule {

/// When something runs again and again: every 15m, daily 03:00, Mon..Fri 02:30, or cron with five
/// fields or a nickname; each perhaps with a time zone. Kept as it was written. The default is
/// midnight.
class Schedule {
 public:
  /// Once in each span of time, or in certain minutes of a calendar.
  using Rule = std::variant<value::SpanOfTime, Calendar>;

  static constexpr reflect::Shape shape{
      .expected = "a schedule such as every 15m, daily 03:00, Mon..Fri 02:30 or 30 2 * * 1-5",
      .example = "Mon..Fri 02:30"};
  static constexpr std::size_t longest = 256;  ///< In bytes.

  Schedule() = default;

  static Result<Schedule, Misfit> read(std::string_view text) {
    auto result = read_once(text);
    // What is suggested may have more than one fault.
    if (!result && !result.error().instead.empty() && !read_once(result.error().instead))
      result.error().instead.clear();
    return result;
  }

  /// Nobody expects that one of two days is enough, although it is so in every cron.
  static std::optional<Misfit> remark(std::string_view text) {
    auto const schedule = read(text);
    auto const* const calendar = schedule ? std::get_if<Calendar>(&schedule->rule_) : nullptr;
    if (!calendar || calendar->day_rule != DayRule::either) return std::nullopt;
    return Misfit{"either-day",
                  "a day of the month and a weekday: one of them is enough, so this runs " +
                      words::days_of(*calendar),
                  "", Severity::hint};
  }

  std::string const& text() const { return text_; }
  Rule const& rule() const { return rule_; }
  /// Nothing where none was named: then it is up to the owner of the schedule.
  std::optional<ZoneName> const& zone() const { return zone_; }

  /// "every Monday to Friday at 02:30, Europe/Oslo".
  std::string words() const {
    auto told = std::visit([](auto const& rule) { return words::told(rule); }, rule_);
    return zone_ ? told + ", " + zone_->text() : told;
  }

  bool operator==(Schedule const&) const = default;

 private:
  static Result<Schedule, Misfit> read_once(std::string_view text) {
    text = trimmed(text);
    if (text.size() > longest)
      return Misfit{"out-of-range", "must have at most 256 bytes, " + reflect::got(text)};
    auto tokens = tokens_of(text);
    if (tokens.empty()) return reflect::unreadable(shape, text);
    Schedule schedule;
    schedule.text_ = text;
    if (auto misplaced = schedule.take_zone(tokens)) return said_of(text, *std::move(misplaced));
    auto rule = read_rule(tokens);
    if (!rule) return said_of(text, std::move(rule).error());
    schedule.rule_ = *std::move(rule);
    return schedule;
  }

  /// The zone is the word behind those that the rule needs.
  std::optional<Misplaced> take_zone(std::vector<Token>& tokens) {
    auto const last = tokens.back();
    if (tokens.size() < words_with_zone(tokens) || !may_be_zone(last)) return std::nullopt;
    auto zone = ZoneName::read_word(last);
    if (!zone) return std::move(zone).error();
    zone_ = *std::move(zone);
    tokens.pop_back();
    return std::nullopt;
  }

  /// No time, no unit of time and no weekday.
  static bool may_be_zone(Token const& token) {
    auto const letter = static_cast<unsigned char>(token.text[0]);
    bool const begins = letter >= 'A' || letter == '<' || letter == '+' || letter == '-';
    return begins && !value::unit_in_words(token.text) && !read_field(weekday_field, token);
  }

  /// How many words there are at least when the last one is a zone.
  static std::size_t words_with_zone(std::span<Token const> tokens) {
    auto const first = fold(tokens[0].text);
    if (first.starts_with('@')) return 2;
    return is_digit(first[0]) || first[0] == '*' ? 6 : 3;
  }

  static Result<Rule, Misplaced> read_rule(std::span<Token const> tokens) {
    auto const first = fold(tokens[0].text);
    if (first == "every") return read_every(tokens);
    auto calendar = read_calendar(first, tokens);
    if (!calendar) return std::move(calendar).error();
    return Rule{*std::move(calendar)};
  }

  static Result<Calendar, Misplaced> read_calendar(std::string_view first,
                                                   std::span<Token const> tokens) {
    if (first.starts_with('@'))
      return tokens.size() == 1 ? read_nickname(tokens[0]) : too_much(tokens[1]);
    if (is_digit(first[0]) || first[0] == '*') return read_cron(tokens);
    bool const weekly = first == "daily" || tokens.size() > 1 ||
                        number_of_word(weekday_field, parts_of(tokens[0], ",")[0].text);
    if (weekly && !is_other_word(first)) return read_weekly(tokens);
    return unfit(tokens[0], shape.expected, word_meant(first));
  }

  static bool is_other_word(std::string_view first) { return !word_meant(first).empty(); }

  /// Words that stand at the beginning, and what people write for them.
  static std::string word_meant(std::string_view first) {
    constexpr std::array<std::string_view, 2> known{"every", "daily"};
    for (auto const& [name, fields] : nicknames)
      if (first == name.substr(1)) return first == "daily" ? "" : std::string{name};
    if (number_of_word(weekday_field, first.substr(0, 3))) return {};
    auto const near = closest(first, known);
    return near && *near != first ? std::string{*near} : std::string{};
  }

  /// "every day at 03:00" and "every Monday at 03:00" are daily 03:00 and Monday 03:00.
  static Misplaced spoken(std::span<Token const> tokens) {
    auto misplaced = unfit(tokens[1], value::SpanOfTime::shape.expected);
    if (tokens.size() != 4 || fold(tokens[2].text) != "at") return misplaced;
    auto const end = tokens[3].begin + tokens[3].text.size();
    misplaced.token = {{tokens[0].text.data(), end - tokens[0].begin}, tokens[0].begin};
    auto const day = fold(tokens[1].text) == "day" ? "daily" : tokens[1].text;
    misplaced.misfit.instead = std::string{day}.append(" ").append(tokens[3].text);
    return misplaced;
  }

  static Result<Rule, Misplaced> read_every(std::span<Token const> tokens) {
    if (tokens.size() < 2)
      return unfit(behind(tokens[0]), value::SpanOfTime::shape.expected, " 1h");
    if (!is_digit(tokens[1].text[0])) return spoken(tokens);
    auto const begin = tokens[1].begin;
    auto const& last = tokens.back();
    // From the first word to the end of the last, as it stands in the text.
    std::string_view const words{tokens[1].text.data(), last.begin + last.text.size() - begin};
    Token const token{words, begin};
    auto const span = value::SpanOfTime::read(words);
    if (!span) return Misplaced{token, span.error()};
    if (span->seconds().count() == 0)
      return Misplaced{token, {"out-of-range", "must be at least 1s, " + reflect::got(words)}};
    return Rule{*span};
  }

  std::string text_ = "daily 00:00";
  Rule rule_ = Calendar{};
  std::optional<ZoneName> zone_;
};

}  // namespace sievarr::schedule

#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/media/show.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Filters and shows that nobody would write, made from a number.
namespace sievarr::filter::random {

/// The same numbers for the same seed, everywhere (splitmix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
  bool one_in(std::size_t many) { return below(many) == 0; }

  template <class Items>
  auto const& pick(Items const& items) {
    return items[below(std::size(items))];
  }

 private:
  std::uint64_t next() {
    state_ += 0x9E37'79B9'7F4A'7C15U;
    auto mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xBF58'476D'1CE4'E5B9U;
    mixed = (mixed ^ mixed >> 27) * 0x94D0'49BB'1331'11EBU;
    return mixed ^ mixed >> 31;
  }

  std::uint64_t state_;
};

using Names = std::vector<std::string>;

// Words as shows and filters spell them: small letters, outer white space and other scripts occur.
inline Names const genres{
    "Drama",           "Comedy", "Crime", "Horror",  "drama",        "Anime", " Thriller", "ÄRZTE",
    "Science-Fiction", "Family", "War",   "Western", "Supernatural", "DIY",   "ärzte"};
inline Names const types{"Scripted", "Reality", "Animation", "scripted", "Talk Show", "News"};
inline Names const languages{"English", "German", "Japanese", "ENGLISH", "Norwegian", "Straße"};
inline Names const countries{"US", "GB", "NO", "JP", "DE", "us", "QQ"};
inline Names const networks{"HBO", "Netflix", "NRK", "hbo", "Apple TV+", "TV 2", "İstanbul TV"};
inline Names const statuses{"Running", "Ended", "ended ", "In Development", "To Be Determined"};
inline Names const titles{"Star Trek",
                          "star trek: Picard",
                          "The Star",
                          "Straße",
                          "STRASSE",
                          "Ärzte & Co",
                          " Padded ",
                          "50*50",
                          "What?",
                          "a",
                          "",
                          "Lost",
                          "The Lost Tapes",
                          "lost in space",
                          "日本語のタイトル",
                          "line\nbreak",
                          "back\\slash",
                          "aaaaaaaaaaaaaaaaaaaaaaaaaaab",
                          "bad \xFF\xFE utf",
                          "Star\xC3"};
inline Names const patterns{"star*",   "*star*", "*STAR",  "?tar trek", "lost",     "*lost*",
                            "*",       "??",     "stra?e", "strasse",   "*50\\*50", "what\\?",
                            "*ärzte*", "a*b",    "日*",    "*のタ*",    "*the*o*",  "*a?a*a*",
                            "*\\\\*",  "?*?*?*", "padded"};
inline Names const days{"2010",       "2015-06-01", "today", "-2y",        "-90d", "+30d", "1950",
                        "1899-12-31", "1900-01-01", "2079",  "2026-06-15", "1815", "0001"};
inline std::vector<double> const ratings{0, -0.0, 5, 6.5, 7, 7.5, 7.499999999999999, 8.2, 10, 9.3};

template <class Value>
std::optional<Value> perhaps(Dice& dice, Value value) {
  if (dice.one_in(6)) return std::nullopt;
  return value;
}

inline std::optional<Date> some_day(Dice& dice) {
  if (dice.one_in(5)) return std::nullopt;
  if (dice.one_in(3)) return to_date("2026-06-15");
  if (dice.one_in(20)) return to_date(dice.pick(Names{"1815-12-10", "1899-12-31", "2400-01-01"}));
  if (dice.one_in(4))
    return to_date(dice.pick(Names{"2010-01-01", "2009-12-31", "2015-06-01", "2015-05-31",
                                   "1900-01-01", "2079-12-31", "2079-06-04", "2079-06-05"}));
  return Date{std::chrono::days{static_cast<int>(dice.below(20'700))}};
}

inline double some_rating(Dice& dice) {
  if (dice.one_in(50)) return std::numeric_limits<double>::quiet_NaN();
  if (dice.one_in(50)) return dice.one_in(2) ? -1e300 : std::numeric_limits<double>::infinity();
  if (dice.one_in(2)) return static_cast<double>(dice.below(101)) / 10;
  return dice.pick(ratings);
}

inline std::int32_t some_number(Dice& dice) {
  static std::array<std::int32_t, 8> const odd{0,
                                               -1,
                                               1'000'000,
                                               100,
                                               50,
                                               30,
                                               std::numeric_limits<std::int32_t>::min(),
                                               std::numeric_limits<std::int32_t>::max()};
  return dice.one_in(4) ? dice.pick(odd) : static_cast<std::int32_t>(dice.below(101));
}

inline std::optional<std::int64_t> some_tvdb(Dice& dice) {
  if (dice.one_in(4)) return std::nullopt;
  if (dice.one_in(40)) return dice.one_in(2) ? -3 : std::int64_t{1} << 40;
  return static_cast<std::int64_t>(1 + dice.below(60));
}

inline std::optional<std::string> some_imdb(Dice& dice) {
  if (dice.one_in(4)) return std::nullopt;
  auto const digits = to_text(1 + dice.below(60));
  if (dice.one_in(30)) return dice.pick(Names{"", "tt", "tt5", "nm0000007", "tt+7", "tt-7", "7"});
  if (dice.one_in(20)) return "tt" + std::string(8 - digits.size(), '0') + digits;
  return "tt" + std::string(7 - digits.size(), '0') + digits;
}

inline Show show(Dice& dice, std::int64_t id) {
  Show show{.id = id, .title = dice.pick(titles)};
  show.tvdb_id = some_tvdb(dice);
  show.imdb_id = some_imdb(dice);
  show.type = perhaps(dice, dice.pick(types));
  show.language = perhaps(dice, dice.pick(languages));
  show.country = perhaps(dice, dice.pick(countries));
  show.status = perhaps(dice, dice.pick(statuses));
  show.premiered = some_day(dice);
  if (dice.one_in(40) || (show.status && (*show.status)[1] == 'n')) show.ended = some_day(dice);
  if (dice.one_in(2)) show.network = dice.pick(networks);
  if (dice.one_in(2)) show.web_channel = dice.pick(networks);
  for (auto count = dice.below(5); count > 0; --count) show.genres.push_back(dice.pick(genres));
  show.runtime = perhaps(dice, some_number(dice));
  show.average_runtime = perhaps(dice, some_number(dice));
  show.rating = perhaps(dice, some_rating(dice));
  show.weight = perhaps(dice, some_number(dice));
  show.updated = dice.one_in(30) ? -1 : static_cast<std::int64_t>(dice.below(2'000'000'000));
  return show;
}

/// Writes filters as YAML, in the flow style.
class Writer {
 public:
  explicit Writer(Dice& dice) : dice_(dice) {}

  std::string filter() {
    std::string yaml = "always: " + refs() + "\nnever: " + refs() + "\n";
    yaml += "exclude: {" + criteria(1, dice_.below(4)) + "}\nselections:\n";
    auto const many = dice_.one_in(8) ? 14 + dice_.below(24) : 1 + dice_.below(9);
    for (std::size_t i = 0; i < many; ++i) yaml += "  - {" + selection() + "}\n";
    return yaml;
  }

 private:
  static std::string quoted(std::string const& word) {
    std::string text = "'";
    for (char const letter : word) text += letter == '\'' ? "''" : std::string{letter};
    return text + "'";
  }

  std::string words(Names const& names, std::size_t least) {
    std::string list;
    for (auto count = least + dice_.below(4); count > 0; --count)
      list += (list.empty() ? "" : ", ") + quoted(dice_.pick(names));
    return "[" + list + "]";
  }

  std::string wanted(Names const& names, bool several) {
    if (dice_.one_in(2)) return words(names, 1);
    std::string parts = dice_.one_in(2) ? "none: " + words(names, 1) : "any: " + words(names, 1);
    if (parts[0] == 'n' && dice_.one_in(2)) parts += ", any: " + words(names, 1);
    if (several && dice_.one_in(3)) parts += ", all: " + words(names, 1);
    return "{" + parts + "}";
  }

  std::string window() {
    auto const day = dice_.pick(days);
    if (dice_.one_in(3)) return "{after: 1990, before: " + dice_.pick(Names{"2020", "today"}) + "}";
    return (dice_.one_in(2) ? "{after: '" : "{before: '") + day + "'}";
  }

  std::string range(double factor) {
    auto const low = dice_.below(11);
    auto const number = [&](std::size_t at) { return to_text(static_cast<double>(at) * factor); };
    if (dice_.one_in(3)) return "{min: " + number(low) + ", max: " + number(low + 11) + "}";
    return (dice_.one_in(2) ? "{min: " : "{max: ") + number(low) + "}";
  }

  std::string criterion(std::size_t which, int depth) {
    switch (which) {
      case 0: return "genres: " + wanted(genres, true);
      case 1: return "types: " + wanted(types, false);
      case 2: return "languages: " + wanted(languages, false);
      case 3: return "countries: " + wanted(countries, false);
      case 4: return "networks: " + wanted(networks, false);
      case 5: return "status: " + wanted(statuses, false);
      case 6: return "premiered: " + window();
      case 7: return "ended: " + window();
      case 8: return "rating: " + range(0.4);
      case 9: return "runtime: " + range(9);
      case 10: return "popularity: " + range(4);
      case 11: return "titles: " + wanted(patterns, false);
      default: return "where: " + condition(depth);
    }
  }

  std::string criteria(int depth, std::size_t count) {
    std::string lines;
    std::vector<bool> taken(13, false);
    for (; count > 0; --count) {
      auto const which = dice_.below(depth < 3 ? 13 : 12);
      if (taken[which]) continue;
      taken[which] = true;
      lines += (lines.empty() ? "" : ", ") + criterion(which, depth);
    }
    return lines;
  }

  std::string condition(int depth) {
    if (depth >= 4 || dice_.one_in(3)) return "{" + criteria(depth + 1, 1 + dice_.below(2)) + "}";
    if (dice_.one_in(3)) return "{not: " + condition(depth + 1) + "}";
    std::string branches;
    for (auto count = 1 + dice_.below(4); count > 0; --count)
      branches += (branches.empty() ? "" : ", ") + condition(depth + 1);
    return (dice_.one_in(2) ? "{any: [" : "{all: [") + branches + "]}";
  }

  std::string selection() {
    static Names const policies{"deny", "allow", "review"};
    static Names const modes{"add", "review", "ignore"};
    std::string text = criteria(0, dice_.below(6));
    auto const add = [&](std::string const& field) { text += (text.empty() ? "" : ", ") + field; };
    if (dice_.one_in(2)) add("mode: " + dice_.pick(modes));
    if (dice_.one_in(2))
      add("unknown: " + dice_.pick(policies));
    else if (dice_.one_in(2))
      add("unknown: {genres: allow, rating: " + dice_.pick(policies) +
          ", networks: review, where: " + dice_.pick(policies) + "}");
    if (dice_.one_in(4)) add("sonarr: {instance: anime, quality_profile: UHD}");
    return text;
  }

  std::string refs() {
    std::string list;
    for (auto count = dice_.below(4); count > 0; --count) {
      auto const number = to_text(1 + dice_.below(60));
      auto const ref = dice_.one_in(3)   ? "imdb:tt" + std::string(7 - number.size(), '0') + number
                       : dice_.one_in(2) ? "tvdb:" + number
                                         : "tvmaze:" + number;
      list += (list.empty() ? "\"" : ", \"") + ref + "\"";
    }
    return "[" + list + "]";
  }

  Dice& dice_;
};

inline std::string filter(Dice& dice) { return Writer{dice}.filter(); }

}  // namespace sievarr::filter::random

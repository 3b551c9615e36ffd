#pragma once

#include <sievarr/base/words.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/wire/loose_values.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// A show in TVMaze's own spelling, as it was from 2015 on.
namespace sievarr::wire::tvmaze {

/// A show while it is read. The country waits until network and web channel are both known.
struct Draft {
  Show& show;
  std::optional<std::string> network_country = {};
  std::optional<std::string> web_country = {};
};

using ReadsKey = void (*)(LooseValues&, Draft&);

struct Key {
  std::string_view name;
  ReadsKey read;
};

/// Calls visit(key) for each member of the object that comes next.
template <class Visit>
void each_member(LooseValues& values, Visit visit) {
  auto& reader = values.reader();
  if (reader.peek() != LooseValues::Kind::object) return values.nothing("an object");
  reader.enter_object();
  while (auto const key = reader.next_key()) visit(*key);
}

inline bool is_country_code(std::string_view code) {
  auto const is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  return code.size() == 2 && is_letter(code[0]) && is_letter(code[1]);
}

inline void read_country(LooseValues& values, std::optional<std::string>& code) {
  each_member(values, [&](std::string_view key) {
    if (key != "code") return values.reader().skip_value();
    values.read(code);
    if (code && !is_country_code(*code)) {
      values.odd("a country code of two letters", *code);
      code.reset();
    }
  });
}

/// Reads a network or a web channel, which is an object, or just its name.
inline void read_channel(LooseValues& values, std::optional<std::string>& name,
                         std::optional<std::string>& country) {
  name.reset();
  country.reset();
  if (values.reader().peek() == LooseValues::Kind::string) return values.read(name);
  each_member(values, [&](std::string_view key) {
    if (key == "name") return values.read(name);
    if (key == "country") return read_country(values, country);
    values.reader().skip_value();
  });
}

/// Reads {"average": 8.4}, or just the number.
inline void read_rating(LooseValues& values, std::optional<double>& rating) {
  rating.reset();
  auto const kind = values.reader().peek();
  if (kind == LooseValues::Kind::number || kind == LooseValues::Kind::string)
    return values.read(rating);
  each_member(values, [&](std::string_view key) {
    key == "average" ? values.read(rating) : values.reader().skip_value();
  });
}

inline void read_externals(LooseValues& values, Show& show) {
  show.tvdb_id.reset();
  show.imdb_id.reset();
  each_member(values, [&](std::string_view key) {
    if (key == "thetvdb") return values.read(show.tvdb_id);
    if (key == "imdb") return values.read(show.imdb_id);
    values.reader().skip_value();
  });
}

template <auto Member>
constexpr ReadsKey into =
    [](LooseValues& values, Draft& draft) { values.read(draft.show.*Member); };

/// What is read of a show; all else is passed over.
inline constexpr std::array keys{
    Key{"id", into<&Show::id>},
    Key{"name", into<&Show::title>},
    Key{"type", into<&Show::type>},
    Key{"language", into<&Show::language>},
    Key{"genres", into<&Show::genres>},
    Key{"status", into<&Show::status>},
    Key{"runtime", into<&Show::runtime>},
    Key{"averageRuntime", into<&Show::average_runtime>},
    Key{"premiered", into<&Show::premiered>},
    Key{"ended", into<&Show::ended>},
    Key{"weight", into<&Show::weight>},
    Key{"updated", into<&Show::updated>},
    Key{"rating",
        [](LooseValues& values, Draft& draft) { read_rating(values, draft.show.rating); }},
    Key{"externals", [](LooseValues& values, Draft& draft) { read_externals(values, draft.show); }},
    Key{"network",
        [](LooseValues& values, Draft& draft) {
          read_channel(values, draft.show.network, draft.network_country);
        }},
    Key{"webChannel",
        [](LooseValues& values, Draft& draft) {
          read_channel(values, draft.show.web_channel, draft.web_country);
        }},
};

consteval auto key_names() {
  std::array<std::string_view, keys.size()> names{};
  for (std::size_t at = 0; at < keys.size(); ++at) names[at] = keys[at].name;
  return names;
}

inline constexpr Words<keys.size()> key_words{key_names()};

/// Reads the value that comes next; false for a key that means nothing to us.
inline bool read_key(LooseValues& values, std::string_view name, Draft& draft) {
  auto const at = key_words.find(name);
  if (at == keys.size()) return false;
  values.about(keys[at].name);
  keys[at].read(values, draft);
  return true;
}

}  // namespace sievarr::wire::tvmaze

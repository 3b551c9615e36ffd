#pragma once

#include <sievarr/filter/columns/codes.hpp>
#include <sievarr/filter/columns/dictionary.hpp>
#include <sievarr/filter/columns/vocabulary.hpp>
#include <sievarr/filter/plan/facts.hpp>
#include <sievarr/media/show.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::filter {

/// The columns that lines ask about. What has few values shares one: type, language, country and
/// status are a `kind`.
enum class Column : std::uint8_t {
  kind,
  genres,
  networks,
  premiered,
  ended,
  rating,
  runtime,
  weight
};
inline constexpr std::size_t column_count = 8;
constexpr std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

/// A show in codes.
struct RowCodes {
  std::array<std::uint16_t, column_count> codes{};
  std::uint32_t tvdb = 0;
  std::uint32_t imdb = 0;
  std::uint32_t updated = 0;

  std::uint16_t& operator[](Column column) { return codes[index_of(column)]; }
  std::uint16_t operator[](Column column) const { return codes[index_of(column)]; }
};

/// What the codes of a table stand for.
struct Meanings {
  using Kind = std::array<std::uint16_t, 4>;      ///< Spellings of type, language, country, status.
  using Networks = std::array<std::uint16_t, 2>;  ///< Spellings of network and web channel.
  using Runtimes = std::array<std::int64_t, 2>;   ///< The runtime and the average one, widened.

  std::array<Vocabulary, 4> kind_words;
  Vocabulary genre_words;
  Vocabulary network_words;

  Dictionary<Kind> kinds;
  Dictionary<std::u16string> genres;  ///< Spellings, in the order of the show.
  Dictionary<Networks> networks;
  Dictionary<NumberCode> ratings;
  Dictionary<Runtimes> runtimes;
  Dictionary<std::int64_t> weights;

  std::size_t bytes() const {
    auto sum = genre_words.bytes() + network_words.bytes() + kinds.bytes() + genres.bytes() +
               networks.bytes() + ratings.bytes() + runtimes.bytes() + weights.bytes();
    for (auto const& words : kind_words) sum += words.bytes();
    return sum;
  }
};

/// Packs shows into codes; it may add meanings.
class Packer {
 public:
  explicit Packer(Meanings& meanings) : meanings_(meanings) {}

  /// None where a value is so irregular, or so many are already there, that no code is left for it.
  std::optional<RowCodes> pack(Show const& show) {
    RowCodes row;
    bool const fits =
        set(row[Column::kind], kind_of(show)) && set(row[Column::genres], genres_code(show)) &&
        set(row[Column::networks], networks_code(show)) &&
        set(row[Column::premiered], DayCode::pack(show.premiered)) &&
        set(row[Column::ended], ended_code(show)) &&
        set(row[Column::rating], meanings_.ratings.code_for(filter::pack(show.rating))) &&
        set(row[Column::runtime],
            meanings_.runtimes.code_for({widened(show.runtime), widened(show.average_runtime)})) &&
        set(row[Column::weight], meanings_.weights.code_for(widened(show.weight))) &&
        set(row.tvdb, pack_id(show.tvdb_id)) && set(row.imdb, ImdbCode::pack(show.imdb_id)) &&
        set(row.updated, show.updated == 0 ? 0U : pack_id(show.updated));
    if (!fits) return std::nullopt;
    return row;
  }

 private:
  template <class Code>
  static bool set(Code& code, std::optional<Code> packed) {
    if (packed) code = *packed;
    return packed.has_value();
  }

  std::optional<std::uint16_t> kind_of(Show const& show) {
    Meanings::Kind kind{};
    std::array<std::optional<std::string> const*, 4> const words{&show.type, &show.language,
                                                                 &show.country, &show.status};
    for (std::size_t at = 0; at < words.size(); ++at)
      if (!set(kind[at], meanings_.kind_words[at].code_for(*words[at]))) return std::nullopt;
    return meanings_.kinds.code_for(kind);
  }

  std::optional<std::uint16_t> genres_code(Show const& show) {
    std::u16string genres;
    for (auto const& genre : show.genres) {
      auto const code = meanings_.genre_words.code_for(genre);
      if (!code) return std::nullopt;
      genres += static_cast<char16_t>(*code);
    }
    return meanings_.genres.code_for(genres);
  }

  std::optional<std::uint16_t> networks_code(Show const& show) {
    auto const network = meanings_.network_words.code_for(show.network);
    auto const web_channel = meanings_.network_words.code_for(show.web_channel);
    if (!network || !web_channel) return std::nullopt;
    return meanings_.networks.code_for({*network, *web_channel});
  }

  /// Shows that have not ended share one code; a day of theirs would need another.
  static std::optional<std::uint16_t> ended_code(Show const& show) {
    if (has_ended(show)) return DayCode::pack(show.ended);
    return show.ended ? std::nullopt : std::optional{DayCode::special};
  }

  Meanings& meanings_;
};

/// A show from its codes, without its id and title.
inline Show unpack(RowCodes const& row, Meanings const& meanings) {
  Show show;
  auto const& kind = meanings.kinds[row[Column::kind]];
  show.type = meanings.kind_words[0].written(kind[0]);
  show.language = meanings.kind_words[1].written(kind[1]);
  show.country = meanings.kind_words[2].written(kind[2]);
  show.status = meanings.kind_words[3].written(kind[3]);
  auto const& networks = meanings.networks[row[Column::networks]];
  show.network = meanings.network_words.written(networks[0]);
  show.web_channel = meanings.network_words.written(networks[1]);
  for (auto const genre : meanings.genres[row[Column::genres]])
    show.genres.push_back(*meanings.genre_words.written(static_cast<std::uint16_t>(genre)));
  if (auto const day = row[Column::premiered]; day >= DayCode::least)
    show.premiered = DayCode::day(day);
  if (auto const day = row[Column::ended]; day >= DayCode::least) show.ended = DayCode::day(day);
  show.rating = unpack(meanings.ratings[row[Column::rating]]);
  show.runtime = narrowed(meanings.runtimes[row[Column::runtime]][0]);
  show.average_runtime = narrowed(meanings.runtimes[row[Column::runtime]][1]);
  show.weight = narrowed(meanings.weights[row[Column::weight]]);
  if (row.tvdb != 0) show.tvdb_id = row.tvdb;
  show.imdb_id = ImdbCode::unpack(row.imdb);
  show.updated = row.updated;
  return show;
}

}  // namespace sievarr::filter

#pragma once

#include <sievarr/base/text.hpp>
#include <sievarr/filter/language/criteria.hpp>
#include <sievarr/filter/subject/asked.hpp>
#include <sievarr/filter/subject/column.hpp>
#include <sievarr/media/catalogue_words.hpp>
#include <sievarr/media/show.hpp>

#include <cstdint>
#include <optional>

namespace sievarr::filter {

inline bool has_ended(Show const& show) { return show.status && same_text(*show.status, "ended"); }

/// Minutes of an episode, else of an average one.
inline std::optional<double> runtime_of(Show const& show) {
  return show.runtime ? show.runtime : show.average_runtime;
}

/// Shows, as rules judge them.
struct Shows {
  using Row = Show;
  using Criteria = filter::Criteria;
  using Columns = ColumnList<
      column::Words<&Show::type, &Show::language, &Show::country, &Show::status>,
      column::WordList<&Show::genres>, column::SameWords<&Show::network, &Show::web_channel>,
      column::Day<&Show::premiered>, column::Day<&Show::ended, has_ended>,
      column::Numbers<&Show::rating>, column::Numbers<&Show::runtime, &Show::average_runtime>,
      column::Numbers<&Show::weight>>;
  using Kept = KeptList<column::Id<&Show::tvdb_id>, column::ImdbId<&Show::imdb_id>,
                        column::Id<&Show::updated>>;

  static constexpr auto key = &Show::id;
  static constexpr auto title = &Show::title;
  static constexpr Rank weight{10};  ///< Popularity.
  static constexpr Nouns nouns{.one = "show", .many = "shows"};

  static constexpr auto asks() {
    return AskList{
        Asks<&Criteria::genres, &Show::genres>{
            .heading = "Genre", .noun = "genre", .words = media::show_genres},
        Asks<&Criteria::types, &Show::type>{
            .heading = "Type", .noun = "type", .words = media::show_types},
        Asks<&Criteria::languages, &Show::language>{.heading = "Language", .noun = "language"},
        Asks<&Criteria::countries, &Show::country>{.heading = "Country", .noun = "country"},
        Asks<&Criteria::networks, &Show::network, &Show::web_channel>{.heading = "Network",
                                                                      .noun = "network"},
        Asks<&Criteria::status, &Show::status>{
            .heading = "Status", .noun = "status", .words = media::show_statuses},
        Asks<&Criteria::premiered, &Show::premiered>{.heading = "Premiered"},
        Asks<&Criteria::ended, &Show::ended>{.heading = "Ended", .unmet = "Not ended"},
        Asks<&Criteria::rating, &Show::rating>{.heading = "Rating"},
        Asks<&Criteria::runtime, &Show::runtime, &Show::average_runtime>{.heading = "Runtime"},
        Asks<&Criteria::popularity, &Show::weight>{.heading = "Popularity"},
        Asks<&Criteria::titles, &Show::title>{.heading = "Title"},
        Asks<&Criteria::where>{.heading = "Rule"},
    };
  }
};

/// The columns of shows, by their place.
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
static_assert(Shows::Columns::size == static_cast<std::size_t>(Column::weight) + 1);

}  // namespace sievarr::filter

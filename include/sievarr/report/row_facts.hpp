#pragma once

#include <sievarr/base/year.hpp>
#include <sievarr/filter/plan/judged_show.hpp>
#include <sievarr/media/show.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sievarr::report {

/// A show as a table shows it: what it is, what becomes of it, and why.
struct RowFacts {
  std::uint32_t row = 0;
  std::int64_t id = 0;
  std::string title;
  std::optional<std::int32_t> year;
  std::optional<std::string> type;
  std::optional<std::string> language;
  std::optional<std::string> country;
  std::optional<std::string> network;
  std::optional<std::string> status;
  std::vector<std::string> genres;
  std::optional<double> rating;
  std::optional<std::int32_t> runtime;
  std::optional<std::int32_t> popularity;
  filter::Verdict verdict = filter::Verdict::filtered;
  std::optional<filter::Category> category;
  std::optional<std::string> selection;
  std::optional<std::string> instance;
  std::string reason;
  std::optional<std::string> actual;
};
BOOST_DESCRIBE_STRUCT(RowFacts, (),
                      (row, id, title, year, type, language, country, network, status, genres,
                       rating, runtime, popularity, verdict, category, selection, instance, reason,
                       actual))

constexpr auto notes_of(reflect::Of<RowFacts>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&RowFacts::row>{.text = "Its row in the catalogue."},
      Note<&RowFacts::id>{.text = "Number in TVMaze's catalogue.", .key = true},
      Note<&RowFacts::title>{.text = "Its title."},
      Note<&RowFacts::year>{.text = "The year in which it premiered."},
      Note<&RowFacts::type>{.text = "What kind of programme it is."},
      Note<&RowFacts::language>{.text = "Language that is mainly spoken."},
      Note<&RowFacts::country>{.text = "Country of its network or web channel."},
      Note<&RowFacts::network>{.text = "Its network, else its web channel."},
      Note<&RowFacts::status>{.text = "Whether it runs still."},
      Note<&RowFacts::genres>{.text = "Its genres."},
      Note<&RowFacts::rating>{.text = "Mean of the viewers' votes."},
      Note<&RowFacts::runtime>{.text = "Minutes of an episode."},
      Note<&RowFacts::popularity>{.text = "The weight that TVMaze gives it."},
      Note<&RowFacts::verdict>{.text = "What becomes of it."},
      Note<&RowFacts::category>{.text = "Why it is not added, in one word."},
      Note<&RowFacts::selection>{.text = "The selection that decided, if one did."},
      Note<&RowFacts::instance>{.text = "The instance that it goes to, if it does."},
      Note<&RowFacts::reason>{.text = "Why, in a sentence."},
      Note<&RowFacts::actual>{
          .text = "What it has where the line looks that caused a change, if it is asked of one."},
  };
}

/// A show of a row, judged by a plan.
inline RowFacts row_facts(filter::Plan const& plan, Show show, std::uint32_t row) {
  auto judged = filter::judged_show(plan, show);
  RowFacts facts{.row = row, .id = show.id, .title = std::move(show.title)};
  facts.year = year_of(show.premiered);
  facts.type = std::move(show.type);
  facts.language = std::move(show.language);
  facts.country = std::move(show.country);
  facts.network = show.network ? std::move(show.network) : std::move(show.web_channel);
  facts.status = std::move(show.status);
  facts.genres = std::move(show.genres);
  facts.rating = show.rating;
  facts.runtime = show.runtime ? show.runtime : show.average_runtime;
  facts.popularity = show.weight;
  facts.verdict = judged.verdict;
  facts.category = judged.category;
  facts.selection = std::move(judged.selection);
  facts.instance = std::move(judged.instance);
  facts.reason = std::move(judged.reason);
  return facts;
}

}  // namespace sievarr::report

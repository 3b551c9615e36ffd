#pragma once

#include "call.hpp"
#include "engine.hpp"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace sievarr::wasm {

/// Which made-up catalogue is wanted.
struct SampleGiven {
  std::uint64_t seed = 0;
  std::uint32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SampleGiven, (), (seed, count))

constexpr auto notes_of(reflect::Of<SampleGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SampleGiven::seed>{.text = "Shows of the same number are the same.", .required = true},
      Note<&SampleGiven::count>{.text = "How many there are.", .required = true},
  };
}

/// Some shows, by their rows.
struct RowsGiven {
  std::vector<std::uint32_t> rows;
};
BOOST_DESCRIBE_STRUCT(RowsGiven, (), (rows))

constexpr auto notes_of(reflect::Of<RowsGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&RowsGiven::rows>{.text = "Their rows.", .required = true},
  };
}

/// The first of the shows that fit.
struct FirstGiven {
  report::RowQuery query;
  std::uint32_t most = 0;
};
BOOST_DESCRIBE_STRUCT(FirstGiven, (), (query, most))

constexpr auto notes_of(reflect::Of<FirstGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&FirstGiven::query>{.text = "Which shows, and in which order.", .required = true},
      Note<&FirstGiven::most>{.text = "How many of them at most.", .required = true},
  };
}

/// The shows that fit, as a file.
struct ExportGiven {
  report::RowQuery query;
  report::ExportFormat format = report::ExportFormat::csv;
};
BOOST_DESCRIBE_STRUCT(ExportGiven, (), (query, format))

constexpr auto notes_of(reflect::Of<ExportGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ExportGiven::query>{.text = "Which shows, and in which order.", .required = true},
      Note<&ExportGiven::format>{.text = "What kind of file.", .required = true},
  };
}

/// Calls about the shows: how they come, which of them fit, what is known of them.
constexpr auto show_calls() {
  return std::tuple{
      Call{"startShows", "Begins a new catalogue; the old one stays until that is finished.",
           [](Engine& engine) { engine.start(); }},
      Call{"finishShows", "Ends the catalogue that was fed.",
           [](Engine& engine) { return engine.finish(); }},
      Call{"loadSample", "Puts a made-up catalogue in the place of the shows.",
           [](Engine& engine, SampleGiven const& given) {
             return engine.load_sample(given.seed, given.count);
           }},
      Call{"order", "The rows that fit, sorted.",
           [](Engine& engine, report::RowQuery const& query) {
             return Column<std::uint32_t>{engine.order(query)};
           }},
      Call{"sections", "Where the sections of the last order begin; none where it had no group.",
           [](Engine& engine) { return Column<std::uint32_t>{engine.sections()}; }},
      Call{"facts", "What is known of shows.",
           [](Engine& engine, RowsGiven const& given) { return engine.facts(given.rows); }},
      Call{"first", "The first shows that fit, and how many fit.",
           [](Engine& engine, FirstGiven const& given) {
             return engine.first(given.query, given.most);
           }},
      Call{"exportShows", "The shows that fit as a file.",
           [](Engine& engine, ExportGiven const& given) {
             return Bytes{engine.exported(engine.order(given.query), given.format)};
           }},
  };
}

/// Columns: numbers for all shows at once.
constexpr auto column_calls() {
  return std::tuple{
      Call{"verdicts", "The verdict on each show, as a number.",
           [](Engine& engine) { return Column<std::uint8_t>{engine.decisions().verdict}; }},
      Call{"categories", "The reason for each show, as a number.",
           [](Engine& engine) { return Column<std::uint8_t>{engine.decisions().category}; }},
      Call{"selections", "The number of the selection that decided, 65535 where none did.",
           [](Engine& engine) { return Column<std::uint16_t>{engine.decisions().selection}; }},
      Call{"routes", "The number of the route that a wanted show takes.",
           [](Engine& engine) { return Column<std::uint16_t>{engine.decisions().route}; }},
      Call{"deciders", "The part of the filter that decided, 4294967295 where no part did alone.",
           [](Engine& engine) { return Column<std::uint32_t>{engine.deciders()}; }},
      Call{"shifts", "What happened to each show: 0 for nothing, else one more than its shift.",
           [](Engine& engine) { return Column<std::uint8_t>{engine.shifts()}; }},
      Call{"pinnedVerdicts", "The verdicts of the baseline.",
           [](Engine& engine) { return Column<std::uint8_t>{engine.pinned().verdict}; }},
  };
}

}  // namespace sievarr::wasm

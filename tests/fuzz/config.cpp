#include <sievarr/config/check_shows.hpp>
#include <sievarr/config/plan.hpp>
#include <sievarr/config/rewrite.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/filter/plan/judged_show.hpp>
#include <sievarr/sample/catalogue.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace sievarr;

config::Layers layers_of(std::string_view text) {
  config::Layers layers{.file = config::Source{"fuzz.yaml", std::string{text}}};
  layers.surroundings.variables = {{"KEY", "0123456789abcdef"}, {"FILE_FILE", "/a"}};
  layers.surroundings.read_file = [](std::string const&) -> Outcome<std::string> {
    return std::string{"contents\n"};
  };
  // The first lines may speak for the environment and the arguments.
  for (int lines = 0; lines < 4 && text.starts_with("# "); ++lines) {
    auto const line = text.substr(2, text.find('\n') - 2);
    text.remove_prefix(std::min(text.size(), line.size() + 3));
    auto const equals = line.find('=');
    if (line.starts_with("set ")) layers.arguments.emplace_back(line.substr(4));
    if (line.starts_with("with ") && equals != line.npos)
      layers.surroundings.variables.emplace(line.substr(5, std::max<std::size_t>(equals, 5) - 5),
                                            line.substr(equals + 1));
  }
  return layers;
}

/// Each problem points into the source, and says something.
void check(Problems const& problems, std::size_t size) {
  for (auto const& problem : problems) {
    if (problem.message.empty() || problem.code.empty()) std::abort();
    if (problem.place.line == 0) continue;
    if (problem.place.begin > problem.place.end || problem.place.end > size) std::abort();
    for (auto const& edit : problem.fix)
      if (edit.begin > edit.end || edit.end > size) std::abort();
  }
}

/// What is shown of a filter reads back as the same filter.
void check_round_trip(filter::Filter const& filter) {
  auto const again = derive::decode<filter::Filter>(derive::redact(filter));
  if (has_errors(again.problems)) std::abort();
  if (derive::digest(again.value) != derive::digest(filter)) std::abort();
}

filter::Table made_up_shows() {
  filter::Table table;
  for (auto const& show : sample::shows(5, 40)) table.upsert(show);
  return table;
}

/// Whatever was read, it judges; both ways give the same, and the reason can be told.
void check_judging(config::Prepared const& prepared) {
  static filter::Table const table = made_up_shows();
  auto const judged = filter::judge_all(prepared.plan, table);
  for (auto const row : table.by_id()) {
    auto const show = table.at(row);
    if (!(filter::judge(prepared.plan, show).decision == judged.decisions.at(row))) std::abort();
    if (filter::judged_show(prepared.plan, show).reason.empty()) std::abort();
  }
}

/// What shows tell about a config is said of places in it.
void check_trying(config::Prepared const& prepared, std::size_t size) {
  static filter::Table const table = made_up_shows();
  check(config::check_shows(prepared.loaded, prepared.plan, table), size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const prepared = config::prepare(layers_of(text), *to_date("2026-01-31"));
  check(prepared.problems, size);
  check_judging(prepared.value);
  if (!has_errors(prepared.problems)) {
    check_round_trip(prepared.value.loaded.config.filter);
    check_trying(prepared.value, size);
  }

  auto const edits = config::rewrite(text, "fuzz.yaml");
  if (edits && !document::edited(text, *edits)) std::abort();
  return 0;
}

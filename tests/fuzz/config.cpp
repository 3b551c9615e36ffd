#include <sievarr/config/plan.hpp>
#include <sievarr/config/rewrite.hpp>
#include <sievarr/derive/digest.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/document/write_yaml.hpp>

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const prepared = config::prepare(layers_of(text), *to_date("2026-01-31"));
  check(prepared.problems, size);
  if (!has_errors(prepared.problems)) check_round_trip(prepared.value.loaded.config.filter);

  auto const edits = config::rewrite(text, "fuzz.yaml");
  if (edits && !document::edited(text, *edits)) std::abort();
  return 0;
}

#pragma once

#include <sievarr/adding/show_state.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::adding {

/// What came of something that a person did about one show. Where it made no sense, nothing came
/// of it, and the error says why.
struct ManualResult {
  std::int64_t show_id = 0;
  std::string title;
  std::optional<Status> was;
  std::optional<Status> became;
  std::optional<std::string> error;
  std::optional<std::string> hint;
};
BOOST_DESCRIBE_STRUCT(ManualResult, (), (show_id, title, was, became, error, hint))
constexpr std::string_view title_of(reflect::Of<ManualResult>) { return "Handled"; }

constexpr auto notes_of(reflect::Of<ManualResult>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ManualResult::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933"},
      Note<&ManualResult::title>{.text = "Its title.", .example = "Fallout"},
      Note<&ManualResult::was>{.text = "What it was before.", .example = "review"},
      Note<&ManualResult::became>{.text = "What it is now.", .example = "pending"},
      Note<&ManualResult::error>{.text = "Why nothing was done.", .example = "it is added already"},
      Note<&ManualResult::hint>{.text = "What to do instead.", .example = "sievarr unskip 44933"},
  };
}

}  // namespace sievarr::adding

#pragma once

#include <sievarr/adding/processing.hpp>
#include <sievarr/reflect/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::adding {

/// What came of something that a person did about one show. Where it made no sense, nothing came
/// of it, and the error says why.
struct Handled {
  std::int64_t show_id = 0;
  std::string title;
  std::optional<Status> was;
  std::optional<Status> became;
  std::optional<std::string> error;
  std::optional<std::string> hint;
};
BOOST_DESCRIBE_STRUCT(Handled, (), (show_id, title, was, became, error, hint))

constexpr auto notes_of(reflect::Of<Handled>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Handled::show_id>{.text = "Number in TVMaze's catalogue.", .example = "44933"},
      Note<&Handled::title>{.text = "Its title.", .example = "Fallout"},
      Note<&Handled::was>{.text = "What it was before.", .example = "review"},
      Note<&Handled::became>{.text = "What it is now.", .example = "pending"},
      Note<&Handled::error>{.text = "Why nothing was done.", .example = "it is added already"},
      Note<&Handled::hint>{.text = "What to do instead.", .example = "sievarr unskip 44933"},
  };
}

}  // namespace sievarr::adding

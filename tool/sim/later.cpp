#include "later.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sievarr::sim {
namespace {

void vote(Show& show, sample::Dice& dice) {
  auto const step = dice.between(-2, 2);
  if (!show.rating && !dice.happens(150)) return;
  auto const tenths = static_cast<int>(std::lround(show.rating.value_or(7.0) * 10));
  show.rating = std::clamp(tenths + step, 10, 98) / 10.0;
}

void go_on(Show& show, sample::Dice& dice) {
  auto const ends = dice.happens(40);
  if (show.status == "In Development" || show.status == "To Be Determined") {
    show.status = "Running";
  } else if (show.status == "Running" && ends) {
    show.status = "Ended";
  }
}

}  // namespace

Show later(Show show, sample::Dice dice) {
  // Above all numbers that the catalogue gives out, and different for different shows.
  constexpr std::int64_t first_late_tvdb_id = 60'000'000;
  vote(show, dice);
  go_on(show, dice);
  show.weight = std::clamp(show.weight.value_or(0) + dice.between(-3, 5), 0, 100);
  if (dice.happens(150) && !show.tvdb_id) show.tvdb_id = first_late_tvdb_id + show.id;
  if (dice.happens(300) && !show.language) show.language = "English";
  if (dice.happens(100) && show.genres.empty()) show.genres.emplace_back("Drama");
  return show;
}

}  // namespace sievarr::sim

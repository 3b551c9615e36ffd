#pragma once

#include <sievarr/api/activity_routes.hpp>
#include <sievarr/api/list.hpp>
#include <sievarr/status/activity_record.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace sievarr::api {

/// Some of what happened.
struct ActivityPage {
  std::vector<status::ActivityRecord> activity;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (activity, total, next))

constexpr auto notes_of(reflect::Of<ActivityPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&ActivityPage::activity>{.text = "What happened, in the order that was asked for."},
      Note<&ActivityPage::total>{.text = "How much there is, with that of other pages."},
      Note<&ActivityPage::next>{.text = "Where the next page begins; absent on the last one."},
  };
}

}  // namespace sievarr::api

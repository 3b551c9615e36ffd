#include <sievarr/adding/resume.hpp>

#include <doctest/doctest.h>

namespace sievarr::adding {
namespace {

Instant const at_start = *to_instant("2026-01-31T10:30:00Z");

Intent intent(std::int64_t id, std::string instance, std::int64_t tvdb_id) {
  return {.id = id, .instance = std::move(instance), .show_id = id, .tvdb_id = tvdb_id};
}

}  // namespace

TEST_CASE("a series that is there after a crash was added, and is not sent again") {
  auto const resumed = resume({intent(7, "main", 371980)}, {{"main", {{371980, 12}}}}, at_start);

  CHECK(resumed == std::vector<Resumption>{Conclude{{.intent = 7,
                                                     .fate = AddOutcome::added,
                                                     .series_id = 12,
                                                     .words = "found there after an interruption",
                                                     .at = at_start}}});
}

TEST_CASE("a series that is not there may be sent again") {
  auto const open = intent(7, "main", 371980);

  CHECK(resume({open}, {{"main", {}}}, at_start) == std::vector<Resumption>{SendAgain{open}});
  CHECK(resume({open}, {{"main", {{1, 12}}}}, at_start) ==
        std::vector<Resumption>{SendAgain{open}});
}

TEST_CASE("nothing is sent to an instance that could not be asked") {
  auto const open = intent(7, "main", 371980);

  CHECK(resume({open}, {}, at_start) == std::vector<Resumption>{Wait{open}});
  CHECK(resume({open}, {{"other", {}}}, at_start) == std::vector<Resumption>{Wait{open}});
}

TEST_CASE("a series is sent once even if two intents want it, but to each instance") {
  auto const first = intent(7, "main", 371980);
  auto const second = intent(8, "main", 371980);
  auto const other = intent(9, "kids", 371980);

  CHECK(resume({first, second, other}, {{"main", {}}, {"kids", {}}}, at_start) ==
        std::vector<Resumption>{SendAgain{first}, Wait{second}, SendAgain{other}});
}

TEST_CASE("a series that is there at the second attempt is ours, at the first it is not") {
  auto sent = intent(7, "main", 371980);
  CHECK(fate_if_there(sent) == AddOutcome::exists);
  sent.attempts = 2;
  CHECK(fate_if_there(sent) == AddOutcome::added);
}

TEST_CASE("without open intents there is nothing to do") {
  CHECK(resume({}, {}, at_start).empty());
}

}  // namespace sievarr::adding

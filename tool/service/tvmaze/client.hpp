#pragma once

#include "net/transport.hpp"
#include "os/clock.hpp"

#include <sievarr/config/tvmaze.hpp>
#include <sievarr/mirror/fetch_plan.hpp>
#include <sievarr/wire/freshness.hpp>
#include <sievarr/wire/tvmaze/tvmaze.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::tvmaze {

/// What TVMaze has changed, as far back as was asked.
struct UpdatesAnswer {
  mirror::Updates updates;
  Problems problems = {};  ///< Entries that made no sense and are left out.
  wire::Freshness freshness = {};
};

/// What is known of a page before it is asked for. With the etag of a version that was read, TVMaze
/// may answer that nothing has changed; shows that are not wanted may be left out.
struct KnownPage {
  std::optional<std::string> etag = {};
  wire::tvmaze::Wants wants = {};
};

/// A page of the index.
struct PageAnswer {
  enum class Kind : std::uint8_t { shows, missing, unchanged };

  Kind kind = Kind::shows;
  std::vector<Show> shows = {};
  Problems problems = {};  ///< Entries that are no show, values that are taken as unknown.
  wire::Freshness freshness = {};
  std::optional<std::string> etag = {};
};

/// What came when something was asked for, and when.
struct Arrival {
  Outcome<wire::Response> response;
  Instant at;
};

/// A page that came and was not read yet. Whoever reads one while the next one comes loses no time.
struct UnreadPage {
  std::int64_t number = 0;
  KnownPage known = {};
  Arrival arrival;
};

/// A single show; none where TVMaze says that there is none.
struct ShowAnswer {
  std::optional<Show> show;
  wire::Freshness freshness = {};
};

/// TVMaze's catalogue. How fast it is asked, and how often again when it does not answer, is the
/// business of the transport; an answer that cannot be read is asked for again here.
class Tvmaze {
 public:
  Tvmaze(net::Transport& transport, config::Tvmaze const& config, os::Clock& clock);

  /// Whether TVMaze answers and takes the key.
  Outcome<Done> check();

  Outcome<UpdatesAnswer> updates(config::UpdateWindow window);

  /// A page asked for, and a page read; where it makes no sense it is asked for again.
  UnreadPage ask_page(std::int64_t number, KnownPage known = {});
  Outcome<PageAnswer> read_page(UnreadPage page);
  Outcome<PageAnswer> page(std::int64_t number, KnownPage known = {});

  Outcome<ShowAnswer> show(std::int64_t id);

 private:
  /// A request, and how it is called in messages, where no key may stand.
  struct LabelledRequest {
    std::string label;
    std::size_t most = 0;
    wire::Request request = {};
  };

  LabelledRequest request_for(std::string_view path, std::size_t most) const;
  LabelledRequest page_request(std::int64_t page, KnownPage const& known) const;
  Arrival ask(LabelledRequest const& labelled);
  std::optional<Failure> refusal(LabelledRequest const& labelled,
                                 wire::Response const& response) const;

  template <class Read>
  auto read_again(LabelledRequest const& labelled, Arrival arrival, Read read)
      -> decltype(read(wire::Response{}, Instant{}));

  net::Transport& transport_;
  config::Tvmaze config_;
  os::Clock& clock_;
};

/// What is remembered of a page that was asked for. One that has not changed is as new as the
/// answer that says so.
mirror::PageCopy page_copy(std::int64_t number, Outcome<PageAnswer> const& answer);

}  // namespace sievarr::tvmaze

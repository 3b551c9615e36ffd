#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

namespace sievarr {
struct Show;
}

/// Requests about shows, and what people decide about them. The types of what is sent and
/// answered are only named, so that whoever wants the table need not compile them.
namespace sievarr::api {

struct Chosen;
struct HandledAnswer;
struct JudgeAnswer;
struct ListQuery;
struct RefilterAnswer;
struct ReviewPage;
struct ShowPath;
struct ShowReport;
struct ShowsPage;
struct ShowsQuery;

inline constexpr std::string_view catalogue = "The catalogue";
inline constexpr std::string_view decisions = "Decisions of people";

using access::Scope;
using enum wire::Method;

struct ListShows {
  static constexpr Route route{.path = "/api/v1/shows",
                               .text = "Shows that meet all that is asked, page by page.",
                               .group = catalogue,
                               .scope = Scope::read};
  using Types = Exchange<ShowsQuery, Nothing, ShowsPage>;
};

struct GetShow {
  static constexpr Route route{.path = "/api/v1/shows/{id}",
                               .text = "One show: what has become of it, and why.",
                               .group = catalogue,
                               .scope = Scope::read};
  using Types = Exchange<ShowPath, Nothing, ShowReport>;
};

struct ExportShows {
  static constexpr Route route{.path = "/api/v1/export",
                               .text =
                                   "The catalogue, a show a line, behind a line that says "
                                   "where it comes from.",
                               .group = catalogue,
                               .scope = Scope::read,
                               .media = "application/x-ndjson"};
  using Types = Read<Show>;
};

struct JudgeConfig {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/judge",
                               .text =
                                   "What another config would make of the catalogue. "
                                   "Variables and files are not looked up for it.",
                               .group = catalogue,
                               .scope = Scope::read,
                               .takes = "application/yaml"};
  using Types = Read<JudgeAnswer>;
};

struct RefilterShows {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/refilter",
                               .text = "Judges the whole catalogue again, without asking anybody.",
                               .group = catalogue,
                               .scope = Scope::act};
  using Types = Read<RefilterAnswer>;
};

struct ListReview {
  static constexpr Route route{.path = "/api/v1/review",
                               .text = "The shows that a person has to look at.",
                               .group = decisions,
                               .scope = Scope::read};
  using Types = Exchange<ListQuery, Nothing, ReviewPage>;
};

struct Approve {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/review/approve",
                               .text = "Lets shows in that wait for a person.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

struct Reject {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/review/reject",
                               .text = "Keeps shows out that wait for a person.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

struct Later {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/review/later",
                               .text =
                                   "Asks about shows again in 30 days, or when the show or the "
                                   "config changes what is asked.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

struct Undo {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/review/undo",
                               .text =
                                   "Takes back what was decided about shows that were not added "
                                   "yet.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

struct Skip {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/skip",
                               .text = "Keeps shows out, whatever the filter says.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

struct Unskip {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/unskip",
                               .text = "Takes that back.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

struct Retry {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/retry",
                               .text = "Tries shows again that were refused, given up or removed.",
                               .group = decisions,
                               .scope = Scope::act};
  using Types = Exchange<Nothing, Chosen, HandledAnswer>;
};

using CatalogueRoutes = std::tuple<ListShows, GetShow, ExportShows, JudgeConfig, RefilterShows,
                                   ListReview, Approve, Reject, Later, Undo, Skip, Unskip, Retry>;

}  // namespace sievarr::api

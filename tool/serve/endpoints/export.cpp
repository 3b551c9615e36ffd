#include "serve/routing/endpoint.hpp"

#include <sievarr/wire/export.hpp>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>

namespace sievarr::serve {
namespace {

/// The catalogue, some shows at a time, so that nobody waits for a slow reader.
class ExportStream final : public http::Source {
 public:
  explicit ExportStream(app::Application const& application) : application_(application) {}

  std::optional<std::string> next() override {
    std::string text;
    if (last_ == before_all) wire::append_export_header(text);
    bool const more = application_.look([&](filter::Table const& table, auto const&) {
      auto const& rows = table.by_id();
      auto const behind = [&](std::int64_t id, std::uint32_t row) { return id < table.ids()[row]; };
      auto at = std::upper_bound(rows.begin(), rows.end(), last_, behind);
      for (; at != rows.end() && text.size() < piece; ++at) {
        last_ = table.ids()[*at];
        if (table.gone()[*at] == 0) wire::append_export_line(text, table.at(*at));
      }
      return at != rows.end();
    });
    if (text.empty() && !more) return std::nullopt;
    return text;
  }

 private:
  static constexpr std::size_t piece = 64 << 10;
  static constexpr std::int64_t before_all = std::numeric_limits<std::int64_t>::min();

  app::Application const& application_;
  std::int64_t last_ = before_all;
};

}  // namespace

template <>
http::Answer answer<api::ExportShows>(Context& context, RouteRequest&) {
  http::Answer answer(wire::Response{
      .headers = {{"Content-Type", "application/x-ndjson"},
                  {"Content-Disposition", "attachment; filename=\"shows.ndjson\""}}});
  answer.source = std::make_unique<ExportStream>(context.application);
  return answer;
}

}  // namespace sievarr::serve

#include "log/log.hpp"
#include "history.hpp"

#include <sievarr/api/log.hpp>

#include <string>
#include <utility>
#include <vector>

namespace sievarr::serve {
namespace {

api::LogLine log_line(log::KeptLine line) {
  std::string words;
  for (auto const& [name, value] : line.fields)
    words.append(words.empty() ? "" : " ").append(name).append("=").append(value);
  return {.number = line.number,
          .at = line.at,
          .level = line.level,
          .room = std::move(line.room),
          .message = std::move(line.message),
          .fields = std::move(line.fields),
          .words = std::move(words)};
}

}  // namespace

template <>
http::Answer answer<api::ListLog>(Context& context, RouteRequest& request) {
  return with_parameters<api::ListLog>(request, [&](api::LogQuery const& query) {
    return with_search<api::LogLine>(
        query.list, api::Direction::descending, [&](auto const& search) {
          std::vector<api::LogLine> lines;
          for (auto& line : context.log.kept())
            if (!query.level || line.level >= *query.level)
              lines.push_back(log_line(std::move(line)));
          auto page = search.page(std::move(lines));
          if (!page) return no_such_place();
          return typed<api::ListLog>(
              {.lines = std::move(page->lines), .total = page->total, .next = page->next});
        });
  });
}

}  // namespace sievarr::serve

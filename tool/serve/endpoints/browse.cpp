#include "browse.hpp"

#include "cursor.hpp"

#include <sievarr/base/fold.hpp>
#include <sievarr/filter/browse/find.hpp>
#include <sievarr/filter/columns/judge_all.hpp>
#include <sievarr/filter/plan/compile.hpp>

#include <algorithm>
#include <utility>

namespace sievarr::serve {
namespace {

using api::Direction;
using api::ShowsQuery;

bool asks_nothing(filter::Criteria const& criteria) { return criteria == filter::Criteria{}; }

/// A plan that takes what meets the criteria, and nothing else.
filter::Plan plan_for(filter::Criteria const& criteria, Date today) {
  filter::Filter filter;
  filter.selections.push_back({.criteria = criteria});
  return filter::compile(filter, {.today = today}).value;
}

template <class T>
bool is_among(std::vector<T> const& wanted, T const& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// Which rows a query asks for.
class QueriedRows {
 public:
  QueriedRows(BrowsedShows const& browsed, ShowsQuery const& query)
      : browsed_(browsed), query_(query) {
    auto const names = browsed.roster.names();
    selections_ = codes_of(names, query.selection);
    instances_ = codes_of(names, query.instance);
  }

  bool is_everything() const {
    return !query_.search && !asks_of_processing() && asks_nothing(query_.criteria);
  }

  /// In the order of their ids.
  std::vector<std::uint32_t> rows() const {
    auto rows = present();
    if (query_.search) keep_found(rows);
    if (!asks_nothing(query_.criteria)) keep_judged(rows);
    if (asks_of_processing())
      std::erase_if(rows, [&](std::uint32_t row) { return !is_processed_so(row); });
    return rows;
  }

 private:
  using Codes = std::vector<std::uint16_t>;

  static Codes codes_of(std::vector<std::string> const& names,
                        std::vector<std::string> const& wanted) {
    Codes codes;
    for (std::size_t code = 1; code < names.size(); ++code)
      if (!wanted.empty() && is_among(wanted, names[code]))
        codes.push_back(static_cast<std::uint16_t>(code));
    return codes;
  }

  std::vector<std::uint32_t> present() const {
    auto rows = browsed_.table.by_id();
    auto const& gone = browsed_.table.gone();
    std::erase_if(rows, [&](std::uint32_t row) { return gone[row] != 0; });
    return rows;
  }

  void keep_found(std::vector<std::uint32_t>& rows) const {
    auto found = filter::Finder(browsed_.table).find(*query_.search).rows;
    std::sort(found.begin(), found.end());
    std::erase_if(rows, [&](std::uint32_t row) {
      return !std::binary_search(found.begin(), found.end(), std::size_t{row});
    });
  }

  void keep_judged(std::vector<std::uint32_t>& rows) const {
    auto const plan = plan_for(query_.criteria, browsed_.today);
    auto const judged = filter::judge_all(plan, browsed_.table);
    std::erase_if(rows, [&](std::uint32_t row) {
      return judged.decisions.at(row).verdict == filter::Verdict::filtered;
    });
  }

  bool asks_of_processing() const {
    return !query_.processing_status.empty() || !query_.category.empty() ||
           !query_.selection.empty() || !query_.instance.empty() || query_.in_library;
  }

  bool is_processed_so(std::uint32_t row) const {
    auto const& roster = browsed_.roster;
    if (!roster.knows(row)) return false;
    if (!is_among(query_.processing_status, roster.status(row))) return false;
    auto const category = roster.category(row);
    if (!query_.category.empty() && !(category && is_among(query_.category, *category)))
      return false;
    if (!query_.selection.empty() && !has(selections_, roster.selection(row))) return false;
    if (!query_.instance.empty() && !has(instances_, roster.instance(row))) return false;
    return !query_.in_library || roster.in_library(row) == *query_.in_library;
  }

  static bool has(Codes const& codes, std::uint16_t code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  }

  BrowsedShows const& browsed_;
  ShowsQuery const& query_;
  Codes selections_;
  Codes instances_;
};

/// What is asked for most: all shows in the order of their ids, from one on. Nothing is sorted.
std::vector<std::uint32_t> first_rows(filter::Table const& table,
                                      std::optional<Cursor> const& after, std::size_t limit) {
  auto const& all = table.by_id();
  auto at = all.begin();
  if (after)
    at =
        std::upper_bound(all.begin(), all.end(), after->id,
                         [&](std::int64_t id, std::uint32_t row) { return id < table.ids()[row]; });
  std::vector<std::uint32_t> rows;
  for (; at != all.end() && rows.size() < limit; ++at)
    if (table.gone()[*at] == 0) rows.push_back(*at);
  return rows;
}

/// Leaves the first rows of an order that come behind a place, sorted.
void cut(std::vector<std::uint32_t>& rows, Order const& order, std::optional<Cursor> const& after,
         std::size_t limit) {
  if (after) std::erase_if(rows, [&](std::uint32_t row) { return !order.is_behind(row, *after); });
  auto const before = [&](auto a, auto b) { return order.comes_before(a, b); };
  auto const most = std::min(limit, rows.size());
  auto const end = rows.begin() + static_cast<std::ptrdiff_t>(most);
  // Sorting only the first of many costs most where the rows stand the other way round.
  if (end != rows.end()) std::nth_element(rows.begin(), end, rows.end(), before);
  std::sort(rows.begin(), end, before);
  rows.resize(most);
}

}  // namespace

api::ShowLine show_line(BrowsedShows const& browsed, std::size_t row,
                        std::vector<std::string> const& names) {
  api::ShowLine line{.show = browsed.table.at(row)};
  auto const& roster = browsed.roster;
  if (!roster.knows(row)) return line;
  line.processing_status = roster.status(row);
  line.category = roster.category(row);
  if (auto const code = roster.selection(row)) line.selection = names[code];
  if (auto const code = roster.instance(row)) line.instance = names[code];
  line.in_library = roster.in_library(row);
  return line;
}

std::optional<api::ShowsPage> browse(BrowsedShows const& browsed, ShowsQuery const& query) {
  std::optional<Cursor> after;
  if (query.after) {
    after = Cursor::read(*query.after, query.sort);
    if (!after) return std::nullopt;
  }
  auto const limit = static_cast<std::size_t>(static_cast<int>(query.limit));
  Order const order(browsed.table, query.sort, query.direction);
  QueriedRows const queried(browsed, query);
  std::vector<std::uint32_t> rows;
  api::ShowsPage page;
  if (queried.is_everything() && order.is_by_id()) {
    rows = first_rows(browsed.table, after, limit + 1);
    page.total = static_cast<std::int64_t>(browsed.table.present());
  } else {
    rows = queried.rows();
    page.total = static_cast<std::int64_t>(rows.size());
    cut(rows, order, after, limit + 1);
  }
  auto const names = browsed.roster.names();
  if (rows.size() > limit) {
    rows.resize(limit);
    page.next = order.cursor_at(rows.back()).text(query.sort);
  }
  for (auto const row : rows) page.shows.push_back(show_line(browsed, row, names));
  return page;
}

}  // namespace sievarr::serve

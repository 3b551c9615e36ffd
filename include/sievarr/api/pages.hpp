#pragma once

#include <sievarr/base/ascii.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/scalar.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The addresses of the page as data: the daemon serves the page at each of them, and the page's
/// own router is made from the same table.
namespace sievarr::api {

/// Where the rail has the area of a page: at its head, below one of its three headings, or nowhere.
BOOST_DEFINE_ENUM_CLASS(PageGroup, home, discover, library, operate, apart)

/// What the sign-in of somebody must allow, so that there is something to see at an address.
BOOST_DEFINE_ENUM_CLASS(PageScope, open, read, owner)

/// Whether the page has the address where no daemon serves it: never, always, or once somebody has
/// opened the export of a library.
BOOST_DEFINE_ENUM_CLASS(PageFiles, never, always, with_library)

/// An address of the page.
struct Page {
  std::string path;
  std::string title;
  std::string area;
  PageGroup group = PageGroup::apart;
  PageScope scope = PageScope::read;
  PageFiles files = PageFiles::never;

  bool operator==(Page const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Page, (), (path, title, area, group, scope, files))

constexpr auto notes_of(reflect::Of<Page>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Page::path>{.text = "Path below `server.url_base`; what is in braces is a number.",
                        .example = "/library/series/{id}"},
      Note<&Page::title>{.text = "What a person calls the place.", .example = "Changes"},
      Note<&Page::area>{.text = "The area it belongs to, which the rail has once.",
                        .example = "Filter"},
      Note<&Page::group>{.text = "Where the rail has its area."},
      Note<&Page::scope>{.text = "What a sign-in must allow, so that there is something to see."},
      Note<&Page::files>{.text = "Whether the page has it where no daemon serves it."},
  };
}

/// The pages of an area, which have all but the path and the title in common.
class PageArea {
 public:
  PageArea(std::vector<Page>& all, Page common) : all_(all), common_(std::move(common)) {}

  PageArea& add(std::string_view path, std::string_view title) {
    return add(path, title, common_.scope);
  }
  PageArea& add(std::string_view path, std::string_view title, PageScope scope) {
    auto next = common_;
    next.path = path;
    next.title = title;
    next.scope = scope;
    all_.push_back(std::move(next));
    return *this;
  }

 private:
  std::vector<Page>& all_;
  Page common_;
};

/// What may come in, and what is decided about it.
inline void add_discover(std::vector<Page>& all) {
  PageArea(all, {.area = "Filter", .group = PageGroup::discover, .files = PageFiles::always})
      .add("/filter/changes", "Changes")
      .add("/filter/shows", "Shows")
      .add("/filter/funnel", "Funnel")
      .add("/filter/charts", "Charts")
      .add("/filter/tests", "Tests")
      .add("/filter/learn", "Learn");
  for (std::string_view const name : {"Catalogue", "Plan", "Review"})
    PageArea(all, {.area = std::string{name}, .group = PageGroup::discover})
        .add("/" + ascii_lowered(std::string{name}), name);
}

/// What is there, what is missing, what could be better, and what looks for it.
inline void add_library(std::vector<Page>& all) {
  auto const group = PageGroup::library;
  PageArea(all, {.area = "Library", .group = group})
      .add("/library", "Library")
      .add("/library/series/{id}", "Series")
      .add("/library/series/{id}/season/{n}", "Season")
      .add("/library/movie/{id}", "Movie");
  PageArea(all, {.area = "Calendar", .group = group}).add("/calendar", "Calendar");
  PageArea(all, {.area = "Wanted", .group = group})
      .add("/wanted/gaps", "Gaps")
      .add("/wanted/upgrades", "Upgrades");
  PageArea(all, {.area = "Scores", .group = group, .files = PageFiles::with_library})
      .add("/scores/overview", "Overview")
      .add("/scores/formats", "Formats")
      .add("/scores/candidates", "Candidates")
      .add("/scores/timeline", "Timeline")
      .add("/scores/what-if", "What if");
  PageArea(all, {.area = "Search", .group = group})
      .add("/search/overview", "Overview")
      .add("/search/plan", "Plan")
      .add("/search/budget", "Budget")
      .add("/search/receipts", "Receipts")
      .add("/search/schedules", "Schedules")
      .add("/search/what-if", "What if");
}

/// What happened, and how the program is set.
inline void add_operate(std::vector<Page>& all) {
  auto const group = PageGroup::operate;
  PageArea(all, {.area = "Activity", .group = group})
      .add("/activity/journal", "Journal")
      .add("/activity/runs", "Runs")
      .add("/activity/statistics", "Statistics")
      .add("/activity/log", "Log", PageScope::owner)
      .add("/activity/audit", "Audit", PageScope::owner);
  PageArea(all, {.area = "Settings", .group = group, .scope = PageScope::owner})
      .add("/settings/config", "Config")
      .add("/settings/instances", "Instances")
      .add("/settings/notifications", "Notifications")
      .add("/settings/access", "Access")
      .add("/settings/secrets", "Secrets")
      .add("/settings/backup", "Backup")
      .add("/settings/appearance", "Appearance", PageScope::read)
      .add("/settings/about", "About", PageScope::read);
}

/// All addresses of the page, in the order of the rail.
inline std::vector<Page> pages() {
  std::vector<Page> all;
  PageArea(all, {.area = "Home", .group = PageGroup::home}).add("/", "Home");
  PageArea(all, {.area = "Set-up", .scope = PageScope::open}).add("/setup", "Set-up");
  PageArea(all, {.area = "Sign in", .scope = PageScope::open}).add("/login", "Sign in");
  add_discover(all);
  add_library(all);
  add_operate(all);
  return all;
}

/// Whether a segment of a path is a number, as one in braces has to be. The API has words at such
/// places, so that `/library/series/12` is the page's and `/library/12/seasons` is not.
inline bool is_page_number(std::string_view segment) {
  return !segment.empty() && segment.size() <= 18 &&
         segment.find_first_not_of("0123456789") == segment.npos;
}

/// Whether a path leads to a page, segment by segment.
inline bool is_at(Page const& page_here, std::vector<std::string> const& path) {
  std::string_view form = page_here.path;
  for (auto const& segment : path) {
    if (form.empty()) return false;
    form.remove_prefix(1);
    auto const wanted = form.substr(0, form.find('/'));
    form.remove_prefix(wanted.size());
    if (wanted.starts_with('{') ? !is_page_number(segment) : wanted != segment) return false;
  }
  return form.empty();
}

/// Whether a path below the base, in its segments, is an address of the page.
inline bool is_page(std::vector<Page> const& all, std::vector<std::string> const& path) {
  return std::any_of(all.begin(), all.end(), [&](Page const& each) { return is_at(each, path); });
}

}  // namespace sievarr::api

#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/filter/judge_all.hpp>
#include <sievarr/filter/selection.hpp>
#include <sievarr/filter/table.hpp>
#include <sievarr/report/judged.hpp>
#include <sievarr/report/problem_report.hpp>
#include <sievarr/wire/shows.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::wasm {

/// What came of loading shows.
struct Loaded {
  std::size_t shows = 0;
  std::size_t bad = 0;
  std::size_t odd = 0;
  report::ProblemReport problems{Problems{}};
};
BOOST_DESCRIBE_STRUCT(Loaded, (), (shows, bad, odd, problems))

constexpr auto notes_of(reflect::Of<Loaded>) {
  using reflect::Note;
  return std::tuple{
      Note<&Loaded::shows>{.text = "How many shows there are now."},
      Note<&Loaded::bad>{.text = "Entries that are no show."},
      Note<&Loaded::odd>{.text = "Values that were taken as absent."},
      Note<&Loaded::problems>{.text = "The first of them."},
  };
}

/// What a filter makes of the shows, apart from the columns.
struct Answer {
  report::ProblemReport problems{Problems{}};
  bool judged = false;
  report::CountReport counts;
  std::string filter_hash;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (problems, judged, counts, filter_hash))

constexpr auto notes_of(reflect::Of<Answer>) {
  using reflect::Note;
  return std::tuple{
      Note<&Answer::problems>{.text = "All there is to say about the filter."},
      Note<&Answer::judged>{.text = "Whether the columns are of this filter."},
      Note<&Answer::counts>{.text =
                                "How many shows got which answer; none where it is not judged."},
      Note<&Answer::filter_hash>{.text = "Hash of what the filter means."},
  };
}

/// The core for a page: shows go in once, filters as often as somebody types, columns come out.
class Engine {
 public:
  /// Begins a new catalogue.
  void start();
  void feed(std::string_view bytes) { reader_->feed(bytes); }
  Loaded finish();

  /// Puts a made-up catalogue in the place of the shows.
  Loaded load_sample(std::uint64_t seed, std::size_t count);

  /// Reads a filter and judges every show. Where it has errors, the columns stay as they were.
  Answer judge(std::string_view yaml, Date today);

  filter::Decisions const& decisions() const { return decisions_; }

 private:
  std::unique_ptr<filter::Table> table_ = std::make_unique<filter::Table>();
  std::unique_ptr<filter::TitleHits> hits_;
  std::unique_ptr<wire::ShowReader> reader_;
  filter::Decisions decisions_;
};

}  // namespace sievarr::wasm

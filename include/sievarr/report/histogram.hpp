#pragma once

#include <sievarr/filter/browse/row_bins.hpp>
#include <sievarr/report/group_line.hpp>

#include <vector>

namespace sievarr::report {

/// Shows from one number up to another.
struct BinLine {
  double from = 0;
  double to = 0;
  VerdictTallies verdicts;
};
BOOST_DESCRIBE_STRUCT(BinLine, (), (from, to, verdicts))

constexpr auto notes_of(reflect::Of<BinLine>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&BinLine::from>{.text = "The least number of the bin."},
      Note<&BinLine::to>{.text = "The number at which the next begins."},
      Note<&BinLine::verdicts>{.text = "How many got each verdict."},
  };
}

/// How shows spread over the numbers that a bound cuts through.
struct HistogramReport {
  filter::Measure measure = filter::Measure::rating;
  std::vector<BinLine> bins;
  VerdictTallies unknown;
};
BOOST_DESCRIBE_STRUCT(HistogramReport, (), (measure, bins, unknown))

constexpr auto notes_of(reflect::Of<HistogramReport>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&HistogramReport::measure>{.text = "What is measured; days count as years."},
      Note<&HistogramReport::bins>{.text = "From the least to the greatest."},
      Note<&HistogramReport::unknown>{.text = "Shows that have no such number."},
  };
}

inline HistogramReport histogram_report(filter::Histogram const& histogram,
                                        filter::Measure measure) {
  HistogramReport report{.measure = measure, .bins = {}, .unknown = tallies_of(histogram.unknown)};
  for (auto const& bin : histogram.bins)
    report.bins.push_back({bin.from, bin.to, tallies_of(bin.verdicts)});
  return report;
}

}  // namespace sievarr::report

#pragma once

#include <sievarr/filter/browse/row_groups.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// How shows spread over the numbers that a bound cuts through.
namespace sievarr::filter {

/// What bounds are set on. Days count as years, and parts of one.
BOOST_DEFINE_ENUM_CLASS(Measure, rating, runtime, popularity, premiered, ended)

constexpr Criterion criterion_of(Measure measure) {
  switch (measure) {
    case Measure::rating: return Criterion::rating;
    case Measure::runtime: return Criterion::runtime;
    case Measure::popularity: return Criterion::popularity;
    case Measure::premiered: return Criterion::premiered;
    default: return Criterion::ended;
  }
}

inline std::optional<Measure> measure_of(Criterion criterion) {
  for (auto const& each : reflect::enumerators_of<Measure>())
    if (criterion_of(each.value) == criterion) return each.value;
  return std::nullopt;
}

/// A day on a scale of years: the first of January 2020 is 2020.
inline double years_of(Date day) {
  using namespace std::chrono;
  auto const year = year_month_day{day}.year();
  Date const first{year / January / 1};
  Date const next{(year + years{1}) / January / 1};
  return static_cast<int>(year) +
         static_cast<double>((day - first).count()) / static_cast<double>((next - first).count());
}

/// The day that stands at a place on that scale.
inline Date day_at(double years) {
  using namespace std::chrono;
  auto const whole = std::floor(years);
  Date const first{year{static_cast<int>(whole)} / January / 1};
  Date const next{year{static_cast<int>(whole) + 1} / January / 1};
  auto const part = (years - whole) * static_cast<double>((next - first).count());
  return first + days{static_cast<int>(std::lround(part))};
}

/// Where a show stands on a scale, if that is known.
inline std::optional<double> value_of(Measure measure, Show const& show) {
  auto const in_years = [](std::optional<Date> day) {
    return day ? std::optional{years_of(*day)} : std::nullopt;
  };
  if (measure == Measure::premiered) return in_years(show.premiered);
  if (measure == Measure::ended) return in_years(has_ended(show) ? show.ended : std::nullopt);
  if (measure == Measure::rating) return show.rating;
  return measure == Measure::runtime ? runtime_of(show) : std::optional<double>{show.weight};
}

/// The scale of a measure, and how wide a bin of it is.
struct Scale {
  double low = 0;
  double high = 0;
  double width = 1;

  std::size_t bins() const { return static_cast<std::size_t>(std::lround((high - low) / width)); }
  /// What is beyond an end counts in the bin there.
  std::size_t bin_of(double value) const {
    auto const at = std::floor((value - low) / width);
    return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(bins() - 1)));
  }
};

inline Scale scale_of(Measure measure, std::vector<std::optional<double>> const& values) {
  switch (measure) {
    case Measure::rating: return {0, 10, 0.25};
    case Measure::runtime: return {0, 150, 5};
    case Measure::popularity: return {0, 100, 4};
    default: break;
  }
  constexpr double earliest = 1940;
  Scale scale{2000, 2001, 1};
  for (auto const& value : values)
    if (value && *value < 2100) {
      scale.low = std::max(earliest, std::min(scale.low, std::floor(*value)));
      scale.high = std::max(scale.high, std::floor(*value) + 1);
    }
  return scale;
}

/// The verdicts of shows from one number up to another.
struct Bin {
  double from = 0;
  double to = 0;
  VerdictCounts verdicts{};
};

struct Histogram {
  std::vector<Bin> bins;
  VerdictCounts unknown{};
};

/// Sorts the rows of a table into bins once, to count the verdicts as often as they change.
class RowBins {
 public:
  RowBins(Table const& table, Measure measure)
      : representatives_(speakers_of(table, column_of(measure))) {
    for (auto const& show : representatives_.shows) {
      auto const value = value_of(measure, show);
      values_.push_back(value && std::isfinite(*value) ? value : std::nullopt);
    }
    scale_ = scale_of(measure, values_);
  }

  Histogram count(Table const& table, Decisions const& decisions) const {
    Histogram histogram;
    for (std::size_t at = 0; at < scale_.bins(); ++at)
      histogram.bins.push_back({scale_.low + scale_.width * static_cast<double>(at),
                                scale_.low + scale_.width * static_cast<double>(at + 1)});
    auto const counts = verdicts_of(representatives_, table, decisions);
    for (std::size_t speaker = 0; speaker < counts.size(); ++speaker) {
      auto const& value = values_[speaker];
      add_to(value ? histogram.bins[scale_.bin_of(*value)].verdicts : histogram.unknown,
             counts[speaker]);
    }
    return histogram;
  }

 private:
  static Column column_of(Measure measure) {
    switch (measure) {
      case Measure::rating: return Column::rating;
      case Measure::runtime: return Column::runtime;
      case Measure::popularity: return Column::weight;
      case Measure::premiered: return Column::premiered;
      default: return Column::ended;
    }
  }

  Representatives representatives_;
  std::vector<std::optional<double>> values_;  // Of each speaker.
  Scale scale_;
};

}  // namespace sievarr::filter

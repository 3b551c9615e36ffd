#pragma once

#include <sievarr/api/list_field.hpp>
#include <sievarr/base/closest.hpp>
#include <sievarr/base/text.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::api {

/// Values from one on, up to one, or both; where both are the same, that value alone.
struct ListRange {
  std::optional<ListValue> from = {};
  std::optional<ListValue> to = {};

  bool holds(ListValue const& value) const {
    return (!from || *from <= value) && (!to || value <= *to);
  }
};

/// What is wanted of a field: one of some values, or that it is absent.
struct ListCondition {
  std::size_t field = 0;
  bool absent = false;
  std::vector<ListRange> ranges = {};

  bool met_by(std::vector<ListValue> const& values) const {
    if (values.empty()) return absent;
    return std::any_of(values.begin(), values.end(), [&](ListValue const& value) {
      return std::any_of(ranges.begin(), ranges.end(),
                         [&](ListRange const& range) { return range.holds(value); });
    });
  }
};

/// A day as an end of a range of moments: its first moment, or its last.
inline std::optional<ListValue> moment_of_day(std::string_view text, std::chrono::milliseconds in) {
  auto const day = to_date(text);
  if (!day) return std::nullopt;
  return to_fixed_text(Instant{*day} + in);
}

/// Reads what is wanted of one field.
template <class Line>
class ListConditionReader {
 public:
  explicit ListConditionReader(ListField<Line> const& field) : field_(field) {}

  Result<ListRange, Misfit> range(std::string_view text) const {
    auto const dots = text.find("..");
    bool const is_ordered = field_.kind != ListKind::text && field_.kind != ListKind::word;
    if (!is_ordered || dots == text.npos) return both(text, text);
    return both(text.substr(0, dots), text.substr(dots + 2));
  }

 private:
  Result<ListRange, Misfit> both(std::string_view from, std::string_view to) const {
    using namespace std::chrono_literals;
    ListRange read;
    if (auto misfit = end(read.from, from, 0ms)) return *std::move(misfit);
    if (auto misfit = end(read.to, to, 24h - 1ms)) return *std::move(misfit);
    return read;
  }

  std::optional<Misfit> end(std::optional<ListValue>& into, std::string_view text,
                            std::chrono::milliseconds in_day) const {
    if (text.empty()) return std::nullopt;
    if (field_.kind == ListKind::moment) into = moment_of_day(text, in_day);
    if (into) return std::nullopt;
    auto value = field_.read(text);
    if (!value) return value.error();
    into = *std::move(value);
    return std::nullopt;
  }

  ListField<Line> const& field_;
};

/// The field that is called so, or what to say where none is.
template <class Line>
Result<std::size_t, Misfit> find_list_field(std::vector<ListField<Line>> const& fields,
                                            std::string_view name) {
  std::vector<std::string_view> names;
  for (auto const& field : fields) {
    if (field.name == name) return names.size();
    names.push_back(field.name);
  }
  std::vector<std::string> const listed_names(names.begin(), names.end());
  Misfit misfit{"unknown-field",
                "there is no field " + quoted(name) + "; there are " + listed(listed_names, "and")};
  if (auto const near = closest(name, names))
    misfit.message = "there is no field " + quoted(name) + ", did you mean " + quoted(*near) + "?";
  return misfit;
}

}  // namespace sievarr::api

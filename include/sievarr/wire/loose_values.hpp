#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/document/json_reader.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::wire {

/// A value that made no sense and was taken as absent.
struct Oddity {
  std::string_view field;
  std::string_view expected;
  std::string found;

  bool operator==(Oddity const&) const = default;
};

/// Reads single values as other people's programs write them: numbers in quotes, 60.0 for 60, null
/// or "" for nothing. What still makes no sense is absent, and an oddity.
class LooseValues {
 public:
  using Kind = document::JsonReader::Kind;

  explicit LooseValues(document::JsonReader& reader) : reader_(reader) {}

  document::JsonReader& reader() { return reader_; }
  std::vector<Oddity> take_oddities() { return std::move(oddities_); }

  /// Names the field that is read from here on; the name must outlive the reading.
  void about(std::string_view field) { field_ = field; }

  void read(std::string& into) {
    auto const found = text();
    into.assign(found.data(), found.size());
  }

  void read(std::int64_t& into) {
    std::optional<std::int64_t> found;
    read(found);
    into = found.value_or(0);
  }

  void read(std::optional<std::string>& into) {
    auto const found = text();
    if (found.empty()) return into.reset();
    if (!into) into.emplace();
    into->assign(found.data(), found.size());
  }

  void read(std::optional<std::int64_t>& into) { into = integer<std::int64_t>(); }
  void read(std::optional<std::int32_t>& into) { into = integer<std::int32_t>(); }

  void read(std::optional<double>& into) {
    into.reset();
    auto const found = number("a number");
    if (!found.empty() && !(into = to_double(found))) odd("a number", found);
  }

  void read(std::optional<Date>& into) {
    constexpr std::string_view expected = "a date such as 2026-01-31";
    into.reset();
    if (reader_.peek() != Kind::string) return nothing(expected);
    auto const found = reader_.string();
    if (!found.empty() && !(into = to_date(found))) odd(expected, found);
  }

  void read(std::vector<std::string>& into) {
    into.clear();
    if (reader_.peek() != Kind::array) return nothing("a list of texts");
    reader_.enter_array();
    while (reader_.next_item()) {
      auto const item = text();
      if (!item.empty()) into.emplace_back(item);
    }
  }

  /// Passes over a value that should have been something else; null needs no remark.
  void nothing(std::string_view expected) {
    if (reader_.peek() == Kind::null) return reader_.null();
    auto const found = reader_.raw_value();
    if (found != R"("")" && found != "[]") odd(expected, found);
  }

  /// Takes down that a value was not what was expected.
  void odd(std::string_view expected, std::string_view found) {
    if (!reader_.error()) oddities_.push_back({field_, expected, std::string(found)});
  }

 private:
  std::string_view text() {
    if (reader_.peek() == Kind::string) return reader_.string();
    nothing("a text");
    return {};
  }

  /// The digits of a number, in quotes or not.
  std::string_view number(std::string_view expected) {
    if (reader_.peek() == Kind::number) return reader_.number();
    if (reader_.peek() == Kind::string) return reader_.string();
    nothing(expected);
    return {};
  }

  template <class Integer>
  std::optional<Integer> integer() {
    constexpr std::string_view expected = "a whole number";
    auto const found = number(expected);
    if (found.empty()) return std::nullopt;
    auto whole = to_integer(found);
    if (!whole) {
      auto const fraction = to_double(found);
      if (fraction && std::abs(*fraction) < 1e15 && std::floor(*fraction) == *fraction)
        whole = static_cast<std::int64_t>(*fraction);
    }
    if (whole && std::in_range<Integer>(*whole)) return static_cast<Integer>(*whole);
    odd(expected, found);
    return std::nullopt;
  }

  document::JsonReader& reader_;
  std::string_view field_;
  std::vector<Oddity> oddities_;
};

}  // namespace sievarr::wire

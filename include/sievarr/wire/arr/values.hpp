#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/wire/arr/times.hpp>
#include <sievarr/wire/loose_values.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::wire::arr {

/// Which of two families a server is of, Sonarr's or Radarr's: they number the same words
/// differently. Whisparr 2 is of the first, Whisparr 3 of the second.
enum class Family : std::uint8_t { series, movies };

/// Reads single values as the servers of a family write them. What makes no sense is absent, and
/// an oddity. The first day of the calendar is how they write "never", and absent without a word.
class Values : public LooseValues {
 public:
  using LooseValues::read;

  Values(document::JsonReader& reader, Family family) : LooseValues(reader), family_(family) {}

  Family family() const { return family_; }

  void read(bool& into) {
    std::optional<bool> found;
    read(found);
    if (found) into = *found;
  }

  void read(std::optional<bool>& into) {
    into.reset();
    if (reader().peek() != Kind::boolean) return nothing("true or false");
    into = reader().boolean();
  }

  void read(std::int32_t& into) {
    std::optional<std::int32_t> found;
    read(found);
    into = found.value_or(0);
  }

  void read(double& into) {
    std::optional<double> found;
    read(found);
    into = found.value_or(0);
  }

  void read(std::optional<Date>& into) {
    text_as<Date>(into, "a day such as 2026-01-31", to_day);
    if (into == first_date) into.reset();
  }

  void read(std::optional<Instant>& into) {
    text_as<Instant>(into, "a moment such as 2026-01-31T10:00:00Z", to_moment);
    if (into && *into < first_date + std::chrono::days{1}) into.reset();
  }

  void read(std::optional<std::chrono::seconds>& into) {
    text_as<std::chrono::seconds>(into, "a duration such as 00:10:00", to_seconds);
  }

  void read(std::vector<std::int64_t>& into) {
    into.clear();
    each_item([&] {
      std::optional<std::int64_t> found;
      read(found);
      if (found) into.push_back(*found);
    });
  }

  /// Bytes, which some write with a fraction.
  void read_bytes(std::int64_t& into) {
    std::optional<double> found;
    read(found);
    into = found && *found > 0 && *found < 9e15 ? static_cast<std::int64_t>(*found) : 0;
  }

  /// Calls visit(key) for each member of the object that comes next.
  template <class Visit>
  void each_member(Visit visit) {
    if (reader().peek() != Kind::object) return nothing("an object");
    reader().enter_object();
    while (auto const key = reader().next_key()) visit(*key);
  }

  /// Calls visit() for each item of the list that comes next.
  template <class Visit>
  void each_item(Visit visit) {
    if (reader().peek() != Kind::array) return nothing("a list");
    reader().enter_array();
    while (reader().next_item()) visit();
  }

 private:
  /// Reads what a text means.
  template <class V>
  void text_as(std::optional<V>& into, std::string_view expected,
               std::optional<V> (*meaning)(std::string_view)) {
    into.reset();
    if (reader().peek() != Kind::string) return nothing(expected);
    std::string const text(reader().string());
    if (text.empty()) return;
    into = meaning(text);
    if (!into) odd(expected, text);
  }

  Family family_;
};

}  // namespace sievarr::wire::arr

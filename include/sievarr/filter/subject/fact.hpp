#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a row has where a criterion looks, without the row: enough to answer a line, and to say in
/// words what there is.
namespace sievarr::filter {

/// What a criterion reads; a condition reads nothing itself.
enum class Reads : std::uint8_t { branches, words, day, number, flag, title };

/// The words under one heading. It may be known that there are none.
struct Known {
  std::vector<std::string> words = {};    ///< Folded.
  std::vector<std::string> written = {};  ///< The same, as they are spelled.
  bool known = true;

  void add(std::string_view word) {
    written.emplace_back(trimmed(word));
    words.push_back(fold(written.back()));
  }
};

/// A day that may be missing, or that the row cannot have yet.
struct KnownDay {
  std::optional<Date> day;
  bool applies = true;
};

/// A text that patterns are held against.
struct KnownTitle {
  std::string folded;
  std::string written;
};

using KnownNumber = std::optional<double>;
using KnownFlag = std::optional<bool>;

/// What one criterion finds; nothing where it is a condition, whose branches look for themselves.
using Fact = std::variant<std::monostate, Known, KnownDay, KnownNumber, KnownFlag, KnownTitle>;

/// A fact for each criterion of a subject, in their order.
using Facts = std::vector<Fact>;

}  // namespace sievarr::filter

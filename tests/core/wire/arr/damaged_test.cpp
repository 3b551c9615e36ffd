#include "recordings.hpp"

#include "effort.hpp"
#include "shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// A recorded answer that breaks off, or of which something was lost or changed on the way: what
/// is read of it is whole, or refused.
namespace sievarr::wire::arr {
namespace {

template <class T>
struct Streamed {
  std::vector<T> items;
  bool whole = false;
};

template <class T>
Streamed<T> stream(std::string_view text, Family family, std::size_t chunk = 1024) {
  Streamed<T> all;
  ListReader<T> reader(family, [&](T& item) { all.items.push_back(item); });
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size())))
    reader.feed(text.substr(0, chunk));
  all.whole = !reader.finish().complaint;
  return all;
}

/// The number of objects of a list that is JSON; none where it is not.
std::optional<std::size_t> items_of(std::string_view text) {
  JsonReader reader(text);
  std::size_t count = 0;
  reader.enter_array();
  for (; reader.next_item(); ++count) reader.skip_value();
  return reader.finish() ? std::optional(count) : std::nullopt;
}

std::string damaged(std::string text, std::mt19937& dice) {
  static constexpr std::string_view marks = "{}[]\",:0\\ntfu-. \x80\xFF";
  auto const times = 1 + dice() % 3;
  for (std::size_t time = 0; time < times; ++time) {
    auto const at = dice() % text.size();
    switch (dice() % 4) {
      case 0: text[at] = marks[dice() % marks.size()]; break;
      case 1: text.erase(at, 1 + dice() % 40); break;
      case 2: text.insert(at, 1, marks[dice() % marks.size()]); break;
      default: text.insert(at, text.substr(dice() % text.size(), dice() % 60)); break;
    }
    if (text.empty()) text = " ";
  }
  return text;
}

/// Calls visit(text, family, an empty item) for each recorded list that is not long.
template <class Visit>
void each_list(Visit visit) {
  for (auto const& path : test::list_shared("arr/real")) {
    auto const name = path.substr(path.rfind('/') + 1);
    auto const content = test::content_of(name);
    test::with_type(content, [&](auto type) {
      auto const text = test::read_shared(path);
      if (!text || !text->starts_with('[') || text->size() < 3 || text->size() > 60'000) return;
      CAPTURE(name);
      visit(*text, test::family_of(name), type);
    });
  }
}

}  // namespace

TEST_CASE("a recorded list that breaks off gives the items that were whole, and says so") {
  each_list([](std::string const& text, Family family, auto type) {
    using T = decltype(type);
    auto const whole = stream<T>(text, family);
    REQUIRE(whole.whole);
    auto const step =
        std::max<std::size_t>(1, text.size() / test::rounds(std::size_t{40}, std::size_t{400}));
    for (std::size_t size = 0; size < text.find_last_of(']'); size += step) {
      auto const cut = stream<T>(std::string_view(text).substr(0, size), family);
      CHECK_FALSE(cut.whole);
      REQUIRE(cut.items.size() <= whole.items.size());
      CHECK(std::equal(cut.items.begin(), cut.items.end(), whole.items.begin()));
      CHECK_FALSE(read_listing<T>(std::string_view(text).substr(0, size), "cut", family));
    }
  });
}

TEST_CASE("a damaged list is refused, or each of its items is an object of valid JSON") {
  std::mt19937 dice(20261130);
  each_list([&](std::string const& text, Family family, auto type) {
    using T = decltype(type);
    for (int round = 0; round < test::rounds(20, 2000); ++round) {
      auto const broken = damaged(text, dice);
      auto const streamed = stream<T>(broken, family, 1 + dice() % 2000);
      auto const listing = read_listing<T>(broken, "damaged", family);
      auto const count = items_of(broken);
      CAPTURE(broken);
      REQUIRE(streamed.whole == bool(listing));
      if (!streamed.whole) continue;
      REQUIRE(count);
      CHECK(streamed.items.size() == *count);
      CHECK(listing->items == streamed.items);
    }
  });
}

}  // namespace sievarr::wire::arr

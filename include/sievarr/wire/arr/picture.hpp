#pragma once

#include <sievarr/wire/arr/spelling.hpp>

#include <optional>
#include <string>
#include <string_view>

/// What series and movies have beside what can be looked up by its key alone.
namespace sievarr::wire::arr {

/// Reads the address of the first poster of a list of images; the server's own copy of it needs
/// the server's key.
template <auto Member>
void read_poster(Values& values, decltype(owner_of(Member))& object) {
  std::optional<std::string>& poster = object.*Member;
  poster.reset();
  values.each_item([&] {
    std::string kind;
    std::optional<std::string> address;
    values.each_member([&](std::string_view key) {
      if (key == "coverType") return values.read(kind);
      if (key == "remoteUrl") return values.read(address);
      values.reader().skip_value();
    });
    if (!poster && same_word(kind, "poster")) poster = address;
  });
}

/// Reads {"votes":9,"value":8.1}; nobody voted where there are no votes.
template <auto Member>
void read_rating(Values& values, decltype(owner_of(Member))& object) {
  std::optional<double>& rating = object.*Member;
  rating.reset();
  double votes = 0;
  values.each_member([&](std::string_view key) {
    if (key == "value") return values.read(rating);
    if (key == "votes") return values.read(votes);
    values.reader().skip_value();
  });
  if (!(votes > 0)) rating.reset();
}

}  // namespace sievarr::wire::arr

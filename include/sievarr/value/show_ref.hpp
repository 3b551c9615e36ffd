#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/base/decimal.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::value {

/// A show by its number in one of the catalogues: tvmaze:82, tvdb:121361, imdb:tt0944947. The
/// default refers to nothing.
class ShowRef {
 public:
  enum class Catalogue : std::uint8_t { tvmaze, tvdb, imdb };

  static constexpr reflect::Shape shape{
      .expected = "a show such as tvmaze:82, tvdb:121361 or imdb:tt0944947",
      .example = "tvmaze:82",
      .pattern =
          "^\\s*([Tt][Vv]([Mm][Aa][Zz][Ee]|[Dd][Bb])\\s*:\\s*[0-9]+|"
          "[Ii][Mm][Dd][Bb]\\s*:\\s*tt[0-9]+)\\s*$"};

  constexpr ShowRef() = default;
  constexpr ShowRef(Catalogue catalogue, std::int64_t number)
      : catalogue_(catalogue), number_(number) {
    assert(number > 0);
  }

  static Result<ShowRef, Misfit> read(std::string_view text) {
    text = trimmed(text);
    auto const colon = text.find(':');
    if (colon == std::string_view::npos || text.substr(colon).starts_with("://"))
      return reflect::unreadable(shape, text, guess(text));
    auto const name = trimmed(text.substr(0, colon));
    auto const number = trimmed(text.substr(colon + 1));
    auto const catalogue = named(name);
    if (!catalogue) return unknown(name, number);
    if (auto const digits = number_in(*catalogue, number)) return ShowRef{*catalogue, *digits};
    auto const digits = *catalogue == Catalogue::imdb ? positive(number) : std::nullopt;
    return reflect::unreadable(shape, text, digits ? ShowRef{*catalogue, *digits}.text() : "");
  }

  constexpr Catalogue catalogue() const { return catalogue_; }
  constexpr std::int64_t number() const { return number_; }

  std::string text() const {
    auto const digits = to_text(number_);
    auto const name = std::string{names[static_cast<std::size_t>(catalogue_)]};
    if (catalogue_ != Catalogue::imdb) return name + ":" + digits;
    return name + ":tt" + std::string(7 - std::min<std::size_t>(7, digits.size()), '0') + digits;
  }

  auto operator<=>(ShowRef const&) const = default;

 private:
  static constexpr std::array<std::string_view, 3> names{"tvmaze", "tvdb", "imdb"};

  static std::optional<Catalogue> named(std::string_view name) {
    for (std::size_t at = 0; at < names.size(); ++at)
      if (same_text(name, names[at])) return static_cast<Catalogue>(at);
    return std::nullopt;
  }

  static std::optional<std::int64_t> positive(std::string_view digits) {
    if (leading_digits(digits) != digits.size()) return std::nullopt;
    auto const number = to_integer(digits);
    return number && *number > 0 ? number : std::nullopt;
  }

  /// The number as its own catalogue writes it; IMDb puts tt before it.
  static std::optional<std::int64_t> number_in(Catalogue catalogue, std::string_view text) {
    if (catalogue != Catalogue::imdb) return positive(text);
    return text.starts_with("tt") ? positive(text.substr(2)) : std::nullopt;
  }

  static Misfit unknown(std::string_view name, std::string_view number) {
    Misfit misfit{"bad-type",
                  "unknown catalogue " + quoted(name) + ", expected " + listed(names, "or")};
    auto const near = closest(name, names);
    auto const meant = near ? read(std::string{*near}.append(":").append(number)) : misfit;
    if (meant) misfit.instead = meant->text();
    return misfit;
  }

  /// What a bare number or the address of a page was probably meant to be.
  static std::string guess(std::string_view text) {
    if (auto const number = positive(text)) return ShowRef{Catalogue::tvmaze, *number}.text();
    if (auto const number = number_in(Catalogue::imdb, text))
      return ShowRef{Catalogue::imdb, *number}.text();
    if (auto const number = number_behind("tvmaze.com/shows/", text))
      return ShowRef{Catalogue::tvmaze, *number}.text();
    if (auto const number = number_behind("imdb.com/title/tt", text))
      return ShowRef{Catalogue::imdb, *number}.text();
    return {};
  }

  static std::optional<std::int64_t> number_behind(std::string_view mark, std::string_view text) {
    auto const at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    auto const rest = text.substr(at + mark.size());
    return positive(rest.substr(0, leading_digits(rest)));
  }

  Catalogue catalogue_ = Catalogue::tvmaze;
  std::int64_t number_ = 0;
};

}  // namespace sievarr::value

#pragma once

#include <sievarr/base/closest.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/filter/language/country_names.hpp>
#include <sievarr/reflect/misfit.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::filter {

/// A country by its two letters, as the catalogue spells them; English names are read as well.
class Country {
 public:
  static constexpr reflect::Shape shape{.expected = "a country code such as US, or an English name",
                                        .example = "US"};

  static Result<Country, Misfit> read(std::string_view written) {
    auto const text = trimmed(written);
    if (same_text(text, "UK")) return Country{"GB"};
    for (auto const& country : country_names)
      if (same_text(text, country.code) || same_text(text, country.name))
        return Country{country.code};
    if (text.size() == 2 && is_letter(text[0]) && is_letter(text[1])) return Country{upper(text)};
    return unknown(text);
  }

  /// A code that nobody has assigned is kept: a catalogue may still use it.
  static std::optional<Misfit> remark(std::string_view written) {
    auto const text = trimmed(written);
    if (same_text(text, "UK"))
      return Misfit{"country-code", "the catalogue says GB, read as GB", "GB", Severity::hint};
    auto const country = read(text);
    if (!country || !name_of(country->code_).empty()) return std::nullopt;
    return Misfit{
        "unknown-country", "no country has the code " + quoted(text), {}, Severity::warning};
  }

  /// The first English name of a code; empty where nobody has assigned it.
  static std::string_view name_of(std::string_view code) {
    for (auto const& country : country_names)
      if (country.code == code) return country.name;
    return {};
  }

  std::string const& text() const { return code_; }

  bool operator==(Country const&) const = default;

 private:
  explicit Country(std::string_view code) : code_(code) {}

  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

  static std::string upper(std::string_view text) {
    std::string code{text};
    for (char& c : code) c = static_cast<char>(c & ~0x20);
    return code;
  }

  static Misfit unknown(std::string_view text) {
    std::vector<std::string_view> names;
    for (auto const& country : country_names) names.push_back(country.name);
    auto const near = closest(text, names);
    return reflect::unreadable(shape, text, near ? std::string{*near} : "");
  }

  std::string code_;
};

}  // namespace sievarr::filter

#include <sievarr/base/closest.hpp>
#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/id.hpp>
#include <sievarr/value/pattern.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/show_ref.hpp>
#include <sievarr/value/size.hpp>
#include <sievarr/value/span_of_time.hpp>
#include <sievarr/value/url.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace sievarr {
namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

/// A message stays on its line, whatever the text was.
bool is_showable(std::string_view text) {
  if (first_invalid_utf8(text)) return false;
  for (; !text.empty(); text.remove_prefix(first_code_point(text).size))
    if (is_treacherous(first_code_point(text).value)) return false;
  return true;
}

/// A text stands for itself or is told why not; what is suggested instead is readable.
template <reflect::Shaped T>
void read_as(std::string_view text) {
  auto const value = T::read(text);
  if (value) {
    if constexpr (reflect::Printable<T>) {
      auto const again = T::read(value->text());
      must(again && *again == *value);
      must(again->text() == value->text());
    }
    return;
  }
  auto const& misfit = value.error();
  must(misfit.code == "bad-type" || misfit.code == "out-of-range");
  must(!misfit.message.empty() && is_showable(misfit.message));
  must(misfit.instead.empty() || T::read(misfit.instead));
}

void read_as_values(std::string_view text) {
  read_as<value::Bounded<int, 1, 1000>>(text);
  read_as<value::Bounded<std::uint8_t, 0, 255>>(text);
  read_as<value::Bounded<double, -10, 10, 0>>(text);
  read_as<value::Id<struct Anything>>(text);
  read_as<value::Pattern>(text);
  read_as<value::Secret>(text);
  read_as<value::ShowRef>(text);
  read_as<value::Size>(text);
  read_as<value::SpanOfTime>(text);
  read_as<value::Url>(text);
}

void read_as_numbers_and_dates(std::string_view text) {
  if (auto const number = to_integer(text)) must(to_integer(to_text(*number)) == number);
  if (auto const number = to_double(text)) must(to_double(to_text(*number)) == number);
  if (auto const date = to_date(text)) must(to_text(*date) == text);
  if (auto const instant = to_instant(text)) must(to_instant(to_text(*instant)) == instant);
}

void shape_text(std::string_view text) {
  must(trimmed(trimmed(text)) == trimmed(text));
  must(fold(fold(text)) == fold(text));
  must(same_text(text, fold(text)));
  must(is_showable(quoted(text)));
  must(first_invalid_utf8(text) || !first_invalid_utf8(fold(text)));
  if (!first_invalid_utf8(text)) must(letters_of(text).size() == code_points(text));
}

/// A pattern of one letter per place fits the text that the places were taken from.
void match_pattern(std::string_view text) {
  auto const half = text.substr(0, text.size() / 2);
  if (auto const pattern = value::Pattern::read(half)) {
    must(!pattern->is_literal() || pattern->matches(pattern->literal()));
    (void)pattern->matches(fold(text.substr(half.size())));
  }
  auto const folded = fold(text);
  std::string any;
  for (std::size_t left = letters_of(folded).size(); left > 0; --left) any += '?';
  auto const places = value::Pattern::read(any);
  if (places && !first_invalid_utf8(text)) must(places->matches(folded));
}

void suggest(std::string_view text) {
  auto const half = text.size() / 2;
  std::array const candidates{text.substr(0, half), text.substr(half), std::string_view{"genres"},
                              std::string_view{"Science-Fiction"}};
  (void)closest(text, candidates);
  (void)closest(candidates[0], candidates);
}

}  // namespace
}  // namespace sievarr

/// Whatever the text is, nothing breaks, and what is written is read again as the same.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  constexpr std::size_t enough = 4096;  // Longer texts only make it slower.
  std::string_view const text(reinterpret_cast<char const*>(bytes), size < enough ? size : enough);
  sievarr::read_as_values(text);
  sievarr::read_as_numbers_and_dates(text);
  sievarr::shape_text(text);
  sievarr::match_pattern(text);
  sievarr::suggest(text);
  return 0;
}

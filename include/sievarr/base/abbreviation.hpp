#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr {

/// Whether a code point stands between the words of a name.
inline bool is_separator(char32_t point) {
  constexpr std::u32string_view separators = U" -_./&+:,'";
  return separators.find(point) != std::u32string_view::npos;
}

/// The words of a name: science and fiction.
inline std::vector<std::u32string_view> words_of(std::u32string_view name) {
  std::vector<std::u32string_view> words;
  while (!name.empty()) {
    auto const end = std::find_if(name.begin(), name.end(), is_separator);
    auto const size = static_cast<std::size_t>(end - name.begin());
    if (size > 0) words.push_back(name.substr(0, size));
    name.remove_prefix(std::min(size + 1, name.size()));
  }
  return words;
}

inline std::u32string without_separators(std::u32string name) {
  std::erase_if(name, is_separator);
  return name;
}

/// Whether a text is made of beginnings of all the words, one after the other: scifi, sf.
inline bool abbreviates(std::u32string_view text, std::vector<std::u32string_view> const& words) {
  std::vector<bool> reached(text.size() + 1, false);
  reached[0] = true;
  for (auto const word : words) {
    std::vector<bool> next(text.size() + 1, false);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!reached[at]) continue;
      for (std::size_t size = 1; size <= word.size() && at + size <= text.size(); ++size) {
        if (text[at + size - 1] != word[size - 1]) break;
        next[at + size] = true;
      }
    }
    reached = std::move(next);
  }
  return reached[text.size()];
}

/// Whether the words of one name stand side by side in the other.
inline bool contains(std::vector<std::u32string_view> const& all,
                     std::vector<std::u32string_view> const& some) {
  return std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

/// Whether two words differ in their endings only: country, countries.
inline bool share_stem(std::u32string_view a, std::u32string_view b) {
  auto const end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  auto const shared = static_cast<std::size_t>(end - a.begin());
  return shared >= 5 && shared * 3 >= std::max(a.size(), b.size()) * 2;
}

/// Whether one word begins with the other, or ends with it when that is not too short to tell.
inline bool extends(std::u32string_view longer, std::u32string_view shorter) {
  return shorter.size() >= 3 &&
         (longer.starts_with(shorter) || (shorter.size() >= 4 && longer.ends_with(shorter)));
}

/// Whether two names probably mean the same though they are spelled at different length: the same
/// words in another dress, an abbreviation, a beginning or an end, another ending, or words of one
/// within the other.
inline bool are_related(std::u32string const& a, std::u32string const& b) {
  auto const words = words_of(a);
  auto const others = words_of(b);
  if (words.empty() || others.empty()) return false;
  auto const whole = without_separators(a);
  auto const other = without_separators(b);
  auto const shorter = std::min(whole.size(), other.size());
  if (whole == other || shorter < 2) return whole == other;
  if (abbreviates(whole, others) || abbreviates(other, words)) return true;
  if (extends(whole, other) || extends(other, whole) || share_stem(whole, other)) return true;
  return shorter >= 3 && (contains(words, others) || contains(others, words));
}

}  // namespace sievarr

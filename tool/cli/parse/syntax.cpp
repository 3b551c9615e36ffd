#include "syntax.hpp"

namespace sievarr::cli {

std::string full_name(Syntax const& syntax) {
  if (!syntax.above) return "";
  auto const before = full_name(*syntax.above);
  return before.empty() ? syntax.name : before + " " + syntax.name;
}

Syntax const* find_below(Syntax const& syntax, std::string_view name) {
  for (auto const& below : syntax.below)
    if (below.name == name) return &below;
  return nullptr;
}

bool is_argument(Option const& option) { return !option.name.starts_with('-'); }

bool takes_words(Option const& option) {
  return !std::holds_alternative<std::monostate>(option.into) &&
         !std::holds_alternative<bool*>(option.into);
}

bool is_repeatable(Option const& option) {
  return std::holds_alternative<std::vector<std::string>*>(option.into);
}

}  // namespace sievarr::cli

#pragma once

#include "call.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/typescript.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace sievarr::wasm {

/// The types of a module's calls as a page in TypeScript needs them.
class CallTypes {
 public:
  template <class... Runs>
  explicit CallTypes(std::tuple<Call<Runs>...> const& calls) {
    std::apply([&](auto const&... each) { (add(each), ...); }, calls);
  }

  /// The file, without its end.
  std::string text() const {
    return "// Made from the table of calls by `tests/run goldens`.\n\n"
           "/** What the engine can be asked. */\nexport interface EngineCalls {\n" +
           members_ + "}\n" + types_.declarations();
  }
  std::vector<std::string> const& clashes() const { return types_.clashes(); }
  std::vector<std::string_view> const& names() const { return names_; }

 private:
  template <class Run>
  void add(Call<Run> const& call) {
    names_.push_back(call.name);
    members_ += "  /** " + std::string{call.text} + " */\n  " + std::string{call.name} + "(";
    if constexpr (!std::is_void_v<GivenTo<Run>>)
      members_ += "given: " + types_.of<GivenTo<Run>>(derive::Flow::in);
    members_ += "): " + answer_type<std::remove_cvref_t<AnswerOf<Run>>>() + ";\n";
  }

  template <class Answer>
  std::string answer_type() {
    if constexpr (std::is_void_v<Answer>)
      return "null";
    else if constexpr (std::is_same_v<Answer, Bytes>)
      return array_of(1);
    else if constexpr (is_column<Answer>)
      return array_of(sizeof(typename decltype(Answer::numbers)::value_type));
    else
      return types_.of<Answer>(derive::Flow::out);
  }

  static std::string array_of(std::size_t size) {
    return "Uint" + to_text(static_cast<std::int64_t>(8 * size)) + "Array<ArrayBuffer>";
  }

  derive::TypeScript types_;
  std::vector<std::string_view> names_;
  std::string members_;
};

}  // namespace sievarr::wasm

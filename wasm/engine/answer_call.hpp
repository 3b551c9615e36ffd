#pragma once

#include "call.hpp"
#include "module.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>

#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace sievarr::wasm {

inline Reply refusal(Problems const& problems) {
  Reply reply;
  for (auto const& problem : problems) reply.bytes += to_text(problem) + "\n";
  return reply;
}

template <class Answer>
Reply reply_of(Answer answer) {
  if constexpr (std::is_same_v<Answer, Bytes>) {
    return {Form::numbers_8, std::move(answer.bytes)};
  } else if constexpr (is_column<Answer>) {
    using Number = typename decltype(answer.numbers)::value_type;
    constexpr auto form = sizeof(Number) == 1   ? Form::numbers_8
                          : sizeof(Number) == 2 ? Form::numbers_16
                                                : Form::numbers_32;
    auto const& numbers = answer.numbers;
    Reply reply{form, std::string(numbers.size() * sizeof(Number), '\0')};
    if (!numbers.empty()) std::memcpy(reply.bytes.data(), numbers.data(), reply.bytes.size());
    return reply;
  } else {
    Reply reply{Form::json, {}};
    derive::append_json(reply.bytes, answer);
    return reply;
  }
}

template <class Work>
Reply reply_to(Work work) {
  if constexpr (std::is_void_v<decltype(work())>) {
    work();
    return {Form::json, "null"};
  } else {
    return reply_of(work());
  }
}

template <class Engine, class Run>
Reply answer(Call<Run> const& call, Engine& engine, std::string_view json) {
  using Given = GivenTo<Run>;
  if constexpr (std::is_void_v<Given>) {
    return reply_to([&] { return call.run(engine); });
  } else {
    auto const given = checked(derive::from_json<Given>(json, std::string{call.name}));
    if (!given) return refusal(given.error());
    return reply_to([&] { return call.run(engine, *given); });
  }
}

/// Answers the call that has a name.
template <class Engine, class... Runs>
Reply answer_call(std::tuple<Call<Runs>...> const& calls, Engine& engine, std::string_view name,
                  std::string_view json) {
  Reply reply{Form::failure, "there is no call " + quoted(name)};
  auto const is_it = [&](auto const& call) {
    if (call.name != name) return false;
    reply = answer(call, engine, json);
    return true;
  };
  std::apply([&](auto const&... each) { (void)(is_it(each) || ...); }, calls);
  return reply;
}

}  // namespace sievarr::wasm

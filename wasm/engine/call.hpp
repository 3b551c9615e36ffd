#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace sievarr::wasm {

/// A file that goes out as it is, not as JSON.
struct Bytes {
  std::string bytes;
};

/// Numbers, mostly one a show, that go out as they lie in memory, not as JSON.
template <class Number>
struct Column {
  std::vector<Number> numbers;
};

template <class T>
inline constexpr bool is_column = false;
template <class Number>
inline constexpr bool is_column<Column<Number>> = true;

/// What a page can ask, described once: its name, what it promises, and what is done. The engine is
/// handed to it, and what the page gives, if it takes anything.
template <class Run>
struct Call {
  std::string_view name;
  std::string_view text;
  Run run;
};
template <class Run>
Call(std::string_view, std::string_view, Run) -> Call<Run>;

template <class Run>
struct Signature;
template <class Run, class Result, class Engine>
struct Signature<Result (Run::*)(Engine&) const> {
  using Given = void;
  using Answer = Result;
};
template <class Run, class Result, class Engine, class Taken>
struct Signature<Result (Run::*)(Engine&, Taken const&) const> {
  using Given = Taken;
  using Answer = Result;
};

template <class Run>
using GivenTo = typename Signature<decltype(&Run::operator())>::Given;
template <class Run>
using AnswerOf = typename Signature<decltype(&Run::operator())>::Answer;

}  // namespace sievarr::wasm

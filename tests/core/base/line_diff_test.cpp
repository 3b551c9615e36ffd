#include <sievarr/base/line_diff.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sievarr {
namespace {

/// The difference as letters: = for both, - and + for one.
std::string signs(std::string_view before, std::string_view after) {
  auto const [old, now] = std::pair{lines_with_ends(before), lines_with_ends(after)};
  std::string signs;
  for (auto const& line : LineDiff(old, now).take()) signs += "=-+"[static_cast<int>(line.in)];
  return signs;
}

/// The new text, put together from the difference.
std::string rebuilt(std::string_view before, std::string_view after) {
  auto const [old, now] = std::pair{lines_with_ends(before), lines_with_ends(after)};
  std::string text;
  for (auto const& line : LineDiff(old, now).take()) {
    if (line.in == DiffLine::In::both) text += old[line.before];
    if (line.in == DiffLine::In::after) text += now[line.after];
  }
  return text;
}

}  // namespace

TEST_CASE("lines keep their ends, and a text without one has a last line all the same") {
  using Lines = std::vector<std::string_view>;
  CHECK(lines_with_ends("") == Lines{});
  CHECK(lines_with_ends("\n") == Lines{"\n"});
  CHECK(lines_with_ends("a\nb") == Lines{"a\n", "b"});
  CHECK(lines_with_ends("a\r\n\nb\n") == Lines{"a\r\n", "\n", "b\n"});
}

TEST_CASE("the fewest lines go and come") {
  CHECK(signs("", "") == "");
  CHECK(signs("a\nb\n", "a\nb\n") == "==");
  CHECK(signs("a\nb\nc\n", "a\nx\nc\n") == "=-+=");
  CHECK(signs("", "a\n") == "+");
  CHECK(signs("a\n", "") == "-");
  CHECK(signs("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n").size() == 9);
}

TEST_CASE("the new text follows from the old one and the difference") {
  std::vector<std::string> const texts{
      "",          "a\n",           "a\nb\n",          "b\na\n",
      "a\na\na\n", "x\na\ny\nb\nz", "b\nb\na\nb\na\n", "c\na\nb\nc\n\n\n"};
  for (auto const& before : texts)
    for (auto const& after : texts) CHECK(rebuilt(before, after) == after);
}

TEST_CASE("texts with thousands of other lines are told as wholly different") {
  std::string before;
  std::string after;
  for (int line = 0; line < 3000; ++line) {
    before += "a" + std::to_string(line) + "\n";
    after += "b" + std::to_string(line) + "\n";
  }
  CHECK(signs(before, after) == std::string(3000, '-') + std::string(3000, '+'));
}

}  // namespace sievarr

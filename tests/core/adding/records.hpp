#pragma once

#include <sievarr/adding/settle.hpp>

#include <chrono>

/// What a filter may record, and a moment at which it does.
namespace sievarr::adding {

using filter::Category;
using filter::Verdict;

inline constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 1 / 31} +
                              std::chrono::hours{12}};

inline VerdictRecord const takes{
    .verdict = Verdict::add, .selection = "new", .instance = "main", .route = "r1"};
inline VerdictRecord const refuses{.verdict = Verdict::filtered, .category = Category::genre};
inline VerdictRecord const doubts{
    .verdict = Verdict::review, .selection = "old", .instance = "main"};
inline VerdictRecord const lacks_id{
    .verdict = Verdict::no_tvdb, .selection = "new", .instance = "main"};
inline VerdictRecord const forbids{.verdict = Verdict::filtered, .category = Category::never};

inline ShowState with(Status status) { return {.show_id = 7, .status = status}; }

}  // namespace sievarr::adding

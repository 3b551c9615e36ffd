#pragma once

#include <sievarr/reflect/describe.hpp>

#include <boost/mp11/list.hpp>

#include <array>
#include <atomic>
#include <cstddef>

/// What a test and the program that it kills tell each other.
namespace sievarr::chaos {

/// Where the program can be killed. `sent` is with the request on its way and no answer read,
/// `heard` with a part of the answer read. `torn` leaves half of a write behind.
BOOST_DEFINE_ENUM_CLASS(Seam, before_commit, after_commit, before_get, get_sent, get_heard,
                        after_get, before_post, post_sent, post_heard, after_post, before_reply,
                        after_reply, before_create, torn_write, before_sync, after_sync,
                        before_rename, after_rename, before_remove, before_cut, before_folder)

inline constexpr auto seam_count =
    boost::mp11::mp_size<boost::describe::describe_enumerators<Seam>>::value;

/// Lies in a file that both have in their memory, so that it outlives the program.
struct Passages {
  std::atomic<int> die_at = 0;       ///< The n-th passage kills, counted from 1; 0 never.
  std::atomic<int> die_where = -1;   ///< Only passages of that seam count; -1 all.
  std::atomic<int> died_where = -1;  ///< The seam at which it was killed.
  std::atomic<int> all = 0;          ///< How many there were.
  std::array<std::atomic<int>, seam_count> of{};  ///< The same, by seam.
};
static_assert(std::atomic<int>::is_always_lock_free);

/// The variable that names the file.
inline constexpr auto passages_variable = "CHAOS_PASSAGES";

}  // namespace sievarr::chaos

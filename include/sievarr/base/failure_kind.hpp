#pragma once

#include <sievarr/base/failure.hpp>

#include <cstdint>

/// What each kind of failure means to those who have to act on it. No switch here has a default, so
/// a new kind does not compile until each question has its answer.
namespace sievarr {

/// Where a failure comes from, as callers are told by an exit code or a status.
enum class FailureClass : std::uint8_t {
  absent,       ///< What was asked for is not there.
  conflict,     ///< It is not allowed as things are now.
  interrupted,  ///< Somebody wanted it to stop.
  unreachable,  ///< A server could not be asked.
  storage,      ///< The storage needs a person.
  unexpected,   ///< A server or a document is not as it should be.
};

constexpr FailureClass class_of(Failure::Kind kind) {
  using Kind = Failure::Kind;
  switch (kind) {
    case Kind::missing: return FailureClass::absent;
    case Kind::denied:
    case Kind::refused:
    case Kind::locked: return FailureClass::conflict;
    case Kind::cancelled: return FailureClass::interrupted;
    case Kind::unreachable:
    case Kind::timed_out:
    case Kind::throttled:
    case Kind::left_alone: return FailureClass::unreachable;
    case Kind::disk_full:
    case Kind::read_only:
    case Kind::corrupt:
    case Kind::outdated: return FailureClass::storage;
    case Kind::broken:
    case Kind::malformed:
    case Kind::too_large: return FailureClass::unexpected;
  }
  return FailureClass::unexpected;
}

/// Whether a failure is of the storage, so that going on could only make it worse.
constexpr bool is_of_storage(Failure::Kind kind) {
  return class_of(kind) == FailureClass::storage || kind == Failure::Kind::locked;
}

/// Whether only a person can mend a storage, so that going on is of no use.
constexpr bool needs_person(Failure::Kind kind) {
  using Kind = Failure::Kind;
  switch (kind) {
    case Kind::corrupt:
    case Kind::outdated: return true;
    case Kind::unreachable:
    case Kind::left_alone:
    case Kind::timed_out:
    case Kind::denied:
    case Kind::missing:
    case Kind::throttled:
    case Kind::refused:
    case Kind::broken:
    case Kind::malformed:
    case Kind::too_large:
    case Kind::disk_full:
    case Kind::read_only:
    case Kind::locked:
    case Kind::cancelled: return false;
  }
  return false;
}

/// Whether a server that fails a request in this way has surely done nothing of it.
constexpr bool did_surely_nothing(Failure::Kind kind) {
  using Kind = Failure::Kind;
  switch (kind) {
    case Kind::unreachable:
    case Kind::left_alone:
    case Kind::throttled:
    case Kind::denied:
    case Kind::missing: return true;
    case Kind::timed_out:
    case Kind::refused:
    case Kind::broken:
    case Kind::malformed:
    case Kind::too_large:
    case Kind::disk_full:
    case Kind::read_only:
    case Kind::locked:
    case Kind::corrupt:
    case Kind::outdated:
    case Kind::cancelled: return false;
  }
  return false;
}

/// Whether it is no use to ask a server again before a person has changed something.
constexpr bool is_for_good(Failure::Kind kind) {
  using Kind = Failure::Kind;
  switch (kind) {
    case Kind::denied:
    case Kind::missing:
    case Kind::refused:
    case Kind::malformed:
    case Kind::too_large: return true;
    case Kind::unreachable:
    case Kind::left_alone:
    case Kind::timed_out:
    case Kind::throttled:
    case Kind::broken:
    case Kind::disk_full:
    case Kind::read_only:
    case Kind::locked:
    case Kind::corrupt:
    case Kind::outdated:
    case Kind::cancelled: return false;
  }
  return false;
}

/// Whether a failure tells that the server is not well.
constexpr bool is_server_ill(Failure::Kind kind) {
  using Kind = Failure::Kind;
  switch (kind) {
    case Kind::unreachable:
    case Kind::timed_out:
    case Kind::broken: return true;
    case Kind::left_alone:
    case Kind::denied:
    case Kind::missing:
    case Kind::throttled:
    case Kind::refused:
    case Kind::malformed:
    case Kind::too_large:
    case Kind::disk_full:
    case Kind::read_only:
    case Kind::locked:
    case Kind::corrupt:
    case Kind::outdated:
    case Kind::cancelled: return false;
  }
  return false;
}

/// Whether trying the same thing again could end differently.
constexpr bool may_pass(Failure::Kind kind) {
  using Kind = Failure::Kind;
  switch (kind) {
    case Kind::unreachable:
    case Kind::left_alone:
    case Kind::timed_out:
    case Kind::throttled:
    case Kind::broken:
    case Kind::malformed:
    case Kind::locked: return true;
    case Kind::denied:
    case Kind::missing:
    case Kind::refused:
    case Kind::too_large:
    case Kind::disk_full:
    case Kind::read_only:
    case Kind::corrupt:
    case Kind::outdated:
    case Kind::cancelled: return false;
  }
  return false;
}

}  // namespace sievarr

#include "adds_text.hpp"

#include <sievarr/base/number.hpp>

namespace sievarr::cli {

std::string adds_as_text(app::Carried const& carried) {
  auto text = to_text(carried.added) + " added, " + to_text(carried.already_there) +
              " there already, " + to_text(carried.refused) + " refused, " +
              to_text(carried.put_off) + " put off";
  if (carried.not_found > 0) text += ", " + to_text(carried.not_found) + " not known there";
  if (carried.unknown > 0) text += ", " + to_text(carried.unknown) + " sent without an answer yet";
  return text;
}

bool is_left_over(app::Carried const& carried) { return carried.put_off + carried.unknown > 0; }

os::Exit interrupted(Console& console, std::string_view command) {
  complain(console, {.text = "interrupted before everything was done",
                     .hint = "run sievarr " + std::string(command) + " again; it goes on there"});
  return os::Exit::interrupted;
}

}  // namespace sievarr::cli

#include "manual_actions.hpp"

namespace sievarr::store {

Outcome<std::vector<adding::ManualChange>> ManualActions::of_show(std::int64_t show_id) {
  auto statement = database_.prepare(actions_.selection() + " WHERE show_id = ? ORDER BY id");
  if (!statement) return statement.error();
  statement->bind(1, show_id);
  return store::all<adding::ManualChange>(*statement);
}

Outcome<Done> ManualActions::add(std::vector<adding::ManualChange> actions) {
  if (actions.empty()) return Done{};
  auto last = database_.number("SELECT coalesce(max(id), 0) FROM deeds");
  if (!last) return last.error();
  for (auto& action : actions) action.id = ++*last;
  return actions_.put_all(actions);
}

}  // namespace sievarr::store

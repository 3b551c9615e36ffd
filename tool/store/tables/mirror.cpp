#include "mirror.hpp"

#include <utility>

namespace sievarr::store {

Outcome<Done> Mirror::end_absence(std::int64_t show_id) {
  if (!end_absence_) {
    auto statement = database_.prepare("DELETE FROM absences WHERE show_id = ?");
    if (!statement) return statement.error();
    end_absence_.emplace(*std::move(statement));
  }
  end_absence_->bind(1, show_id);
  return end_absence_->run();
}

}  // namespace sievarr::store

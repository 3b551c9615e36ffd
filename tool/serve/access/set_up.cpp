#include "set_up.hpp"

#include "os/file.hpp"
#include "os/random.hpp"
#include "os/write_file.hpp"

#include <chrono>
#include <utility>

namespace sievarr::serve {
namespace {

constexpr std::chrono::minutes life{15};
constexpr int most_wrong = 5;
constexpr std::size_t token_bytes = 16;

}  // namespace

bool SetUp::is_open(app::Credentials const* credentials) const {
  return installation_ == Installation::fresh && credentials && !credentials->is_set_up();
}

void SetUp::tend(app::Credentials const* credentials) {
  if (!credentials) return;
  bool const is_over = !is_open(credentials);
  std::lock_guard const lock(mutex_);
  if (is_over) {
    token_ = {};
    if (os::exists(path_)) os::remove_file(path_);
    return;
  }
  auto const now = clock_.now();
  if (token_.empty() || now >= made_ + life || now < made_) make();
}

/// One that cannot be written counts for nobody.
void SetUp::make() {
  token_ = {};
  auto const token = os::unguessable(token_bytes);
  if (!token) return;
  auto const written = os::write_file(path_, *token + "\n");
  made_ = clock_.now();
  wrong_ = 0;
  if (!written) {
    log_.say(log::Level::error, "serve", "the token of set-up cannot be written",
             {{"file", path_}, {"error", written.error().told()}});
    return;
  }
  token_ = value::Secret(*token);
  if (!std::exchange(told_, true))
    log_.say(log::Level::info, "serve", "the program is to be set up; its token is in a file",
             {{"file", path_}});
}

bool SetUp::accepts(value::Secret const& token) {
  std::lock_guard const lock(mutex_);
  if (clock_.now() >= made_ + life) make();
  if (token_.opens() && token.same_as(token_)) return true;
  if (++wrong_ >= most_wrong) make();
  return false;
}

void SetUp::end() {
  std::lock_guard const lock(mutex_);
  token_ = {};
  os::remove_file(path_);
}

}  // namespace sievarr::serve

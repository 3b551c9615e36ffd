#include "signal_queue.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

namespace sievarr::os {
namespace {

Descriptor listen(sigset_t const& signals) {
  return Descriptor(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set;
  ::sigemptyset(&set);
  for (int const signal : signals) ::sigaddset(&set, signal);
  return set;
}

}  // namespace

SignalQueue::SignalQueue(std::initializer_list<int> signals) : file_(listen(set_of(signals))) {
  auto const blocked = set_of(signals);
  ::pthread_sigmask(SIG_BLOCK, &blocked, &before_);
}

SignalQueue::~SignalQueue() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

std::optional<int> SignalQueue::take() {
  signalfd_siginfo arrived = {};
  if (::read(file_.number(), &arrived, sizeof arrived) != sizeof arrived) return std::nullopt;
  return static_cast<int>(arrived.ssi_signo);
}

}  // namespace sievarr::os

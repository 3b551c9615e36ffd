#include "process.hpp"

#include <doctest/doctest.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace sievarr::test {

Process::Process(std::vector<std::string> const& arguments) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  std::vector<char*> pointers;
  for (auto const& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  id_ = ::fork();
  REQUIRE(id_ >= 0);
  if (id_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  out_ = ends[0];
}

Process::~Process() {
  kill();
  wait();
  ::close(out_);
}

std::string Process::read_line(std::string const& beginning) {
  constexpr int patience_ms = 30'000;
  std::string read = "\n";
  std::array<char, 4096> block{};
  pollfd waiting{.fd = out_, .events = POLLIN, .revents = 0};
  while (true) {
    auto const at = read.find("\n" + beginning);
    auto const end = at == std::string::npos ? at : read.find('\n', at + 1);
    auto const behind = at + 1 + beginning.size();
    if (end != std::string::npos) return read.substr(behind, end - behind);
    if (::poll(&waiting, 1, patience_ms) <= 0) return {};
    auto const count = ::read(out_, block.data(), block.size());
    if (count <= 0) return {};
    read.append(block.data(), static_cast<std::size_t>(count));
  }
}

int Process::wait() {
  if (id_ < 0) return 0;
  int status = 0;
  while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
  }
  id_ = -1;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void Process::kill() {
  if (id_ > 0) ::kill(id_, SIGKILL);
}

}  // namespace sievarr::test

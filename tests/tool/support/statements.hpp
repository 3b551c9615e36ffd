#pragma once

#include <cstdint>
#include <set>
#include <string>

struct sqlite3;

namespace sievarr::test {

/// While it lives, it hears every statement of the connections that are opened meanwhile, and can
/// stop them. There is one at a time.
class Statements {
 public:
  Statements();
  ~Statements();
  Statements(Statements const&) = delete;
  Statements& operator=(Statements const&) = delete;

  /// What was run, as it was prepared.
  std::set<std::string> const& heard() const { return heard_; }

  /// Interrupts whatever runs at the n-th look, counted from 1; there are many looks a statement.
  void stop_at(int n) {
    left_ = n;
    stopped_ = false;
  }
  void go_on() { left_ = 0; }
  bool stopped() const { return stopped_; }

 private:
  static int attend(sqlite3* connection, char const**, void const*);
  static int hear(unsigned, void* self, void* statement, void* text);
  static int look(void* self);

  std::set<std::string> heard_;
  int left_ = 0;
  bool stopped_ = false;
};

}  // namespace sievarr::test

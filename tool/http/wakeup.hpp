#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <mutex>
#include <utility>

namespace sievarr::http {

/// By which others have something done on the thread that serves the connections, from any thread
/// and at any time, until it falls silent.
class Wakeup {
 public:
  explicit Wakeup(boost::asio::io_context& context) : context_(&context) {}

  template <class Work>
  void ring(Work work) {
    std::lock_guard const lock(mutex_);
    if (context_) boost::asio::post(*context_, std::move(work));
  }

  void fall_silent() {
    std::lock_guard const lock(mutex_);
    context_ = nullptr;
  }

 private:
  std::mutex mutex_;
  boost::asio::io_context* context_;
};

}  // namespace sievarr::http

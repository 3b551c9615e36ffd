#include "../support/connection.hpp"
#include "http/server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

/// Answers that are made while they are sent, and answers that need no thinking.
namespace sievarr::http {
namespace {

using test::Connection;

/// Gives its pieces, then ends.
class Pieces final : public Source {
 public:
  explicit Pieces(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  std::optional<std::string> next() override {
    if (at_ == pieces_.size()) return std::nullopt;
    return pieces_[at_++];
  }

 private:
  std::vector<std::string> pieces_;
  std::size_t at_ = 0;
};

/// A queue that a test fills while somebody listens.
struct Wire {
  std::mutex mutex;
  std::deque<std::string> pieces;
  std::function<void()> wake;
  std::promise<void> listening;
  std::atomic<bool> gone = false;

  void say(std::string piece) {
    std::function<void()> call;
    {
      std::lock_guard const lock(mutex);
      pieces.push_back(std::move(piece));
      call = wake;
    }
    if (call) call();
  }
};

class Listener final : public Source {
 public:
  explicit Listener(std::shared_ptr<Wire> wire) : wire_(std::move(wire)) {}
  ~Listener() override { wire_->gone = true; }

  std::optional<std::string> next() override {
    std::lock_guard const lock(wire_->mutex);
    if (wire_->pieces.empty()) return "";
    auto piece = std::move(wire_->pieces.front());
    wire_->pieces.pop_front();
    return piece;
  }

  void wake_with(std::function<void()> wake) override {
    std::lock_guard const lock(wire_->mutex);
    wire_->wake = std::move(wake);
    wire_->listening.set_value();
  }

 private:
  std::shared_ptr<Wire> wire_;
};

Answer streamed(std::unique_ptr<Source> source) {
  Answer answer(wire::Response{.headers = {{"Content-Type", "text/plain"}}});
  answer.source = std::move(source);
  return answer;
}

Server served(Respond respond, AnswerAtOnce at_once = {}, ServerOptions options = {}) {
  auto server = Server::start(std::move(options), std::move(respond), std::move(at_once));
  REQUIRE(server);
  return *std::move(server);
}

Answer two_pieces(Call const&) {
  return streamed(std::make_unique<Pieces>(std::vector<std::string>{"one ", "and two"}));
}

}  // namespace

TEST_CASE("a body that is made while it is sent goes out in chunks, and the connection stays") {
  auto const server = served(&two_pieces);
  Connection connection(server.port());

  connection.say("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  auto const first = connection.hear("0\r\n\r\n");
  CHECK(first.find("Transfer-Encoding: chunked\r\n") != std::string::npos);
  CHECK(first.ends_with("\r\n\r\n4\r\none \r\n7\r\nand two\r\n0\r\n\r\n"));
  connection.say("GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(connection.hear("0\r\n\r\n").ends_with("0\r\n\r\n"));
}

TEST_CASE("who speaks HTTP/1.0 gets such a body as it is, up to the end of the connection") {
  auto const server = served(&two_pieces);
  Connection connection(server.port());

  connection.say("GET /a HTTP/1.0\r\n\r\n");
  CHECK(connection.hear_all().ends_with("\r\n\r\none and two"));
}

TEST_CASE("nothing is made for who asks for the header alone") {
  auto const server = served(&two_pieces);
  Connection connection(server.port());

  connection.say("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n");
  CHECK(connection.hear_all().ends_with("\r\n\r\n"));
}

TEST_CASE("a source that has nothing yet wakes the connection when it has") {
  auto const wire = std::make_shared<Wire>();
  auto const server =
      served([&](Call const&) { return streamed(std::make_unique<Listener>(wire)); });
  Connection connection(server.port());

  connection.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  wire->listening.get_future().wait();
  for (int i = 0; i < 50; ++i) {
    auto const piece = "news " + std::to_string(i) + ".";
    wire->say(piece);
    CHECK(connection.hear(".\r\n").find(piece) != std::string::npos);
  }
}

TEST_CASE("a server that stops ends what only waits for news, and lets nobody wake it later") {
  auto const wire = std::make_shared<Wire>();
  auto server = std::make_unique<Server>(
      served([&](Call const&) { return streamed(std::make_unique<Listener>(wire)); }));
  Connection connection(server->port());
  connection.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  wire->listening.get_future().wait();

  server->stop(std::chrono::minutes{1});
  CHECK(connection.hear_all().ends_with("0\r\n\r\n"));
  CHECK(wire->gone);
  server.reset();
  wire->say("too late");
}

TEST_CASE("a listener that goes takes its source with it") {
  auto const wire = std::make_shared<Wire>();
  auto server = served([&](Call const&) { return streamed(std::make_unique<Listener>(wire)); });
  {
    Connection connection(server.port());
    connection.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    wire->listening.get_future().wait();
  }
  // Whoever is gone is only found out by what cannot be sent to them.
  constexpr int far_too_many = 2000;
  int said = 0;
  for (; said < far_too_many && !wire->gone; ++said) {
    wire->say(std::string(100'000, 'x'));
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  CHECK(wire->gone);
  CHECK(said < far_too_many);

  // Who stays is served by a source that stays as well.
  auto const other = std::make_shared<Wire>();
  auto others = served([&](Call const&) { return streamed(std::make_unique<Listener>(other)); });
  Connection connection(others.port());
  connection.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  other->listening.get_future().wait();
  other->say("news.");
  CHECK(connection.hear(".\r\n").ends_with("news.\r\n"));
  CHECK_FALSE(other->gone);
}

TEST_CASE("what needs no thinking is answered while all workers think") {
  std::promise<void> go;
  auto const gone = go.get_future().share();
  auto const server = served(
      [&](Call const&) {
        gone.wait();
        return wire::Response{.body = "thought"};
      },
      [](Call const& call) -> std::optional<Answer> {
        if (call.request.target != "/health") return std::nullopt;
        return wire::Response{.body = "well"};
      },
      {.workers = 1});
  Connection slow(server.port());
  slow.say("GET /slow HTTP/1.1\r\nConnection: close\r\n\r\n");
  for (int i = 0; i < 20; ++i) {
    Connection quick(server.port());
    quick.say("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n");
    CHECK(quick.hear_all().ends_with("well"));
  }
  go.set_value();
  CHECK(slow.hear_all().ends_with("thought"));
}

TEST_CASE("500 who send a byte at a time do not keep others from being answered") {
  auto const server = served([](Call const&) { return wire::Response{.body = "thought"}; }, {},
                             {.most_connections = 600});
  std::vector<std::unique_ptr<Connection>> slow;
  for (int i = 0; i < 500; ++i) {
    slow.push_back(std::make_unique<Connection>(server.port()));
    REQUIRE(slow.back()->say("G"));
  }
  for (char const letter : std::string_view{"ET /s"}) {
    for (auto const& each : slow) each->say(std::string(1, letter));
    Connection quick(server.port());
    quick.say("GET /quick HTTP/1.1\r\nConnection: close\r\n\r\n");
    CHECK(quick.hear_all().ends_with("thought"));
  }
}

TEST_CASE("where there is no room, the connection that was idle for longest has to go") {
  auto const server = served([](Call const&) { return wire::Response{.body = "thought"}; }, {},
                             {.most_connections = 2});
  Connection first(server.port());
  first.say("GET /1 HTTP/1.1\r\nHost: x\r\n\r\n");
  first.hear("thought");
  Connection second(server.port());
  second.say("GET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
  second.hear("thought");

  // Only who was idle for a while has to go, so it may take a few tries.
  std::string heard;
  while (heard.find("200 OK") == std::string::npos) {
    Connection third(server.port());
    third.say("GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");
    heard = third.hear_all();
  }
  CHECK(first.hear_all().empty());
  second.say("GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n");
  CHECK(second.hear_all().ends_with("thought"));
}

}  // namespace sievarr::http

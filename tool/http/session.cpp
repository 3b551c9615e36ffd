#include "session.hpp"

#include "message.hpp"
#include "wakeup.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using Error = boost::system::error_code;

std::optional<wire::Method> method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get: return wire::Method::get;
    case beast::http::verb::head: return wire::Method::head;
    case beast::http::verb::post: return wire::Method::post;
    case beast::http::verb::put: return wire::Method::put;
    case beast::http::verb::patch: return wire::Method::patch;
    case beast::http::verb::delete_: return wire::Method::delete_;
    case beast::http::verb::options: return wire::Method::options;
    default: return std::nullopt;
  }
}

wire::Request request_of(beast::http::request<beast::http::string_body>&& came,
                         wire::Method method) {
  wire::Request request{.method = method, .target = std::string(came.target())};
  for (auto const& field : came)
    request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  request.body = std::move(came.body());
  return request;
}

/// What is said to somebody whose request cannot be read; nothing where nobody listens any more.
std::optional<wire::Response> refusal(Error const& error) {
  using Reason = beast::http::error;
  if (error == Reason::header_limit) return problem(431, "the header is too large");
  if (error == Reason::body_limit) return problem(413, "the body is too large");
  if (error.category() != beast::http::make_error_code(Reason::bad_method).category())
    return std::nullopt;
  if (error == Reason::end_of_stream || error == Reason::partial_message) return std::nullopt;
  return problem(400, "this is no request");
}

/// One connection: reads a request, has it answered, and so on.
class HttpSession final : public Session, public std::enable_shared_from_this<HttpSession> {
  /// Keeps the session alive until a step is done.
  template <class Step>
  auto then(Step step) {
    return [self = shared_from_this(), step](Error error, auto... sizes) {
      step(*self, error, static_cast<std::size_t>(sizes)...);
    };
  }

 public:
  HttpSession(tcp::socket socket, ServerState& state)
      : stream_(std::move(socket)), timer_(state.context), state_(state) {
    is_surplus_ = state_.sessions.size() >= state_.options.most_connections;
    state_.sessions.insert(this);
    Error error;
    auto const peer = stream_.socket().remote_endpoint(error);
    if (!error) call_.peer = peer.address().to_string();
    stream_.socket().set_option(tcp::no_delay(true), error);
  }
  ~HttpSession() override {
    silence();
    state_.sessions.erase(this);
  }

  void wait_for_request() {
    idle_since_ = std::chrono::steady_clock::now();
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(state_.options.most_header_bytes));
    parser_->body_limit(state_.options.most_body_bytes);
    if (buffer_.size() > 0) return read_header();
    stream_.expires_after(state_.options.idle);
    stream_.async_read_some(buffer_.prepare(4096), then([](auto& self, Error e, std::size_t size) {
                              if (e) return self.close();
                              self.buffer_.commit(size);
                              self.read_header();
                            }));
  }

  void close() override {
    Error ignored;
    timer_.cancel();
    silence();
    source_.reset();
    stream_.socket().close(ignored);
    state_.sessions.erase(this);
  }

  void finish() override {
    if (idle_since_) close();
    if (waits_for_piece_) end_body();
  }

  std::optional<std::chrono::steady_clock::time_point> idle_since() const override {
    return idle_since_;
  }

 private:
  void read_header() {
    idle_since_.reset();
    stream_.expires_after(state_.options.request);
    beast::http::async_read_header(stream_, buffer_, *parser_,
                                   then([](auto& self, Error error, std::size_t) {
                                     if (error) return self.refuse(error);
                                     self.read_body();
                                   }));
  }

  void read_body() {
    if (is_surplus_) return say_and_close(problem(503, "too many connections"));
    bool const waits = beast::iequals(parser_->get()[beast::http::field::expect], "100-continue");
    if (waits && !parser_->is_done()) {
      static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      return asio::async_write(stream_, asio::buffer(go_on),
                               then([](auto& self, Error error, std::size_t) {
                                 if (error) return self.close();
                                 self.read_rest();
                               }));
    }
    read_rest();
  }

  void read_rest() {
    beast::http::async_read(stream_, buffer_, *parser_,
                            then([](auto& self, Error error, std::size_t) {
                              if (error) return self.refuse(error);
                              self.think();
                            }));
  }

  void refuse(Error const& error) {
    if (auto const words = refusal(error)) return say_and_close(*words);
    close();
  }

  void say_and_close(wire::Response const& response) {
    keeps_ = false;
    deliver(response);
  }

  void think() {
    stream_.expires_never();
    keeps_ = parser_->get().keep_alive();
    auto const method = method_of(parser_->get().method());
    if (!method) return say_and_close(problem(501, "this method is not known here"));
    if (!parser_->get().target().starts_with('/'))
      return say_and_close(problem(400, "a path must begin with a slash"));
    speaks_11_ = parser_->get().version() >= 11;
    call_.request = request_of(parser_->release(), *method);
    if (state_.at_once)
      if (auto answer = state_.at_once(call_)) return deliver(*std::move(answer));
    asio::post(state_.workers, [self = shared_from_this()]() mutable {
      auto answer = self->state_.respond(self->call_);
      auto& context = self->state_.context;
      asio::post(context, [self = std::move(self), answer = std::move(answer)]() mutable {
        self->deliver(std::move(answer));
      });
    });
  }

  void deliver(Answer answer) {
    how_ = std::move(answer.delivery);
    source_ = std::move(answer.source);
    bool const unframed = source_ && !speaks_11_;
    keeps_ = keeps_ && !state_.closing && how_.end == Delivery::End::kept && !unframed;
    auto const afterwards = keeps_ ? Afterwards::keep_alive : Afterwards::close;
    if (!how_.raw.empty())
      outgoing_ = std::move(how_.raw);
    else if (source_)
      outgoing_ = opening(answer.response, framing(), afterwards);
    else
      outgoing_ = message(answer.response, call_.request.method, afterwards);
    outgoing_.resize(std::min(outgoing_.size(), how_.cut_after));
    if (call_.request.method == wire::Method::head) source_.reset();
    if (source_) source_->wake_with(wake());
    sent_ = 0;
    if (how_.delay.count() <= 0) return write();
    timer_.expires_after(how_.delay);
    timer_.async_wait(then([](auto& self, Error error) {
      if (!error) self.write();
    }));
  }

  void write() {
    if (sent_ == 0) stream_.expires_after(state_.options.answer);
    auto const left = asio::buffer(outgoing_) + sent_;
    auto const piece = asio::buffer(left, std::max<std::size_t>(1, how_.piece));
    asio::async_write(stream_, piece, then([](auto& self, Error error, std::size_t size) {
                        if (error) return self.close();
                        self.sent_ += size;
                        self.go_on();
                      }));
  }

  void go_on() {
    if (sent_ == outgoing_.size()) return source_ ? ask_for_piece() : end();
    timer_.expires_after(how_.pause);
    timer_.async_wait(then([](auto& self, Error error) {
      if (!error) self.write();
    }));
  }

  Framing framing() const { return speaks_11_ ? Framing::chunked : Framing::until_close; }

  /// The worker shares the source, since the connection may end while it thinks.
  void ask_for_piece() {
    stream_.expires_never();
    asio::post(state_.workers, [self = shared_from_this(), source = source_]() mutable {
      auto piece = source->next();
      source.reset();
      auto& context = self->state_.context;
      asio::post(context, [self = std::move(self), piece = std::move(piece)]() mutable {
        if (self->source_) self->pass_on(std::move(piece));
      });
    });
  }

  void pass_on(std::optional<std::string> piece) {
    if (!piece || (piece->empty() && state_.closing)) return end_body();
    if (piece->empty()) return wait_for_piece();
    outgoing_ = framed(*std::move(piece), framing());
    sent_ = 0;
    write();
  }

  void wait_for_piece() {
    if (std::exchange(was_woken_, false)) return ask_for_piece();
    waits_for_piece_ = true;
    timer_.expires_after(std::chrono::seconds{1});
    timer_.async_wait(then([](auto& self, Error error) {
      if (!error) self.go_on_asking();
    }));
  }

  void go_on_asking() {
    if (!std::exchange(waits_for_piece_, false)) return;
    timer_.cancel();
    ask_for_piece();
  }

  void end_body() {
    waits_for_piece_ = false;
    timer_.cancel();
    source_.reset();
    if (!speaks_11_) return end();
    outgoing_ = framed("", framing());
    sent_ = 0;
    write();
  }

  std::function<void()> wake() {
    wakeup_ = std::make_shared<Wakeup>(state_.context);
    return [wakeup = wakeup_, session = weak_from_this()] {
      wakeup->ring([session] {
        auto const self = session.lock();
        if (!self || !self->source_) return;
        self->was_woken_ = !self->waits_for_piece_;
        self->go_on_asking();
      });
    };
  }

  void silence() {
    if (wakeup_) wakeup_->fall_silent();
  }

  void end() {
    if (how_.end == Delivery::End::reset) {
      Error ignored;
      stream_.socket().set_option(asio::socket_base::linger(true, 0), ignored);
      return close();
    }
    // Somebody may have asked for a stop in between.
    if (keeps_ && !state_.closing) return wait_for_request();
    Error ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds{1});
    drain();
  }

  /// A close while bytes are still coming may take the end of the answer away from the client.
  void drain() {
    stream_.async_read_some(buffer_.prepare(1024), then([](auto& self, Error error, std::size_t) {
                              if (error || self.state_.closing) return self.close();
                              self.drain();
                            }));
  }

  beast::tcp_stream stream_;
  asio::steady_timer timer_;
  ServerState& state_;
  beast::flat_buffer buffer_;
  std::optional<beast::http::request_parser<beast::http::string_body>> parser_;
  Call call_;
  Delivery how_;
  std::string outgoing_;
  std::size_t sent_ = 0;
  std::shared_ptr<Source> source_;
  std::shared_ptr<Wakeup> wakeup_;
  std::optional<std::chrono::steady_clock::time_point> idle_since_;
  bool keeps_ = false;
  bool speaks_11_ = true;
  bool waits_for_piece_ = false;
  bool was_woken_ = false;
  bool is_surplus_ = false;
};

}  // namespace

void serve(tcp::socket socket, ServerState& state) {
  std::make_shared<HttpSession>(std::move(socket), state)->wait_for_request();
}

}  // namespace sievarr::http

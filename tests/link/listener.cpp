#include "listener.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <thread>
#include <utility>

namespace sievarr::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

class Listener::Server {
 public:
  explicit Server(std::string answer) : answer_(std::move(answer)) {
    accept();
    thread_ = std::thread([this] { context_.run(); });
  }

  ~Server() {
    context_.stop();
    thread_.join();
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
      if (error) return;
      answer(socket);
      accept();
    });
  }

  void answer(tcp::socket& socket) const {
    boost::system::error_code error;
    boost::beast::flat_buffer buffer;
    http::request<http::string_body> request;
    http::read(socket, buffer, request, error);
    if (error) return;
    http::response<http::string_body> response{http::status::ok, request.version()};
    response.body() = answer_;
    response.keep_alive(false);
    response.prepare_payload();
    http::write(socket, response, error);
    socket.shutdown(tcp::socket::shutdown_both, error);
  }

  std::string answer_;
  asio::io_context context_;
  tcp::acceptor acceptor_{context_, tcp::endpoint{asio::ip::address_v4::loopback(), 0}};
  std::thread thread_;
};

Listener::Listener(std::string answer) : server_(std::make_unique<Server>(std::move(answer))) {}
Listener::~Listener() = default;
std::uint16_t Listener::port() const { return server_->port(); }

}  // namespace sievarr::test

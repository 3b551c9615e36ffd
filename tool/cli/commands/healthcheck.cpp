#include "cli/options/config_option.hpp"
#include "commands.hpp"
#include "net/curl_transport.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/config/server_address.hpp>

#include <chrono>
#include <ostream>
#include <string>

namespace sievarr::cli {
namespace {

using os::Exit;
using namespace std::chrono_literals;

/// Asks the daemon whether it lives, for containers, where nothing else could.
class Healthcheck final : public Command {
 public:
  void declare(Syntax& syntax) override {
    config_.declare(syntax);
    syntax.examples = "sievarr healthcheck --config config.yaml";
  }

  Exit run(Console& console) override {
    auto const config = config_.need(console);
    if (!config) return Exit::misused;
    auto const& server = config->loaded.config.server;
    if (!server.enabled) {
      complain(console, {.text = "server.enabled is false, so there is nobody to ask",
                         .hint = "enable the server, or do without a health check"});
      return Exit::misused;
    }
    net::CurlTransport transport({.connect = 3s, .total = 10s, .quiet = 10s});
    auto const address = config::address_of(server) + "/health";
    auto const answer = transport.send({.target = address}, 64 << 10);
    if (!answer) return sick(console, answer.error().text);
    if (answer->status != 200)
      return sick(console, address + " answered " + to_text(answer->status));
    console.out << "healthy: " << address << '\n';
    return Exit::fine;
  }

 private:
  static Exit sick(Console& console, std::string text) {
    complain(console, {.text = std::move(text), .hint = "look into the log of sievarr run"});
    return Exit::findings;
  }

  ConfigOption config_;
};

}  // namespace

std::unique_ptr<Command> make_healthcheck() { return std::make_unique<Healthcheck>(); }

}  // namespace sievarr::cli

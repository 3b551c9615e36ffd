#pragma once

#include "net/transport.hpp"
#include "os/clock.hpp"
#include "refusal.hpp"
#include "server_entry.hpp"
#include "stock.hpp"

#include <sievarr/base/problem.hpp>
#include <sievarr/wire/arr/requests.hpp>
#include <sievarr/wire/arr/status.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace sievarr::arr {

/// A client of one server of the family, of any kind: what all of them are asked in the same way.
/// How often a server is asked again when it does not answer is the business of the transport. Any
/// number of threads may use a client at the same time.
class ArrClient {
 public:
  /// Who answered, and what had better be changed.
  struct Reached {
    wire::arr::Status status;
    Problems warnings;
  };

  /// Whether its exclusions come in pages. Where that is not known, the first answer tells.
  enum class Pages : std::uint8_t { none, maybe };

  ArrClient(net::Transport& transport, ServerEntry server, os::Clock& clock)
      : transport_(transport),
        server_(std::move(server)),
        clock_(clock),
        requests_(server_.url, server_.api_key, server_.kind.api) {}

  /// Whether it answers, takes the key and is of its kind: one request. A failure may pass;
  /// problems do not until a person changes something. The path is that of its section.
  Outcome<Checked<Reached>> check(std::string const& path);

  /// Whether it would pass that check: one request.
  Outcome<Done> ping();

  /// Who it is. Whatever answers that is no such server is a failure.
  Outcome<wire::arr::Status> status();

  /// What it has to choose from: folders, quality profiles, tags.
  Outcome<Stock> take_stock(wire::arr::Status const& status);

  /// Creates a tag; one that is there by now is as good.
  Outcome<wire::arr::Named> create_tag(std::string const& label);

  /// The numbers that a person wants no list to add.
  Outcome<std::set<std::int64_t>> exclusions(wire::arr::ExclusionList const& list, Pages pages);

  wire::arr::Requests const& requests() const { return requests_; }

  /// The same request, with the server it goes to.
  SentRequest as_sent(wire::Request const& request) const {
    return {server_.url, request, server_.kind};
  }

  /// What an answer says, read by read(text, label); or why it says nothing.
  template <class Read>
  auto read_answer(SentRequest const& sent, Outcome<wire::Response> const& response,
                   Read read) const -> decltype(read("", "")) {
    if (!response) return response.error();
    if (auto refused = refusal(sent, *response, clock_.now())) return std::move(refused->failure);
    return read(response->body, sent.label());
  }

  template <class Read>
  auto ask(wire::Request const& request, Read read) -> decltype(read("", "")) {
    return read_answer(as_sent(request), transport_.send(request), std::move(read));
  }

 private:
  Outcome<wire::arr::Exclusions> exclusions_from(wire::arr::ExclusionList const& list,
                                                 std::int64_t page);

  net::Transport& transport_;
  ServerEntry server_;
  os::Clock& clock_;
  wire::arr::Requests requests_;
};

}  // namespace sievarr::arr

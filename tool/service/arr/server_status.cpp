#include "server_status.hpp"

#include "refusal.hpp"
#include "suitability.hpp"

#include <sievarr/base/failure_kind.hpp>
#include <sievarr/wire/server_status.hpp>

#include <utility>

namespace sievarr::arr {

Outcome<Checked<wire::arr::Status>> ask_status(net::Transport& way, ServerAddress const& server,
                                               os::Clock& clock, std::string const& path) {
  using Answer = Checked<wire::arr::Status>;
  using Blame = Refusal::Blames;
  auto const request = wire::status_request(server.url, server.api_key, server.kind.status_path);
  Question const question{server.url, request, server.kind};
  auto const response = way.send(request);
  if (!response && !is_for_good(response.error().kind)) return response.error();
  if (!response) return Answer(Problems{problem_of(path, Refusal{response.error(), Blame::url})});
  if (auto refused = refusal(question, *response, clock.now())) {
    if (refused->blames == Blame::nothing && !is_for_good(refused->failure.kind))
      return std::move(refused->failure);
    return Answer(Problems{problem_of(path, *refused)});
  }
  auto status = wire::arr::read_status(response->body, question.label());
  if (!status) return status.error();
  auto problems = complaints_about(*status, server, path);
  if (!problems.empty()) return Answer(std::move(problems));
  return Answer(*std::move(status));
}

Outcome<Checked<ServerClient::Reached>> ServerClient::check(std::string const& path) {
  auto status = ask_status(way_, address_, clock_, path);
  if (!status) return status.error();
  if (!*status) return Checked<Reached>(std::move(status->error()));
  auto warnings = warnings_about(**status, address_, path);
  return Checked<Reached>(Reached{.status = **std::move(status), .warnings = std::move(warnings)});
}

}  // namespace sievarr::arr

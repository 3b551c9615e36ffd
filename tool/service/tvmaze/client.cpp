#include "client.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/wire/http_failure.hpp>

#include <utility>

namespace sievarr::tvmaze {
namespace {

using Kind = Failure::Kind;
using config::UpdateWindow;

constexpr std::size_t mebibyte = std::size_t{1} << 20;
constexpr std::size_t most_of_updates = 32 * mebibyte;
constexpr std::size_t most_of_page = 16 * mebibyte;
constexpr std::size_t most_of_show = 4 * mebibyte;

/// So often an answer is asked for that came and cannot be read.
constexpr int most_readings = 3;

constexpr int not_modified = 304;
constexpr int not_found = 404;

/// A text as it may stand in a query.
std::string escaped(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  std::string query;
  for (char const letter : text) {
    if (plain.find(letter) != plain.npos) {
      query += letter;
      continue;
    }
    auto const byte = static_cast<unsigned char>(letter);
    query += '%';
    query += "0123456789ABCDEF"[byte >> 4];
    query += "0123456789ABCDEF"[byte & 15];
  }
  return query;
}

/// Only TVMaze itself knows what it does not have; anybody else may say 404 for other reasons.
bool is_missing(wire::Response const& response) {
  return response.status == not_found && wire::is_json(response);
}

Failure malformed(std::string text) {
  return {.kind = Kind::malformed,
          .text = std::move(text),
          .hint = "nothing, it is asked again later; if it stays so, check tvmaze.base_url"};
}

Failure no_json(std::string const& label, wire::Response const& response) {
  auto const type = wire::content_type(response.headers);
  if (wire::is_json(response))
    return malformed(label + " answered " + to_text(response.status) +
                     ", where TVMaze has something to tell");
  return malformed(label + " answered " + to_text(response.status) + " with " +
                   (type.empty() ? "a body of no type" : quoted(type)) + ", expected JSON");
}

template <class Read>
Failure unreadable(Read const& read) {
  return malformed(read.error().empty() ? "expected JSON" : to_text(read.error().front()));
}

}  // namespace

Tvmaze::Tvmaze(net::Transport& transport, config::Tvmaze const& config, os::Clock& clock)
    : transport_(transport), config_(config), clock_(clock) {}

Tvmaze::LabelledRequest Tvmaze::request_for(std::string_view path, std::size_t most) const {
  LabelledRequest labelled{.label = config_.base_url.join(path), .most = most};
  labelled.request.target = labelled.label;
  labelled.request.headers.push_back({"Accept", "application/json"});
  if (config_.api_key && !config_.api_key->empty())
    labelled.request.target.append(path.find('?') == path.npos ? "?" : "&")
        .append("apikey=")
        .append(escaped(config_.api_key->reveal()));
  return labelled;
}

/// Why an answer is none that TVMaze gives; nothing where it may be read.
std::optional<Failure> Tvmaze::refusal(LabelledRequest const& labelled,
                                       wire::Response const& response) const {
  if (response.status == not_found) return no_json(labelled.label, response);
  if (auto failure = wire::failure_of(response, labelled.label, clock_.now())) {
    if (failure->kind == Kind::denied)
      failure->hint = config_.api_key ? "check tvmaze.api_key"
                                      : "TVMaze refuses this address; wait, or set tvmaze.api_key";
    return failure;
  }
  if (!wire::is_json(response)) return no_json(labelled.label, response);
  return std::nullopt;
}

Arrival Tvmaze::ask(LabelledRequest const& labelled) {
  auto response = transport_.send(labelled.request, labelled.most);
  return {std::move(response), clock_.now()};
}

/// Reads an answer, and asks again where it came but makes no sense.
template <class Read>
auto Tvmaze::read_again(LabelledRequest const& labelled, Arrival arrival, Read read)
    -> decltype(read(wire::Response{}, Instant{})) {
  for (int reading = 1;; ++reading) {
    if (!arrival.response) return arrival.response.error();
    auto answer = read(*arrival.response, arrival.at);
    bool const again = !answer && answer.error().kind == Kind::malformed && reading < most_readings;
    if (!again) return answer;
    arrival = ask(labelled);
  }
}

Outcome<Done> Tvmaze::check() {
  auto const answer = show(1);
  if (!answer) return answer.error();
  if (answer->show) return Done{};
  // Anybody can say that there is no such show, but only TVMaze has a list of them.
  auto const first = page(0, {});
  if (!first) return first.error();
  if (!first->shows.empty()) return Done{};
  return Failure{
      .kind = Kind::missing,
      .text = config_.base_url.text() + " is not the address of a TVMaze: it has no shows",
      .hint = "check tvmaze.base_url"};
}

Outcome<UpdatesAnswer> Tvmaze::updates(UpdateWindow window) {
  bool const all = window == UpdateWindow::all || window == UpdateWindow::auto_;
  std::string path = "updates/shows";
  if (!all) path += "?since=" + reflect::word_of(window);
  auto const asked = request_for(path, most_of_updates);
  auto const read_it = [&](wire::Response const& response, Instant at) -> Outcome<UpdatesAnswer> {
    if (auto failure = refusal(asked, response)) return *std::move(failure);
    auto read = wire::tvmaze::read_updates(response.body, asked.label);
    if (!read) return unreadable(read);
    // There are always shows; whoever names none of them has not told all.
    if (all && read->shows.empty()) return malformed(asked.label + " names no show at all");
    UpdatesAnswer answer{.updates = {.window = all ? UpdateWindow::all : window},
                         .problems = std::move(read->problems),
                         .freshness = wire::freshness(response.headers, at)};
    answer.updates.stamps.reserve(read->shows.size());
    for (auto const& update : read->shows)
      answer.updates.stamps.push_back({update.id, update.updated});
    answer.updates.stamps = mirror::by_id(std::move(answer.updates.stamps));
    return answer;
  };
  return read_again(asked, ask(asked), read_it);
}

Tvmaze::LabelledRequest Tvmaze::page_request(std::int64_t page, KnownPage const& known) const {
  auto asked = request_for("shows?page=" + to_text(page), most_of_page);
  if (known.etag) asked.request.headers.push_back({"If-None-Match", *known.etag});
  return asked;
}

UnreadPage Tvmaze::ask_page(std::int64_t number, KnownPage known) {
  auto arrival = ask(page_request(number, known));
  return {number, std::move(known), std::move(arrival)};
}

Outcome<PageAnswer> Tvmaze::page(std::int64_t number, KnownPage known) {
  return read_page(ask_page(number, std::move(known)));
}

Outcome<PageAnswer> Tvmaze::read_page(UnreadPage page) {
  auto const& known = page.known;
  auto const asked = page_request(page.number, known);
  auto const read_it = [&](wire::Response const& response, Instant at) -> Outcome<PageAnswer> {
    PageAnswer answer{.freshness = wire::freshness(response.headers, at)};
    if (auto const etag = wire::header(response.headers, "ETag")) answer.etag = std::string(*etag);
    if (is_missing(response)) answer.kind = PageAnswer::Kind::missing;
    if (known.etag && response.status == not_modified) {
      answer.kind = PageAnswer::Kind::unchanged;
      if (!answer.etag) answer.etag = known.etag;
    }
    if (answer.kind != PageAnswer::Kind::shows) return answer;
    if (auto failure = refusal(asked, response)) return *std::move(failure);
    auto read = wire::tvmaze::read_page(response.body, asked.label, known.wants);
    if (!read) return unreadable(read);
    answer.shows = std::move(read->shows);
    answer.problems = std::move(read->problems);
    return answer;
  };
  return read_again(asked, std::move(page.arrival), read_it);
}

Outcome<ShowAnswer> Tvmaze::show(std::int64_t id) {
  auto const asked = request_for("shows/" + to_text(id), most_of_show);
  auto const read_it = [&](wire::Response const& response, Instant at) -> Outcome<ShowAnswer> {
    ShowAnswer answer{.freshness = wire::freshness(response.headers, at)};
    if (is_missing(response)) return answer;
    if (auto failure = refusal(asked, response)) return *std::move(failure);
    auto read = wire::tvmaze::read_show(response.body, asked.label);
    if (!read) return unreadable(read);
    if (read->id != id) return malformed(asked.label + " answered with show " + to_text(read->id));
    answer.show = *std::move(read);
    return answer;
  };
  return read_again(asked, ask(asked), read_it);
}

mirror::PageCopy page_copy(std::int64_t number, Outcome<PageAnswer> const& answer) {
  mirror::PageCopy copy{.page = number};
  if (!answer) {
    copy.fate = mirror::PageOutcome::failed;
    copy.words = answer.error().text;
    return copy;
  }
  if (answer->kind == PageAnswer::Kind::missing) copy.fate = mirror::PageOutcome::missing;
  copy.made = answer->freshness.made;
  copy.fresh_until = answer->freshness.fresh_until;
  copy.etag = answer->etag;
  return copy;
}

}  // namespace sievarr::tvmaze

#include "sonarr.hpp"

#include <sievarr/base/failure_kind.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/wire/arr/complaints.hpp>
#include <sievarr/wire/arr/sonarr_series.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using Kind = Failure::Kind;

constexpr std::int64_t first_with_pages = 4;
constexpr std::size_t most_of_series = std::size_t{2} << 30;
constexpr int bad_request = 400;
constexpr int conflict = 409;

/// Reads series out of their list while it comes in.
class SeriesSink final : public net::Sink {
 public:
  SeriesSink() : Sink(most_of_series) {}

  void begin() override {
    library_.clear();
    reader_.emplace([this](wire::arr::Series const& each) { library_[each.tvdb_id] = each.id; });
  }
  void take(std::string_view bytes) override { reader_->feed(bytes); }

  Outcome<adding::Library> finish(std::string const& label) {
    auto const complaint = reader_ ? reader_->finish() : std::nullopt;
    if (complaint)
      return Failure{.kind = Kind::malformed,
                     .text = label + ":" + *complaint,
                     .hint = "nothing, it is asked again later"};
    return std::move(library_);
  }

 private:
  adding::Library library_;
  std::optional<wire::arr::SeriesReader> reader_;
};

/// What a 400 or 409 says about the series that was sent.
Addition refused_addition(SentRequest const& sent, wire::Response const& response) {
  auto const complaints = wire::arr::read_complaints(response.body);
  if (response.status == conflict || wire::arr::says_exists(complaints)) return Exists{};
  if (wire::arr::says_not_found(complaints)) return NotFound{wire::arr::all_said(complaints)};
  if (!complaints.empty()) return Refused{wire::arr::all_said(complaints)};
  return Refused{sent.label() + " answered " + to_text(response.status) + " without a reason"};
}

}  // namespace

SonarrApi::SonarrApi(Transports transports, config::Sonarr const& instance, os::Clock& clock)
    : transports_(transports),
      instance_(instance),
      client_(transports.own, entry_of(instance), clock),
      metadata_(transports.metadata, entry_of(instance), clock),
      requests_(client_.requests()) {}

/// Language profiles are Sonarr 3's alone: others answer with one that means nothing, or not at
/// all.
Outcome<Stock> SonarrApi::take_stock(wire::arr::Status const& status) {
  auto stock = client_.take_stock(status);
  if (!stock) return stock;
  if (has_language_profiles(stock->major)) {
    auto languages = client_.ask(requests_.language_profiles(), wire::arr::read_all_named);
    if (!languages) return languages.error();
    stock->language_profiles = *std::move(languages);
  }
  std::lock_guard const lock(mutex_);
  stock_ = *stock;
  return stock;
}

Outcome<Checked<Ready>> SonarrApi::validate(std::vector<Wanted> const& wanted) {
  auto reached =
      client_.check(wanted.empty() ? std::string(kind_of(reflect::Of<config::Sonarr>{}).section)
                                   : wanted.front().path);
  if (!reached) return reached.error();
  if (!*reached) return Checked<Ready>(std::move(reached->error()));
  auto stock = take_stock((*reached)->status);
  if (!stock) return stock.error();
  auto problems = check(*stock, instance_, wanted);
  append(problems, std::move((*reached)->warnings));
  if (has_errors(problems)) return Checked<Ready>(std::move(problems));
  return Checked<Ready>(Ready{.stock = *std::move(stock), .warnings = std::move(problems)});
}

Outcome<adding::Library> SonarrApi::library() {
  auto const request = requests_.series();
  SeriesSink sink;
  auto const response = transports_.own.stream(request, sink);
  return client_.read_answer(
      client_.as_sent(request), response,
      [&](std::string_view, std::string const& label) { return sink.finish(label); });
}

Outcome<std::set<std::int64_t>> SonarrApi::exclusions() {
  auto pages = ArrClient::Pages::maybe;
  {
    std::lock_guard const lock(mutex_);
    if (stock_ && stock_->major < first_with_pages) pages = ArrClient::Pages::none;
  }
  return client_.exclusions(wire::arr::sonarr_exclusions, pages);
}

Outcome<Lookup> SonarrApi::look_up(std::int64_t tvdb_id) {
  auto const read = [&](std::string_view text, std::string_view label) {
    return wire::arr::read_lookup(text, label, tvdb_id);
  };
  auto found = metadata_.ask(requests_.look_up(tvdb_id), read);
  if (!found) return found.error();
  if (!*found) return Lookup(NotFound{"nothing is found for tvdb:" + to_text(tvdb_id)});
  if ((*found)->series_id > 0) return Lookup(Exists{(*found)->series_id});
  return Lookup(**std::move(found));
}

Outcome<Stock> SonarrApi::known_stock() {
  {
    std::lock_guard const lock(mutex_);
    if (stock_) return *stock_;
  }
  auto const status = client_.status();
  if (!status) return status.error();
  return take_stock(*status);
}

Outcome<Stock> SonarrApi::with_tags(target::Target const& route) {
  auto const stock = known_stock();
  if (!stock || !instance_.create_tags) return stock;
  for (auto const& tag : route.tags) {
    if (tag.number() || find_named(stock->tags, tag) != nullptr) continue;
    auto made = client_.create_tag(tag.text());
    if (!made) return made.error();
    std::lock_guard const lock(mutex_);
    if (stock_) stock_->tags.push_back(*std::move(made));
  }
  return known_stock();
}

Outcome<Addition> SonarrApi::addition(SentRequest const& sent, wire::Response const& response) {
  bool const is_answer = response.status == bad_request || response.status == conflict;
  if (is_answer && wire::is_json(response)) return refused_addition(sent, response);
  auto const id = metadata_.read_answer(sent, response, wire::arr::read_added);
  if (!id) return id.error();
  return Addition(Added{*id});
}

/// All that has to be known and made before anything can be sent.
Outcome<wire::Request> SonarrApi::add_request(Found const& found, target::Target const& route) {
  auto const stock = with_tags(route);
  if (!stock) return stock.error();
  auto const placement = place(*stock, instance_, route);
  if (!placement)
    return Failure{.kind = Kind::missing,
                   .text = error_messages(placement.error()),
                   .hint = "nothing was sent; change the config, or that Sonarr"};
  return requests_.add(wire::arr::add_body(found, *placement));
}

Result<Addition, AddFailure> SonarrApi::add(Found const& found, target::Target const& route) {
  auto const request = add_request(found, route);
  if (!request) return AddFailure{request.error(), Sent::no};
  auto const response = transports_.metadata.send(*request);
  auto added = response ? addition(client_.as_sent(*request), *response)
                        : Outcome<Addition>(response.error());
  if (added) return *std::move(added);
  auto const sent = did_surely_nothing(added.error().kind) ? Sent::no : Sent::maybe;
  return AddFailure{std::move(added.error()), sent};
}

}  // namespace sievarr::arr

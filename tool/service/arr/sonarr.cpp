#include "sonarr.hpp"

#include "server_status.hpp"
#include "suitability.hpp"

#include <sievarr/base/failure_kind.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/reflect/spelling.hpp>
#include <sievarr/wire/arr/sonarr.hpp>
#include <sievarr/wire/arr/sonarr_complaints.hpp>
#include <sievarr/wire/arr/sonarr_series.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using Kind = Failure::Kind;

constexpr std::int64_t first_with_pages = 4;
constexpr std::int64_t page_size = 1'000;
constexpr std::int64_t most_pages = 1'000;
constexpr std::size_t most_of_series = std::size_t{2} << 30;
constexpr int bad_request = 400;
constexpr int not_found = 404;
constexpr int not_allowed = 405;
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
Addition refused_addition(Question const& question, wire::Response const& response) {
  auto const complaints = wire::arr::read_complaints(response.body);
  if (response.status == conflict || wire::arr::says_exists(complaints)) return Exists{};
  if (wire::arr::says_not_found(complaints)) return NotFound{wire::arr::all_said(complaints)};
  if (!complaints.empty()) return Refused{wire::arr::all_said(complaints)};
  return Refused{question.label() + " answered " + to_text(response.status) + " without a reason"};
}

std::string told(Problems const& problems) {
  std::string text;
  for (auto const& each : problems) text += (text.empty() ? "" : "; ") + each.message;
  return text;
}

}  // namespace

Sonarr::Sonarr(Ways ways, config::Sonarr const& instance, os::Clock& clock)
    : ways_(ways),
      instance_(instance),
      clock_(clock),
      requests_(instance.server.url, instance.server.api_key) {}

template <class Read>
auto Sonarr::ask(wire::Request const& request, Read read) -> decltype(read("", "")) {
  return ask(ways_.own, request, std::move(read));
}

template <class Read>
auto Sonarr::ask(net::Transport& way, wire::Request const& request, Read read)
    -> decltype(read("", "")) {
  Question const question{instance_.server.url, request};
  auto const response = way.send(request);
  if (!response) return response.error();
  if (auto refused = refusal(question, *response, clock_.now())) return std::move(refused->failure);
  return read(response->body, question.label());
}

Outcome<Checked<wire::arr::Status>> Sonarr::status(std::string const& path) {
  auto const address = address_of(instance_);
  auto status = ask_status(ways_.own, address, clock_, path);
  if (!status || !*status) return status;
  auto problems = complaints_about_age(**status, address, path);
  if (!problems.empty()) return Checked<wire::arr::Status>(std::move(problems));
  return status;
}

Outcome<Stock> Sonarr::take_stock(wire::arr::Status const& status) {
  Stock stock{.version = status.version, .major = status.major()};
  auto folders = ask(requests_.root_folders(), wire::arr::read_root_folders);
  if (!folders) return folders.error();
  stock.root_folders = *std::move(folders);
  auto profiles = ask(requests_.quality_profiles(), wire::arr::read_all_named);
  if (!profiles) return profiles.error();
  stock.quality_profiles = *std::move(profiles);
  auto tags = ask(requests_.tags(), wire::arr::read_all_named);
  if (!tags) return tags.error();
  stock.tags = *std::move(tags);
  if (has_language_profiles(stock.major)) {
    auto languages = ask(requests_.language_profiles(), wire::arr::read_all_named);
    if (!languages) return languages.error();
    stock.language_profiles = *std::move(languages);
  }
  std::lock_guard const lock(mutex_);
  stock_ = stock;
  return stock;
}

Outcome<Checked<Ready>> Sonarr::validate(std::vector<Wanted> const& wanted) {
  std::string const path = wanted.empty() ? "sonarr" : wanted.front().path;
  auto const answer = status(path);
  if (!answer) return answer.error();
  if (!*answer) return Checked<Ready>(answer->error());
  auto const& status = **answer;
  auto stock = take_stock(status);
  if (!stock) return stock.error();
  auto problems = check(*stock, instance_, wanted);
  append(problems, warnings_about(status, address_of(instance_), path));
  if (has_errors(problems)) return Checked<Ready>(std::move(problems));
  return Checked<Ready>(Ready{.stock = *std::move(stock), .warnings = std::move(problems)});
}

Outcome<Done> Sonarr::ping() {
  auto const answer = status("sonarr");
  if (!answer) return answer.error();
  if (*answer) return Done{};
  return Failure{.kind = Failure::Kind::refused, .text = told(answer->error())};
}

Outcome<adding::Library> Sonarr::library() {
  auto const request = requests_.series();
  Question const question{instance_.server.url, request};
  SeriesSink sink;
  auto const response = ways_.own.stream(request, sink);
  if (!response) return response.error();
  if (auto refused = refusal(question, *response, clock_.now())) return std::move(refused->failure);
  return sink.finish(question.label());
}

/// A page; or all at once, where there are no pages yet.
Outcome<wire::arr::Exclusions> Sonarr::exclusions_from(std::int64_t page) {
  auto const read = [](std::string_view text, std::string_view label) {
    return wire::arr::read_exclusions(text, label);
  };
  {
    std::lock_guard const lock(mutex_);
    if (stock_ && stock_->major < first_with_pages) page = 0;
  }
  if (page == 0) return ask(requests_.exclusions(), read);
  auto const request = requests_.exclusions(page, page_size);
  Question const question{instance_.server.url, request};
  auto const response = ways_.own.send(request);
  if (!response) return response.error();
  bool const no_pages = response->status == not_found || response->status == not_allowed;
  if (page == 1 && no_pages) return ask(requests_.exclusions(), read);
  if (auto refused = refusal(question, *response, clock_.now())) return std::move(refused->failure);
  return read(response->body, question.label());
}

Outcome<std::set<std::int64_t>> Sonarr::exclusions() {
  std::set<std::int64_t> all;
  std::int64_t records = 0;
  for (std::int64_t page = 1; page <= most_pages; ++page) {
    auto part = exclusions_from(page);
    if (!part) return part.error();
    all.merge(part->tvdb_ids);
    records += static_cast<std::int64_t>(part->records);
    if (!part->total || part->records == 0 || records >= *part->total) break;
  }
  return all;
}

Outcome<Lookup> Sonarr::look_up(std::int64_t tvdb_id) {
  auto const read = [&](std::string_view text, std::string_view label) {
    return wire::arr::read_lookup(text, label, tvdb_id);
  };
  auto found = ask(ways_.metadata, requests_.look_up(tvdb_id), read);
  if (!found) return found.error();
  if (!*found) return Lookup(NotFound{"nothing is found for tvdb:" + to_text(tvdb_id)});
  if ((*found)->series_id > 0) return Lookup(Exists{(*found)->series_id});
  return Lookup(**std::move(found));
}

Outcome<Stock> Sonarr::known_stock() {
  {
    std::lock_guard const lock(mutex_);
    if (stock_) return *stock_;
  }
  auto const status = ask(requests_.status(), wire::arr::read_status);
  if (!status) return status.error();
  auto const address = address_of(instance_);
  auto problems = complaints_about(*status, address, "");
  append(problems, complaints_about_age(*status, address, ""));
  if (!problems.empty()) return Failure{.kind = Kind::missing, .text = told(problems)};
  return take_stock(*status);
}

/// Whether there is such a tag by now.
Outcome<bool> Sonarr::has_tag(std::string const& label) {
  auto tags = ask(requests_.tags(), wire::arr::read_all_named);
  if (!tags) return tags.error();
  std::lock_guard const lock(mutex_);
  if (stock_) stock_->tags = *tags;
  return find_named(*tags, target::NameOrNumber(label)) != nullptr;
}

/// Where somebody else was faster, Sonarr answers with the tag that is there, if it is spelled in
/// the same way; else it refuses to make a second one.
Outcome<Done> Sonarr::create_tag(std::string const& label) {
  auto tag = ask(requests_.create_tag(label), wire::arr::read_tag);
  if (!tag && tag.error().kind == Kind::refused) {
    auto const there = has_tag(label);
    if (there && *there) return Done{};
    auto failure = std::move(tag.error());
    failure.text = "the tag " + quoted(label) + " cannot be created: " + failure.text;
    failure.hint = "nothing was sent; change the tag in the config, or create it in that Sonarr";
    return failure;
  }
  if (!tag) return tag.error();
  std::lock_guard const lock(mutex_);
  if (stock_) stock_->tags.push_back(*std::move(tag));
  return Done{};
}

Outcome<Stock> Sonarr::with_tags(target::Target const& route) {
  auto const stock = known_stock();
  if (!stock || !instance_.create_tags) return stock;
  for (auto const& tag : route.tags) {
    if (tag.number() || find_named(stock->tags, tag) != nullptr) continue;
    if (auto const made = create_tag(tag.text()); !made) return made.error();
  }
  return known_stock();
}

Outcome<Addition> Sonarr::addition(Question const& question, wire::Response const& response) {
  bool const is_answer = response.status == bad_request || response.status == conflict;
  if (is_answer && is_json(response)) return refused_addition(question, response);
  if (auto refused = refusal(question, response, clock_.now())) return std::move(refused->failure);
  auto const id = wire::arr::read_added(response.body, question.label());
  if (!id) return id.error();
  return Addition(Added{*id});
}

/// All that has to be known and made before anything can be sent.
Outcome<wire::Request> Sonarr::add_request(Found const& found, target::Target const& route) {
  auto const stock = with_tags(route);
  if (!stock) return stock.error();
  auto const placement = place(*stock, instance_, route);
  if (!placement)
    return Failure{.kind = Kind::missing,
                   .text = told(placement.error()),
                   .hint = "nothing was sent; change the config, or that Sonarr"};
  return requests_.add(wire::arr::add_body(found, *placement));
}

Result<Addition, AddFailure> Sonarr::add(Found const& found, target::Target const& route) {
  auto const request = add_request(found, route);
  if (!request) return AddFailure{request.error(), Sent::no};
  auto const response = ways_.metadata.send(*request);
  auto added = response ? addition({instance_.server.url, *request}, *response)
                        : Outcome<Addition>(response.error());
  if (added) return *std::move(added);
  auto const sent = did_surely_nothing(added.error().kind) ? Sent::no : Sent::maybe;
  return AddFailure{std::move(added.error()), sent};
}

}  // namespace sievarr::arr

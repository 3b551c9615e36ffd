#include "client.hpp"

#include "suitability.hpp"

#include <sievarr/base/failure_kind.hpp>
#include <sievarr/base/text.hpp>

#include <string_view>
#include <utility>

namespace sievarr::arr {
namespace {

using Kind = Failure::Kind;

constexpr std::int64_t page_size = 1'000;
constexpr std::int64_t most_pages = 1'000;
constexpr int not_found = 404;
constexpr int not_allowed = 405;

}  // namespace

Outcome<Checked<ArrClient::Reached>> ArrClient::check(std::string const& path) {
  using Answer = Checked<Reached>;
  using Blame = Refusal::Blames;
  auto const request = requests_.status();
  auto const sent = as_sent(request);
  auto const response = transport_.send(request);
  if (!response && !is_for_good(response.error().kind)) return response.error();
  if (!response) return Answer(Problems{problem_of(path, Refusal{response.error(), Blame::url})});
  if (auto refused = refusal(sent, *response, clock_.now())) {
    if (refused->blames == Blame::nothing && !is_for_good(refused->failure.kind))
      return std::move(refused->failure);
    return Answer(Problems{problem_of(path, *refused)});
  }
  auto status = wire::arr::read_status(response->body, sent.label());
  if (!status) return status.error();
  auto problems = complaints_about(*status, server_, path);
  if (!problems.empty()) return Answer(std::move(problems));
  auto warnings = warnings_about(*status, server_, path);
  return Answer(Reached{.status = *std::move(status), .warnings = std::move(warnings)});
}

Outcome<Done> ArrClient::ping() {
  auto const reached = check("");
  if (!reached) return reached.error();
  if (*reached) return Done{};
  return Failure{.kind = Kind::refused, .text = error_messages(reached->error())};
}

Outcome<wire::arr::Status> ArrClient::status() {
  auto status = ask(requests_.status(), wire::arr::read_status);
  if (!status) return status;
  auto const problems = complaints_about(*status, server_, "");
  if (!problems.empty()) return Failure{.kind = Kind::missing, .text = error_messages(problems)};
  return status;
}

Outcome<Stock> ArrClient::take_stock(wire::arr::Status const& status) {
  auto folders = ask(requests_.root_folders(), wire::arr::read_root_folders);
  if (!folders) return folders.error();
  auto profiles = ask(requests_.quality_profiles(), wire::arr::read_all_named);
  if (!profiles) return profiles.error();
  auto tags = ask(requests_.tags(), wire::arr::read_all_named);
  if (!tags) return tags.error();
  return Stock{.version = status.version,
               .major = status.major(),
               .root_folders = *std::move(folders),
               .quality_profiles = *std::move(profiles),
               .tags = *std::move(tags)};
}

/// Where somebody else was faster, a server answers with the tag that is there, if it is spelled in
/// the same way; else it refuses to make a second one.
Outcome<wire::arr::Named> ArrClient::create_tag(std::string const& label) {
  auto tag = ask(requests_.create_tag(label), wire::arr::read_tag);
  if (tag || tag.error().kind != Kind::refused) return tag;
  auto const tags = ask(requests_.tags(), wire::arr::read_all_named);
  auto const* const present = tags ? find_named(*tags, target::NameOrNumber(label)) : nullptr;
  if (present != nullptr) return *present;
  auto failure = std::move(tag.error());
  failure.text = "the tag " + quoted(label) + " cannot be created: " + failure.text;
  failure.hint = "nothing was sent; change the tag in the config, or create it in that " +
                 std::string(server_.kind.app);
  return failure;
}

/// A page; or all at once, where there are no pages.
Outcome<wire::arr::Exclusions> ArrClient::exclusions_from(wire::arr::ExclusionList const& list,
                                                          std::int64_t page) {
  auto const read = [&](std::string_view text, std::string_view label) {
    return wire::arr::read_exclusions(text, label, list.id);
  };
  if (page == 0) return ask(requests_.exclusions(list), read);
  auto const request = requests_.exclusions(list, page, page_size);
  auto const response = transport_.send(request);
  bool const no_pages =
      response && (response->status == not_found || response->status == not_allowed);
  if (page == 1 && no_pages) return ask(requests_.exclusions(list), read);
  return read_answer(as_sent(request), response, read);
}

Outcome<std::set<std::int64_t>> ArrClient::exclusions(wire::arr::ExclusionList const& list,
                                                      Pages pages) {
  std::set<std::int64_t> all;
  std::int64_t records = 0;
  for (std::int64_t page = 1; page <= most_pages; ++page) {
    auto part = exclusions_from(list, pages == Pages::none ? 0 : page);
    if (!part) return part.error();
    all.merge(part->ids);
    records += static_cast<std::int64_t>(part->records);
    if (!part->total || part->records == 0 || records >= *part->total) break;
  }
  return all;
}

}  // namespace sievarr::arr

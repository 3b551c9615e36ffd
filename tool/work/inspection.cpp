#include "work/inspection.hpp"

#include <future>
#include <utility>

namespace sievarr::work {
namespace {

struct Answer {
  Problems problems = {};
  std::optional<std::string> trouble = {};
};

Answer answer_of(Outcome<Checked<arr::Ready>> asked, std::string const& path) {
  if (!asked && asked.error().kind == Failure::Kind::denied)
    return {.problems = {{.path = path + ".api_key",
                          .message = asked.error().text,
                          .code = "denied",
                          .fix = {}}},
            .trouble = asked.error().text};
  if (!asked) return {.trouble = asked.error().text};
  if (*asked) return {.problems = std::move((*asked)->warnings)};
  Answer answer{.problems = std::move(asked->error())};
  for (auto const& problem : answer.problems) {
    if (problem.severity != Severity::error) continue;
    if (!answer.trouble) answer.trouble.emplace();
    answer.trouble->append(answer.trouble->empty() ? "" : "; ").append(problem.message);
  }
  return answer;
}

}  // namespace

Inspection inspect(Doors& doors, filter::Plan const& plan) {
  auto const shops = doors.shops();
  auto tvmaze = std::async(std::launch::async, [&] { return doors.tvmaze().check(); });
  std::vector<std::future<Answer>> asked;
  for (std::size_t at = 0; at < shops.size(); ++at)
    asked.push_back(std::async(std::launch::async, [&plan, &shops, at] {
      auto const wanted = wanted_of(shops, at, plan);
      return answer_of(shops[at]->sonarr().validate(wanted), wanted.front().path);
    }));
  Inspection inspection;
  for (std::size_t at = 0; at < shops.size(); ++at) {
    auto answer = asked[at].get();
    append(inspection.problems, std::move(answer.problems));
    inspection.instances.emplace(shops[at]->instance().name, std::move(answer.trouble));
  }
  if (auto const done = tvmaze.get(); !done) inspection.tvmaze = done.error();
  return inspection;
}

}  // namespace sievarr::work

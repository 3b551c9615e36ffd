#include "server_check.hpp"

#include <sievarr/document/path.hpp>

#include <future>
#include <utility>

namespace sievarr::app {
namespace {

/// What a server answered, as an ServerCheck has it.
struct ServerAnswer {
  Problems problems = {};
  Problems unanswered = {};
  std::optional<std::string> trouble = {};
};

Problem refused(Failure const& failure, std::string const& path) {
  return {.path = path + ".api_key", .message = failure.text, .code = "denied", .fix = {}};
}

ServerAnswer no_answer(Failure const& failure, std::string const& path,
                       std::string const& address) {
  if (failure.kind == Failure::Kind::denied)
    return {.problems = {refused(failure, path)}, .trouble = failure.text};
  return {.unanswered = {{.path = path + "." + address,
                          .message = failure.text,
                          .code = "no-answer",
                          .fix = {}}},
          .trouble = failure.text};
}

template <class Good>
ServerAnswer answer_of(Outcome<Checked<Good>> asked, std::string const& path) {
  if (!asked) return no_answer(asked.error(), path, "url");
  if (*asked) return {.problems = std::move((*asked)->warnings)};
  auto& problems = asked->error();
  auto messages = error_messages(problems);
  return {.problems = std::move(problems), .trouble = std::move(messages)};
}

/// What the config says nothing about has no place in it.
void locate(Problems& problems, document::Node const& document) {
  for (auto& problem : problems) {
    auto const path = document::read_path(problem.path);
    if (path && !path->empty() && document::below(document, path->front()))
      problem.place = document::place_of(document, *path);
  }
}

}  // namespace

ServerCheck inspect(Connections& connections, config::Loaded const& loaded,
                    filter::Plan const& plan) {
  auto const instances = connections.instances();
  auto tvmaze = std::async(std::launch::async, [&] { return connections.tvmaze().check(); });
  ServerCheck inspection;
  std::vector<std::future<ServerAnswer>> asked;
  std::vector<std::string> names;
  for (std::size_t at = 0; at < instances.size(); ++at) {
    auto const& name = instances[at]->instance().server.name;
    (instances[at]->enabled() ? names : inspection.disabled).push_back(name);
    if (!instances[at]->enabled()) continue;
    asked.push_back(std::async(std::launch::async, [&plan, &instances, at] {
      auto const wanted = wanted_of(instances, at, plan);
      return answer_of(instances[at]->sonarr().validate(wanted), wanted.front().path);
    }));
  }
  for (std::size_t at = 0; at < asked.size(); ++at) {
    auto answer = asked[at].get();
    append(inspection.problems, std::move(answer.problems));
    append(inspection.unanswered, std::move(answer.unanswered));
    inspection.instances.emplace(names[at], std::move(answer.trouble));
  }
  if (auto const done = tvmaze.get(); !done) {
    inspection.tvmaze = done.error();
    auto answer = no_answer(done.error(), "tvmaze", "base_url");
    append(inspection.unanswered, std::move(answer.problems));
    append(inspection.unanswered, std::move(answer.unanswered));
  }
  locate(inspection.problems, loaded.document);
  locate(inspection.unanswered, loaded.document);
  return inspection;
}

ServerCheck inspect_others(Connections& connections, config::Loaded const& loaded) {
  std::vector<std::future<ServerAnswer>> asked;
  connections.for_each_other([&](OtherServer& server, std::string const& path) {
    if (!server.enabled()) return;
    asked.push_back(std::async(std::launch::async, [&server, path] {
      return answer_of(server.client().check(path), path);
    }));
  });
  ServerCheck inspection;
  for (auto& each : asked) {
    auto answer = each.get();
    append(inspection.problems, std::move(answer.problems));
    append(inspection.unanswered, std::move(answer.unanswered));
  }
  locate(inspection.problems, loaded.document);
  locate(inspection.unanswered, loaded.document);
  return inspection;
}

}  // namespace sievarr::app

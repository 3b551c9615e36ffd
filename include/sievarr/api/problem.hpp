#pragma once

#include <sievarr/reflect/scalar.hpp>
#include <sievarr/report/problem_report.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::api {

/// What can be wrong with a request or stand in its way. The names are stable.
BOOST_DEFINE_ENUM_CLASS(Wrong, bad_request, no_key, wrong_key, too_many_attempts, too_many_writes,
                        foreign_host, foreign_origin, no_such_path, no_such_show, no_such_job,
                        no_plan, wrong_method, too_large, wrong_media, bad_parameters, bad_body,
                        bad_config, conflict, unreachable, starting, stopping, storage,
                        config_locked, config_changed, config_unwritten, wrong_password,
                        wrong_token, foreign_user, missing_scope, too_many_requests,
                        no_such_session, no_such_key)

constexpr reflect::Spelling spelling_of(reflect::Of<Wrong>) { return reflect::Spelling::kebab; }

/// The status that goes with it.
constexpr int status_of(Wrong wrong) {
  switch (wrong) {
    case Wrong::bad_request:
    case Wrong::bad_parameters: return 400;
    case Wrong::no_key:
    case Wrong::wrong_password:
    case Wrong::wrong_token:
    case Wrong::wrong_key: return 401;
    case Wrong::foreign_user:
    case Wrong::missing_scope:
    case Wrong::foreign_host:
    case Wrong::foreign_origin:
    case Wrong::config_locked: return 403;
    case Wrong::no_such_session:
    case Wrong::no_such_key:
    case Wrong::no_such_path:
    case Wrong::no_such_show:
    case Wrong::no_such_job:
    case Wrong::no_plan: return 404;
    case Wrong::wrong_method: return 405;
    case Wrong::conflict:
    case Wrong::config_unwritten: return 409;
    case Wrong::config_changed: return 412;
    case Wrong::too_large: return 413;
    case Wrong::wrong_media: return 415;
    case Wrong::bad_body:
    case Wrong::bad_config: return 422;
    case Wrong::too_many_attempts:
    case Wrong::too_many_requests:
    case Wrong::too_many_writes: return 429;
    case Wrong::unreachable: return 502;
    case Wrong::starting:
    case Wrong::stopping:
    case Wrong::storage: return 503;
  }
  return 400;
}

/// An answer that says what is wrong, as RFC 9457 wants it: application/problem+json.
struct Refusal {
  std::string type = "about:blank";
  int status = 400;
  std::string title;
  std::string detail;
  std::vector<report::ProblemLine> problems;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (type, status, title, detail, problems))

constexpr auto notes_of(reflect::Of<Refusal>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Refusal::type>{.text = "Stable name of this kind of refusal.",
                           .example = "urn:sievarr:problem:bad-parameters"},
      Note<&Refusal::status>{.text = "The status of the answer."},
      Note<&Refusal::title>{.text = "What is wrong, in a few words."},
      Note<&Refusal::detail>{.text = "What to do about it; empty where there is nothing to say."},
      Note<&Refusal::problems>{.text = "Everything that is wrong with what was sent."},
  };
}

/// A refusal in words; what is wrong with a document comes along with its places.
inline Refusal refusal(Wrong wrong, std::string title, std::string detail = {},
                       Problems const& problems = {}) {
  return {.type = "urn:sievarr:problem:" + reflect::word_of(wrong),
          .status = status_of(wrong),
          .title = std::move(title),
          .detail = std::move(detail),
          .problems = report::ProblemReport(problems).problems};
}

}  // namespace sievarr::api

#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/config/config.hpp>
#include <sievarr/config/plan.hpp>
#include <sievarr/derive/secrets.hpp>
#include <sievarr/document/path.hpp>

#include <vector>

/// What does not keep anybody from trying a filter away from the servers.
namespace sievarr::config {

/// Variables that hold keys and addresses are set where the servers are, not where filters are
/// tried: what stands outside of the filter may miss one.
inline void excuse_unset(Problems& problems) {
  for (auto& problem : problems)
    if (problem.code == "unset-variable" && !concerns_filter(problem))
      problem.severity = Severity::hint;
}

/// Where there are no variables at all, as in a browser, a secret that is one counts as set.
inline void forget_unset_secrets(Problems& problems) {
  auto const secrets = derive::secrets_of<Config>();
  std::erase_if(problems, [&](Problem const& problem) {
    if (problem.code != "unset-variable") return false;
    auto const path = document::read_path(problem.path);
    return path && derive::secret_at(secrets, *path);
  });
}

}  // namespace sievarr::config

#include "daemon.hpp"

#include "storage.hpp"

#include <ostream>
#include <utility>

namespace sievarr::cli {

app::ActiveConfig active_config(LoadedConfig config) {
  return {.loaded = std::move(config.loaded),
          .plan = std::move(config.plan),
          .problems = std::move(config.findings.problems),
          .sources = std::move(config.findings.sources)};
}

daemon::DaemonProcess::Plan daemon_plan(ConfigOption const& option, Console& console) {
  return {.read = [option, console](Date today) mutable -> Outcome<app::ActiveConfig> {
            console.today = today;
            auto loaded = option.load(console);
            if (!loaded) return loaded.error();
            return active_config(*std::move(loaded));
          },
          .try_text = [option, console](Date today,
                                        std::string text) mutable -> Outcome<app::ActiveConfig> {
            console.today = today;
            auto const name = option.path(console).value_or("");
            auto loaded = option.with_source({name, std::move(text)}).load(console);
            if (!loaded) return loaded.error();
            return active_config(*std::move(loaded));
          },
          .path = option.path(console).value_or(""),
          .version = SIEVARR_VERSION};
}

log::Log::Write log_into(Console& console) {
  return [&console](std::string_view line) { console.error << line << std::flush; };
}

os::Exit exit_of(daemon::DaemonProcess::End const& end, Console& console) {
  if (end.failure) return fail(console, *end.failure);
  if (end.problems.empty()) return os::Exit::fine;
  complain(console, Findings{.problems = end.problems});
  return os::Exit::findings;
}

}  // namespace sievarr::cli

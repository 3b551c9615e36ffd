#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

/// Requests about the daemon itself, and the session of a browser. The types of what is sent and
/// answered are only named, so that whoever wants the table need not compile them.
namespace sievarr::api {

struct ConfigChange;
struct ConfigFile;
struct ConfigReport;
struct Event;
struct ReloadAnswer;
struct SessionRequest;
struct SystemHealth;
struct SystemStatus;

inline constexpr std::string_view page = "The page";
inline constexpr std::string_view system = "The daemon";

using access::Scope;
using enum wire::Method;

struct OpenSession {
  static constexpr Route route{
      .method = post,
      .path = "/session",
      .text = "Gives a browser a session for a key, or for name and password: a cookie.",
      .group = page,
      .access = Access::open,
      .status = 204};
  using Types = Exchange<Nothing, SessionRequest, Nothing>;
};

struct CloseSession {
  static constexpr Route route{.method = delete_,
                               .path = "/session",
                               .text = "Ends the session of a browser.",
                               .group = page,
                               .access = Access::open,
                               .status = 204};
  using Types = Read<Nothing>;
};

struct GetStatus {
  static constexpr Route route{.path = "/api/v1/system/status",
                               .text = "How the daemon stands.",
                               .group = system,
                               .scope = Scope::read};
  using Types = Read<SystemStatus>;
};

struct GetSystemHealth {
  static constexpr Route route{.path = "/api/v1/system/health",
                               .text =
                                   "Whether all that the daemon needs works, and what is "
                                   "wrong with the config.",
                               .group = system,
                               .scope = Scope::read};
  using Types = Read<SystemHealth>;
};

struct GetConfig {
  static constexpr Route route{.path = "/api/v1/config",
                               .text = "The config in force, without its secrets.",
                               .group = system,
                               .scope = Scope::owner};
  using Types = Read<ConfigReport>;
};

struct ReloadConfig {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/config/reload",
                               .text =
                                   "Reads the config again, as SIGHUP does; with errors, the "
                                   "old one stays.",
                               .group = system,
                               .scope = Scope::owner};
  using Types = Read<ReloadAnswer>;
};

struct GetConfigFile {
  static constexpr Route route{.path = "/api/v1/config/file",
                               .text =
                                   "The file of the config with its comments, to be changed; "
                                   "without its secrets.",
                               .group = system,
                               .scope = Scope::owner};
  using Types = Read<ConfigFile>;
};

struct ChangeConfigFile {
  static constexpr Route route{.method = put,
                               .path = "/api/v1/config/file",
                               .text =
                                   "Writes another text into the file of the config and puts it in "
                                   "force, if `server.edit_config` allows that. Nothing is written "
                                   "where it has errors, changes what only the file may say, or "
                                   "was made of another text.",
                               .group = system,
                               .scope = Scope::owner};
  using Types = Exchange<Nothing, ConfigChange, ReloadAnswer>;
};

struct ListenToEvents {
  static constexpr Route route{.path = "/api/v1/events",
                               .text = "What happens, as server-sent events.",
                               .group = system,
                               .scope = Scope::read,
                               .media = "text/event-stream"};
  using Types = Read<Event>;
};

struct GetOpenApi {
  static constexpr Route route{.path = "/api/v1/openapi.json",
                               .text = "All of this as OpenAPI 3.1.",
                               .group = system,
                               .scope = Scope::read};
  using Types = Read<Nothing>;
};

using SystemRoutes =
    std::tuple<OpenSession, CloseSession, GetStatus, GetSystemHealth, GetConfig, ReloadConfig,
               GetConfigFile, ChangeConfigFile, ListenToEvents, GetOpenApi>;

}  // namespace sievarr::api

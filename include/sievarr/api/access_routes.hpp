#pragma once

#include <sievarr/api/route.hpp>

#include <tuple>

/// Requests about who may use the daemon: sessions, keys, the password, and what was changed about
/// them. The types of what is sent and answered are only named, so that whoever wants the table
/// need not compile them.
namespace sievarr::api {

struct AuditPage;
struct KeyChange;
struct KeyLine;
struct KeyPath;
struct KeysAnswer;
struct ListQuery;
struct MadeKey;
struct MyAccess;
struct NewKey;
struct PasswordChange;
struct SessionPath;
struct SessionsAnswer;
struct SetUpRequest;
struct SignInAnswer;

inline constexpr std::string_view access_group = "Access";

using access::Scope;
using enum wire::Method;

struct GetSignIn {
  static constexpr Route route{.path = "/api/v1/access/mode",
                               .text = "How the page is signed in to.",
                               .group = access_group,
                               .access = Access::open};
  using Types = Read<SignInAnswer>;
};

struct SetUp {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/access/setup",
                               .text =
                                   "Sets the first password, for who has the token of the "
                                   "file setup.token, and gives a session.",
                               .group = access_group,
                               .access = Access::open,
                               .status = 204};
  using Types = Exchange<Nothing, SetUpRequest, Nothing>;
};

struct GetMyAccess {
  static constexpr Route route{.path = "/api/v1/access/me",
                               .text = "Who asks, and what they may do.",
                               .group = access_group,
                               .scope = Scope::read};
  using Types = Read<MyAccess>;
};

struct ListSessions {
  static constexpr Route route{.path = "/api/v1/access/sessions",
                               .text = "The browsers that are signed in.",
                               .group = access_group,
                               .scope = Scope::owner};
  using Types = Read<SessionsAnswer>;
};

struct EndSession {
  static constexpr Route route{.method = delete_,
                               .path = "/api/v1/access/sessions/{id}",
                               .text = "Signs a browser out.",
                               .group = access_group,
                               .scope = Scope::owner,
                               .status = 204};
  using Types = Exchange<SessionPath, Nothing, Nothing>;
};

struct ListKeys {
  static constexpr Route route{.path = "/api/v1/access/keys",
                               .text = "The keys of the API that were made.",
                               .group = access_group,
                               .scope = Scope::owner};
  using Types = Read<KeysAnswer>;
};

struct MakeKey {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/access/keys",
                               .text = "Makes a key, which is shown this once.",
                               .group = access_group,
                               .scope = Scope::owner};
  using Types = Exchange<Nothing, NewKey, MadeKey>;
};

struct ChangeKey {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/access/keys/{id}",
                               .text = "Changes what a key is called, or how much it may ask.",
                               .group = access_group,
                               .scope = Scope::owner};
  using Types = Exchange<KeyPath, KeyChange, KeyLine>;
};

struct RevokeKey {
  static constexpr Route route{.method = delete_,
                               .path = "/api/v1/access/keys/{id}",
                               .text = "Revokes a key, and ends the sessions that it opened.",
                               .group = access_group,
                               .scope = Scope::owner,
                               .status = 204};
  using Types = Exchange<KeyPath, Nothing, Nothing>;
};

struct ChangePassword {
  static constexpr Route route{.method = post,
                               .path = "/api/v1/access/password",
                               .text =
                                   "Sets another password, and ends all sessions that a "
                                   "password has opened.",
                               .group = access_group,
                               .scope = Scope::owner,
                               .status = 204};
  using Types = Exchange<Nothing, PasswordChange, Nothing>;
};

struct ListAudit {
  static constexpr Route route{.path = "/api/v1/access/audit",
                               .text = "Who changed what about access, the newest first.",
                               .group = access_group,
                               .scope = Scope::owner};
  using Types = Exchange<ListQuery, Nothing, AuditPage>;
};

using AccessRoutes = std::tuple<GetSignIn, SetUp, GetMyAccess, ListSessions, EndSession, ListKeys,
                                MakeKey, ChangeKey, RevokeKey, ChangePassword, ListAudit>;

}  // namespace sievarr::api

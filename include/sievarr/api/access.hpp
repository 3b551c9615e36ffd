#pragma once

#include <sievarr/access/audit.hpp>
#include <sievarr/access/key_record.hpp>
#include <sievarr/api/history.hpp>
#include <sievarr/value/secret.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Who may use the daemon. The keys that were made are in api/access_keys.hpp.
namespace sievarr::api {

/// How the page is signed in to, or that the program has to be set up first.
BOOST_DEFINE_ENUM_CLASS(SignIn, key, password, external, none, setup)

/// All that is told to who has not signed in.
struct SignInAnswer {
  SignIn mode = SignIn::key;
};
BOOST_DESCRIBE_STRUCT(SignInAnswer, (), (mode))

constexpr auto notes_of(reflect::Of<SignInAnswer>) {
  return reflect::Notes{reflect::Note<&SignInAnswer::mode>{
      .text = "With the key, with name and password, by a proxy, not at all, or that there is "
              "nothing to sign in to before it is set up.",
      .example = "password"}};
}

/// The first password, and the token that lets somebody set it.
struct SetUpRequest {
  value::Secret token;
  value::Secret password;
};
BOOST_DESCRIBE_STRUCT(SetUpRequest, (), (token, password))

constexpr auto notes_of(reflect::Of<SetUpRequest>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SetUpRequest::token>{.text = "What \"sievarr access token\" prints.", .required = true},
      Note<&SetUpRequest::password>{.text = "The password from now on.", .required = true},
  };
}

/// Who asks, and what they may do.
struct MyAccess {
  std::string name;
  access::Way way = access::Way::owner_key;
  access::Scope scope = access::Scope::read;
  bool password_locked = false;
};
BOOST_DESCRIBE_STRUCT(MyAccess, (), (name, way, scope, password_locked))

constexpr auto notes_of(reflect::Of<MyAccess>) {
  using reflect::Note;
  using M = MyAccess;
  return reflect::Notes{
      Note<&M::name>{.text = "Who it is.", .example = "admin"},
      Note<&M::way>{.text = "How that was shown.", .example = "password"},
      Note<&M::scope>{.text = "What they may do: look; act as well; or all of it.",
                      .example = "owner"},
      Note<&M::password_locked>{
          .text = "Whether the config says the password, so that it is changed there."},
  };
}

/// A browser that is signed in.
struct SessionLine {
  std::int64_t id = 0;
  std::string name;
  access::Way way = access::Way::owner_key;
  access::Scope scope = access::Scope::read;
  Instant created = {};
  Instant used = {};
  std::string address;
  std::string agent;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (),
                      (id, name, way, scope, created, used, address, agent, current))

constexpr auto notes_of(reflect::Of<SessionLine>) {
  using reflect::Note;
  using S = SessionLine;
  return reflect::Notes{
      Note<&S::id>{.text = "Number of the session.", .example = "3"},
      Note<&S::name>{.text = "Who signed in.", .example = "admin"},
      Note<&S::way>{.text = "How they signed in.", .example = "password"},
      Note<&S::scope>{.text = "What they may do.", .example = "owner"},
      Note<&S::created>{.text = "When they signed in.", .example = "2026-01-31T10:30:00Z"},
      Note<&S::used>{.text = "When it was used last, to within five minutes.",
                     .example = "2026-01-31T10:30:00Z"},
      Note<&S::address>{.text = "From where they signed in.", .example = "192.168.1.10"},
      Note<&S::agent>{.text = "What the browser calls itself.", .example = "Firefox"},
      Note<&S::current>{.text = "Whether this very request comes with it."},
  };
}

struct SessionsAnswer {
  std::vector<SessionLine> sessions;
};
BOOST_DESCRIBE_STRUCT(SessionsAnswer, (), (sessions))

constexpr auto notes_of(reflect::Of<SessionsAnswer>) {
  return reflect::Notes{
      reflect::Note<&SessionsAnswer::sessions>{.text = "The sessions, by number."}};
}

struct SessionPath {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(SessionPath, (), (id))

constexpr auto notes_of(reflect::Of<SessionPath>) {
  return reflect::Notes{reflect::Note<&SessionPath::id>{
      .text = "Number of the session.", .example = "3", .required = true}};
}

/// Another password.
struct PasswordChange {
  std::optional<value::Secret> current;
  value::Secret password;
  bool end_keys = false;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current, password, end_keys))

constexpr auto notes_of(reflect::Of<PasswordChange>) {
  using reflect::Note;
  using P = PasswordChange;
  return reflect::Notes{
      Note<&P::current>{.text =
                            "The password of before; who has the owner's key need not know it."},
      Note<&P::password>{.text = "The password from now on.", .required = true},
      Note<&P::end_keys>{.text = "Whether all keys are revoked as well."},
  };
}

/// Some of what was changed about access.
struct AuditPage {
  std::vector<access::AuditRecord> entries;
  std::int64_t total = 0;
  std::optional<std::int64_t> next;
  std::optional<std::int64_t> broken;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (entries, total, next, broken))

constexpr auto notes_of(reflect::Of<AuditPage>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&AuditPage::entries>{.text = "What was changed, the newest first."},
      Note<&AuditPage::total>{.text = "How many entries there are that were asked for."},
      Note<&AuditPage::next>{.text = "Where older entries begin; absent where there are none."},
      Note<&AuditPage::broken>{
          .text =
              "The first of these entries that is not as it was written; absent where all are."},
  };
}

}  // namespace sievarr::api

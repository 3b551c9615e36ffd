#include "access_text.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/derive/print.hpp>

#include <vector>

namespace sievarr::cli {

/// A session in a table.
struct SessionRow {
  std::string number;
  std::string name;
  std::string scope;
  std::string used;
  std::string address;
  std::string browser;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (number, name, scope, used, address, browser))

constexpr auto notes_of(reflect::Of<SessionRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&SessionRow::number>{.text = "Its number."},
      Note<&SessionRow::name>{.text = "Who signed in."},
      Note<&SessionRow::scope>{.text = "What they may do."},
      Note<&SessionRow::used>{.text = "When it was used last."},
      Note<&SessionRow::address>{.text = "From where."},
      Note<&SessionRow::browser>{.text = "What the browser calls itself."},
  };
}

/// A key in a table.
struct KeyRow {
  std::string number;
  std::string description;
  std::string scope;
  std::string state;
  std::string used;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (number, description, scope, state, used))

constexpr auto notes_of(reflect::Of<KeyRow>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&KeyRow::number>{.text = "Its number."},
      Note<&KeyRow::description>{.text = "What it is for."},
      Note<&KeyRow::scope>{.text = "What it lets somebody do."},
      Note<&KeyRow::state>{.text = "Whether it is in force."},
      Note<&KeyRow::used>{.text = "When it was used last."},
  };
}

namespace {

std::string state_of(api::KeyLine const& key) {
  if (key.revoked) return "revoked " + to_text(*key.revoked);
  return key.expires ? "until " + to_text(*key.expires) : "in force";
}

}  // namespace

std::string access_as_text(api::SessionsAnswer const& answer) {
  if (answer.sessions.empty()) return "nobody is signed in\n";
  std::vector<SessionRow> rows;
  for (auto const& each : answer.sessions)
    rows.push_back({.number = to_text(each.id),
                    .name = each.name,
                    .scope = reflect::word_of(each.scope),
                    .used = to_text(each.used),
                    .address = each.address,
                    .browser = each.agent});
  return derive::print_table(std::span<SessionRow const>{rows});
}

std::string access_as_text(api::KeysAnswer const& answer) {
  if (answer.keys.empty())
    return "no key was made; the owner's key is in the config, or in the file api_key of the "
           "storage\n";
  std::vector<KeyRow> rows;
  for (auto const& each : answer.keys)
    rows.push_back({.number = to_text(each.id),
                    .description = each.description,
                    .scope = reflect::word_of(each.scope),
                    .state = state_of(each),
                    .used = each.used ? to_text(*each.used) : "never"});
  return derive::print_table(std::span<KeyRow const>{rows});
}

}  // namespace sievarr::cli

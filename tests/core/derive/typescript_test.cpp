#include <sievarr/derive/typescript.hpp>

#include "shelf.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sievarr {

namespace other {
BOOST_DEFINE_ENUM_CLASS(Binding, glue, thread)
}

namespace derive {

TEST_CASE("a described type is an interface with what its fields say of themselves") {
  TypeScript types;
  CHECK(types.of<std::vector<shelf::Loan>>(Flow::out) == "Loan[]");
  CHECK(types.declarations() ==
        "\nexport interface Loan {\n"
        "  /** When it left. */\n"
        "  since?: string;\n"
        "  /** How long it may stay away. */\n"
        "  length: string;\n"
        "}\n");
}

TEST_CASE("what is given may leave out what has a default, and nothing else") {
  TypeScript types;
  types.of<shelf::Topic>(Flow::in);
  CHECK(types.declarations().find("  name: string;") != std::string::npos);
  types.of<shelf::Labels>(Flow::in);
  CHECK(types.declarations().find("  sorted?: boolean;") != std::string::npos);
}

TEST_CASE("a type that contains itself is declared once") {
  TypeScript types;
  CHECK(types.of<shelf::Topic>(Flow::out) == "Topic");
  CHECK(types.of<shelf::Topic>(Flow::out) == "Topic");
  auto const text = types.declarations();
  CHECK(text.find("within?: Topic;") != std::string::npos);
  CHECK(text.find("interface Topic") == text.rfind("interface Topic"));
}

TEST_CASE("an enumeration is its words as users write them, as values and as a type") {
  TypeScript types;
  CHECK(types.of<shelf::Binding>(Flow::out) == "Binding");
  CHECK(types.declarations() ==
        "\nexport const bindingWords = [\n  'hard-cover',\n  'paperback',\n] as const;\n"
        "export type Binding = (typeof bindingWords)[number];\n");
}

TEST_CASE("lists, tables and alternatives are what they are in JSON") {
  TypeScript types;
  CHECK(types.of<std::map<std::string, std::vector<double>>>(Flow::out) ==
        "Record<string, number[]>");
  CHECK(types.of<std::vector<std::variant<bool, std::string>>>(Flow::out) ==
        "(boolean | string)[]");
  CHECK(types.of<std::optional<Date>>(Flow::out) == "string | null");
}

TEST_CASE("two types of one name are told, and one that goes both ways") {
  TypeScript types;
  types.of<shelf::Binding>(Flow::out);
  types.of<shelf::Binding>(Flow::in);
  CHECK(types.clashes().empty());
  types.of<other::Binding>(Flow::out);
  CHECK(types.clashes() == std::vector<std::string>{"Binding"});
  types.of<shelf::Loan>(Flow::in);
  types.of<shelf::Loan>(Flow::out);
  CHECK(types.clashes().size() == 2);
}

}  // namespace derive
}  // namespace sievarr

#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/reflect/describe.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/value/box.hpp>
#include <sievarr/value/one_or_many.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/set.hpp>
#include <sievarr/value/span_of_time.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A small world that has one field of every kind that a derivation can meet.
namespace sievarr::shelf {

BOOST_DEFINE_ENUM_CLASS(Binding, hard_cover, paperback)
constexpr reflect::Spelling spelling_of(reflect::Of<Binding>) { return reflect::Spelling::kebab; }
constexpr auto synonyms_of(reflect::Of<Binding>) {
  return std::array{reflect::Synonym<Binding>{"pocket", Binding::paperback}};
}

/// A row whose last column is a sentence.
struct Reason {
  std::string show;
  std::string why;
  bool operator==(Reason const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (show, why))
constexpr auto notes_of(reflect::Of<Reason>) {
  return reflect::Notes{
      reflect::Note<&Reason::show>{.text = "What it is about."},
      reflect::Note<&Reason::why>{.text = "Why it is so."},
  };
}

/// Contains itself.
struct Topic {
  std::string name;
  value::Box<Topic> within;
  bool operator==(Topic const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Topic, (), (name, within))
constexpr auto notes_of(reflect::Of<Topic>) {
  return reflect::Notes{
      reflect::Note<&Topic::name>{.text = "What it is about.", .required = true},
      reflect::Note<&Topic::within>{.text = "The larger topic."},
  };
}

/// May be written as its labels alone.
struct Labels {
  value::Set<std::string> any;
  bool sorted = false;
  bool operator==(Labels const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Labels, (), (any, sorted))
constexpr auto notes_of(reflect::Of<Labels>) {
  return reflect::Notes{
      reflect::Note<&Labels::any>{.text = "The labels."},
      reflect::Note<&Labels::sorted>{.text = "Whether they stand in order."},
  };
}
constexpr auto shorthand_of(reflect::Of<Labels>) { return &Labels::any; }

struct Loan {
  std::optional<Date> since;
  value::SpanOfTime length;
  bool operator==(Loan const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Loan, (), (since, length))
constexpr auto notes_of(reflect::Of<Loan>) {
  return reflect::Notes{
      reflect::Note<&Loan::since>{.text = "When it left.", .example = "2026-01-31"},
      reflect::Note<&Loan::length>{.text = "How long it may stay away."},
  };
}

struct Keeper {
  std::string name;
  std::optional<value::Secret> door_code;
};
BOOST_DESCRIBE_STRUCT(Keeper, (), (name, door_code))
constexpr auto notes_of(reflect::Of<Keeper>) {
  return reflect::Notes{
      reflect::Note<&Keeper::name>{.text = "Who keeps it.", .example = "Ada", .required = true},
      reflect::Note<&Keeper::door_code>{.text = "Opens the door.", .example = "1234"},
  };
}

struct Book {
  std::int64_t id = 0;
  std::string title;
  std::optional<double> score;
  Binding binding = Binding::paperback;
  std::vector<std::string> authors;
  std::optional<Topic> topic;
  Labels labels;
  std::variant<std::string, std::vector<std::int64_t>> pages;
  std::map<std::string, std::int64_t> copies;
  Loan loan;
  bool signed_ = false;

  bool operator==(Book const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Book, (),
                      (id, title, score, binding, authors, topic, labels, pages, copies, loan,
                       signed_))
constexpr auto notes_of(reflect::Of<Book>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Book::id>{.text = "Number in the catalogue.", .example = "7", .key = true},
      Note<&Book::title>{.text = "Title on the cover.", .example = "Emma"},
      Note<&Book::score>{.text = "Mean of the votes.", .example = "8.5"},
      Note<&Book::binding>{.text = "How it is bound."},
      Note<&Book::authors>{.text = "Who wrote it.", .example = "[Jane Austen]"},
      Note<&Book::topic>{.text = "What it is about.", .example = "{name: love}"},
      Note<&Book::labels>{.text = "Stickers on the back.", .example = "[red]"},
      Note<&Book::pages>{.text = "Pages in words, or their numbers.", .example = "many"},
      Note<&Book::copies>{.text = "Copies by branch.", .example = "{north: 2}"},
      Note<&Book::loan>{.spread = true},
      Note<&Book::signed_>{.text = "Whether the author signed it."},
  };
}

/// A shelf, with everything that a config file has.
struct Shelf {
  value::OneOrMany<Keeper> keeper;
  std::vector<Book> books;
  Labels marks;
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (keeper, books, marks))
constexpr auto notes_of(reflect::Of<Shelf>) {
  return reflect::Notes{
      reflect::Note<&Shelf::keeper>{.text = "Its keeper, or several."},
      reflect::Note<&Shelf::books>{.text = "What stands on it."},
      reflect::Note<&Shelf::marks>{.text = "Marks of the whole shelf."},
  };
}

}  // namespace sievarr::shelf

#pragma once

#include <sievarr/wire/arr/reading.hpp>
#include <sievarr/wire/arr/spelling.hpp>
#include <sievarr/wire/json_pieces.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Lists of a server: streamed where they may be large, else read at once. An item is whole or the
/// list is refused; a value of an item that makes no sense is absent, and said.
namespace sievarr::wire::arr {

/// The first of the values that made no sense, and how many there were.
struct Remarks {
  static constexpr std::size_t most = 100;

  std::vector<Oddity> oddities = {};
  std::size_t count = 0;

  void add(std::vector<Oddity> more) {
    count += more.size();
    for (auto& each : more)
      if (oddities.size() < most) oddities.push_back(std::move(each));
  }

  bool operator==(Remarks const&) const = default;
};

/// Reads the item that comes next. What is none makes the reader fail.
template <Keyed T>
T read_item(JsonReader& reader, Family family, Remarks& remarks) {
  T item;
  if (reader.peek() != JsonReader::Kind::object) return reader.fail("expected an object"), item;
  Values values(reader, family);
  read_object(values, item);
  remarks.add(values.take_oddities());
  if constexpr (requires { Spelling<T>::lacks(item); })
    if (auto const reason = Spelling<T>::lacks(item); !reason.empty()) reader.fail(reason);
  return item;
}

/// One item, as a server answers where it was asked for one.
template <class T>
struct Single {
  T item = {};
  Remarks remarks = {};
};

template <Keyed T>
Outcome<Single<T>> read_single(std::string_view text, std::string_view label, Family family) {
  return read_answer(text, label, [&](JsonReader& reader) {
    Single<T> single;
    single.item = read_item<T>(reader, family, single.remarks);
    return single;
  });
}

/// Items of a list, or of a page of it.
template <class T>
struct Listing {
  std::vector<T> items = {};
  std::optional<std::int64_t> total = {};  ///< How many there are; none where this was all.
  Remarks remarks = {};
};

template <Keyed T>
void read_items_into(JsonReader& reader, Family family, Listing<T>& listing) {
  reader.enter_array();
  while (reader.next_item()) listing.items.push_back(read_item<T>(reader, family, listing.remarks));
}

/// Reads a bare list, or a page: {"page":1,"totalRecords":7,"records":[...]}.
template <Keyed T>
Outcome<Listing<T>> read_listing(std::string_view text, std::string_view label, Family family) {
  return read_answer(text, label, [&](JsonReader& reader) {
    Listing<T> listing;
    if (reader.peek() != JsonReader::Kind::object)
      return read_items_into(reader, family, listing), listing;
    bool has_records = false;
    read_members(reader, [&](std::string_view key) {
      if (key == "totalRecords") return listing.total = whole_number(reader), true;
      if (key != "records") return false;
      listing.items.clear();
      read_items_into(reader, family, listing);
      return has_records = true;
    });
    if (!has_records || !listing.total) reader.fail("expected a list, or a page of one");
    return listing;
  });
}

/// What came of reading a list, apart from its items.
struct ListRead {
  std::size_t items = 0;
  Remarks remarks = {};
  std::optional<std::string> complaint = {};  ///< Why it is no list, or not all of one.
};

/// Reads a list as it comes in, holding one item at a time. Whether the items that were given away
/// are all of them is known in the end.
template <Keyed T>
class ListReader {
 public:
  using Take = std::function<void(T&)>;

  ListReader(Family family, Take take)
      : family_(family),
        take_(std::move(take)),
        pieces_([this](JsonPiece const& piece) { read(piece); }) {}
  ListReader(ListReader const&) = delete;
  ListReader& operator=(ListReader const&) = delete;

  void feed(std::string_view bytes) {
    if (!began_) {
      bytes = behind_mark(bytes);
      auto const first = bytes.find_first_not_of(" \t\r\n");
      if (first == std::string_view::npos) return;
      began_ = true;
      if (bytes[first] != '[') complain("expected a list");
    }
    if (!read_.complaint) pieces_.feed(bytes);
  }

  /// Says that the list is over.
  ListRead finish() {
    if (!began_) complain("expected a list, got nothing");
    if (!read_.complaint) pieces_.finish();
    if (pieces_.lists() > 1) complain("expected nothing behind the list");
    return std::move(read_);
  }

 private:
  /// What is left behind a byte order mark, which may come in parts.
  std::string_view behind_mark(std::string_view bytes) {
    static constexpr std::string_view mark = "\xEF\xBB\xBF";
    for (; marked_ < mark.size() && bytes.starts_with(mark[marked_]); ++marked_)
      bytes.remove_prefix(1);
    if (bytes.empty()) return bytes;
    if (marked_ % mark.size() != 0) complain("expected a list");
    marked_ = mark.size();
    return bytes;
  }

  void complain(std::string message) {
    if (!read_.complaint) read_.complaint = std::move(message);
  }

  void read(JsonPiece const& piece) {
    if (read_.complaint) return;
    auto const where = to_text(piece.line) + ":" + to_text(piece.column) + ": ";
    if (!piece.complaint.empty()) return complain(where + std::string(piece.complaint));
    if (piece.index == JsonPiece::no_index)
      return complain(where + "expected nothing behind the list");
    JsonReader reader(piece.text);
    auto item = read_item<T>(reader, family_, read_.remarks);
    if (!reader.finish())
      return complain(where + "item " + to_text(piece.index + 1) + ": " +
                      document::explained(*reader.error(), piece.text));
    ++read_.items;
    take_(item);
  }

  Family family_;
  Take take_;
  ListRead read_;
  JsonPieces pieces_;
  std::size_t marked_ = 0;
  bool began_ = false;
};

}  // namespace sievarr::wire::arr

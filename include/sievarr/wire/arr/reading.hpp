#pragma once

#include <sievarr/base/failure.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/json_places.hpp>
#include <sievarr/document/json_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How values are read out of the answers of a server of the family: what we need must be of its
/// type, null is absent, and whatever else an answer has is passed over.
namespace sievarr::wire::arr {

using document::JsonReader;

/// An answer that is not what was agreed, as a failure that says where.
inline Failure malformed(std::string_view text, std::string_view label,
                         document::JsonError const& error) {
  auto const place =
      document::JsonPlaces(text, std::string(label)).place(error.offset, error.offset);
  return {
      .kind = Failure::Kind::malformed,
      .text = to_text(place) + ": " + document::explained(error, text),
      .hint = "nothing, it is asked again later; if it stays so, look into the log of that server"};
}

/// Reads a whole answer. The label is how the answer is called where it makes no sense.
template <class Read>
auto read_answer(std::string_view text, std::string_view label, Read read)
    -> Outcome<decltype(read(std::declval<JsonReader&>()))> {
  JsonReader reader(text);
  auto answer = read(reader);
  if (!reader.finish()) return malformed(text, label, *reader.error());
  return answer;
}

/// Walks over the members of the object that comes next; what nobody takes is passed over.
template <class Take>
void read_members(JsonReader& reader, Take take) {
  reader.enter_object();
  while (auto const key = reader.next_key())
    if (!take(*key)) reader.skip_value();
}

/// Walks over the items of the list that comes next; null is a list without any.
template <class Take>
void read_items(JsonReader& reader, Take take) {
  if (reader.peek() == JsonReader::Kind::null) return reader.null();
  reader.enter_array();
  while (reader.next_item()) take();
}

/// A whole number; none where there is null.
inline std::optional<std::int64_t> whole_number(JsonReader& reader) {
  if (reader.peek() == JsonReader::Kind::null) {
    reader.null();
    return std::nullopt;
  }
  if (reader.peek() == JsonReader::Kind::number) {
    JsonReader ahead = reader;
    if (auto const number = to_integer(ahead.number())) {
      reader = ahead;
      return number;
    }
  }
  reader.fail("expected a whole number");
  return std::nullopt;
}

/// A text; an empty one where there is null.
inline std::string text_or_null(JsonReader& reader) {
  if (reader.peek() == JsonReader::Kind::string) return std::string(reader.string());
  if (reader.peek() == JsonReader::Kind::null)
    reader.null();
  else
    reader.fail("expected a text");
  return {};
}

/// True or false; true where there is null.
inline bool true_or_null(JsonReader& reader) {
  if (reader.peek() == JsonReader::Kind::boolean) return reader.boolean();
  if (reader.peek() == JsonReader::Kind::null)
    reader.null();
  else
    reader.fail("expected true or false");
  return true;
}

/// A text of somebody else as it may stand in a message: on one line, and not without end.
inline std::string one_line(std::string_view text, std::size_t most = 300) {
  std::string line;
  text = trimmed(text);
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most) return line + "…";
    auto const point = first_code_point(text);
    if (point.value == no_code_point || is_treacherous(point.value))
      line += ' ';
    else
      line += text.substr(0, point.size);
    text.remove_prefix(point.size);
  }
  return std::string(trimmed(line));
}

}  // namespace sievarr::wire::arr

#pragma once

#include <sievarr/base/number.hpp>
#include <sievarr/document/json_text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::sim {

/// Writes an object of JSON, member by member.
class JsonObject {
 public:
  /// A value that is JSON already.
  JsonObject& json(std::string_view key, std::string_view value) {
    out_ += out_.empty() ? '{' : ',';
    document::append_json_string(out_, key);
    out_.append(":").append(value);
    return *this;
  }
  JsonObject& text(std::string_view key, std::string_view value) {
    json(key, "");
    document::append_json_string(out_, value);
    return *this;
  }
  JsonObject& number(std::string_view key, std::int64_t value) { return json(key, to_text(value)); }

  /// What is absent leaves no trace.
  JsonObject& text_if(std::string_view key, std::optional<std::string> const& value) {
    return value ? text(key, *value) : *this;
  }

  std::string done() const { return out_.empty() ? "{}" : out_ + "}"; }

 private:
  std::string out_;
};

inline std::string json_word(std::string_view text) {
  std::string out;
  document::append_json_string(out, text);
  return out;
}

/// A list of values, each written by that function.
template <class List, class Write>
std::string json_list(List const& list, Write write) {
  std::string out = "[";
  for (auto const& each : list) {
    if (out.size() > 1) out += ',';
    out += write(each);
  }
  out += ']';
  return out;
}

}  // namespace sievarr::sim

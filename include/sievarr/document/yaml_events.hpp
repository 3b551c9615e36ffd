#pragma once

#include <yaml.h>

#include <cstddef>
#include <string_view>

namespace sievarr::document {

/// One event of libyaml, freed with its owner.
class YamlEvent {
 public:
  YamlEvent() = default;
  YamlEvent(YamlEvent const&) = delete;
  YamlEvent& operator=(YamlEvent const&) = delete;
  ~YamlEvent() { yaml_event_delete(&event_); }

  yaml_event_t* raw() { return &event_; }
  yaml_event_t const* operator->() const { return &event_; }

 private:
  yaml_event_t event_ = {};
};

/// What libyaml did not understand, in its own words; the marks are code points.
struct YamlComplaint {
  std::string_view problem;
  std::string_view context;
  std::size_t at = 0;
  std::size_t since = 0;  ///< Where the thing began that went wrong.
};

/// libyaml's parser over one text.
class YamlParser {
 public:
  explicit YamlParser(std::string_view text) {
    ready_ = yaml_parser_initialize(&parser_) == 1;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    auto const* bytes = reinterpret_cast<unsigned char const*>(text.data());
    yaml_parser_set_input_string(&parser_, bytes, text.size());
  }
  YamlParser(YamlParser const&) = delete;
  YamlParser& operator=(YamlParser const&) = delete;
  ~YamlParser() {
    if (ready_) yaml_parser_delete(&parser_);
  }

  /// Whether there was a next event; when not, the parser says why.
  bool next(YamlEvent& event) { return ready_ && yaml_parser_parse(&parser_, event.raw()) == 1; }

  /// Why there was no next event.
  YamlComplaint complaint() const {
    return {.problem = parser_.problem ? parser_.problem : "",
            .context = parser_.context ? parser_.context : "",
            .at = parser_.problem_mark.index,
            .since = parser_.context ? parser_.context_mark.index : parser_.problem_mark.index};
  }

 private:
  yaml_parser_t parser_ = {};
  bool ready_ = false;
};

/// libyaml's texts come as bytes that may be absent.
inline std::string_view text_of(yaml_char_t const* bytes) {
  return bytes ? std::string_view(reinterpret_cast<char const*>(bytes)) : std::string_view();
}

}  // namespace sievarr::document

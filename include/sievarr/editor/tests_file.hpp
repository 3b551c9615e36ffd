#pragma once

#include <sievarr/document/build.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/document/yaml_edit.hpp>
#include <sievarr/editor/rewriting.hpp>

#include <string>
#include <string_view>
#include <utility>

/// Expectations on their way between a config and a file of their own.
namespace sievarr::editor {

/// Puts what a file of tests expects into a config, in the place of what it expected before.
inline Rewriting take_tests(std::string_view text, std::string_view file) {
  auto const suite = document::read_yaml(file, "tests").value;
  if (!document::find(suite, "expect"))
    return {.text = {}, .changes = {}, .message = "there is no \"expect\" in this file"};
  document::Node tests{.value = document::Mapping{}};
  for (auto const* key : {"shows", "today", "expect"})
    if (auto const* value = document::find(suite, key)) document::set(tests, key, *value);
  document::YamlEditor const editor(text);
  bool const has_tests = document::find(editor.tree(), "tests") != nullptr;
  return rewriting_of(text, has_tests
                                ? editor.replace({std::string{"tests"}}, tests)
                                : editor.insert({}, document::member("tests", std::move(tests))));
}

/// The tests of a config as a file beside it; empty where it has none.
inline std::string tests_file(std::string_view text) {
  auto const config = document::read_yaml(text, "");
  auto const* tests = document::find(config.value, "tests");
  if (has_errors(config.problems) || !tests || document::is_null(*tests)) return {};
  std::string made = "config: config.yaml\n";
  auto const put = [&](std::string const& key, document::Node const& value) {
    auto grown =
        rewriting_of(made, document::YamlEditor(made).insert({}, document::member(key, value)));
    if (grown.text) made = std::move(*grown.text);
  };
  if (auto const* members = document::mapping(*tests))
    for (auto const& member : *members) put(member.key, member.value);
  else
    put("expect", *tests);
  return made;
}

}  // namespace sievarr::editor

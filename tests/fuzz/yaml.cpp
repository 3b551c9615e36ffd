#include <sievarr/base/utf8.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/same_meaning.hpp>
#include <sievarr/document/substitute.hpp>
#include <sievarr/document/write_yaml.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/document/yaml_edit.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::document {
namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

/// A place lies in the text and cuts no code point in two.
void check(Place const& place, std::string_view text) {
  if (place.line == 0) return;
  must(place.column > 0 && place.begin <= place.end && place.end <= text.size());
  if (first_invalid_utf8(text)) return;
  for (auto const at : {place.begin, place.end})
    must(at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

/// Checks the places of a tree, and gives the paths of its values.
void walk(Node const& node, std::string_view text, Path& at, std::vector<Path>& all) {
  check(node.place, text);
  all.push_back(at);
  if (auto const* items = sequence(node)) {
    for (std::size_t index = 0; index < items->size(); ++index) {
      at.emplace_back(index);
      walk((*items)[index], text, at, all);
      at.pop_back();
    }
  } else if (auto const* members = mapping(node)) {
    for (auto const& member : *members) {
      check(member.key_place, text);
      at.emplace_back(member.key);
      walk(member.value, text, at, all);
      at.pop_back();
    }
  }
}

void check_problems(Problems const& problems, std::string_view text) {
  for (auto const& problem : problems) {
    check(problem.place, text);
    must(!problem.message.empty() && !problem.code.empty());
    must(!first_invalid_utf8(problem.message));
    must(problem.message.find('\n') == std::string::npos);
    must(static_cast<bool>(edited(text, problem.fix)));
  }
}

/// An edit that is given can be made, and the text is as good as before.
void check_edit(std::string_view text, YamlEditor::Answer const& answer) {
  if (!answer) return;
  auto const made = edited(text, *answer);
  must(static_cast<bool>(made));
  must(made->size() > most_bytes || !has_errors(read_yaml(*made, "").problems));
}

void check_edits(std::string_view text, Path const& path) {
  YamlEditor const editor(text);
  Node const word{.value = Scalar{.text = "a, b: c"}};
  Node const block{.value = Mapping{{.key = "k", .value = word}, {.key = "l", .value = word}}};
  check_edit(text, editor.replace(path, word));
  check_edit(text, editor.replace(path, block));
  check_edit(text, editor.remove(path));
  check_edit(text, editor.rename(path, "new: key"));
  check_edit(text, editor.insert(path, {.key = "new", .value = block}));
  check_edit(text, editor.append(path, block));
}

void check_document(std::string_view text) {
  auto const read = read_yaml(text, "config.yaml");
  check_problems(read.problems, text);
  std::vector<Path> paths;
  Path at;
  walk(read.value, text, at, paths);
  auto const& chosen = paths[text.size() % paths.size()];
  auto const same = read_path(to_text(chosen));
  must(same && *same == chosen && find(read.value, chosen));
  if (has_errors(read.problems)) return;

  auto const written = write_yaml(read.value);
  auto const again = read_yaml(written, "again.yaml");
  must(written.size() > most_bytes ||
       (again.problems.empty() && same_meaning(again.value, read.value)));
  if (paths.size() < 200) check_edits(text, chosen);
  substitute(read.value, {.variables = {{"A", "${A}"}, {"B_FILE", "/b"}}});
}

}  // namespace
}  // namespace sievarr::document

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  sievarr::document::check_document({reinterpret_cast<char const*>(bytes), size});
  return 0;
}

#include "rules.hpp"

#include <array>
#include <sstream>
#include <utility>

namespace sievarr::tidy {
namespace {

std::vector<std::string> split(std::string const& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The words of a cell; "-" is none.
std::vector<std::string> words_of(std::string const& cell) {
  std::vector<std::string> words;
  std::istringstream stream(cell);
  for (std::string word; stream >> word;) {
    if (word != "-") words.push_back(word);
  }
  return words;
}

std::vector<std::vector<std::string>> read_table(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  for (auto const& line : split(std::string(text), '\n')) {
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    auto cells = split(line, '|');
    for (auto& cell : cells) cell = trimmed(cell);
    rows.push_back(std::move(cells));
  }
  return rows;
}

Permission read_permission(std::string const& word) {
  auto const at = word.find('@');
  if (at == std::string::npos) return {word, ""};
  return {word.substr(0, at), word.substr(at + 1)};
}

std::optional<Floor> read_floor(std::vector<std::string> const& cells) {
  if (cells.size() != 3 || cells[0].empty()) return std::nullopt;
  Floor floor{.folder = cells[0], .ours = words_of(cells[1]), .others = {}};
  for (auto const& word : words_of(cells[2])) floor.others.push_back(read_permission(word));
  return floor;
}

std::optional<Ban> read_ban(std::vector<std::string> const& cells) {
  static constexpr std::array kinds{"include", "word", "name", "text"};
  if (cells.size() != 4) return std::nullopt;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (cells[1] != kinds[kind]) continue;
    return Ban{cells[0], static_cast<Ban::Kind>(kind), words_of(cells[2]), cells[3]};
  }
  return std::nullopt;
}

}  // namespace

ReadRules read_rules(std::string_view floors, std::string_view bans) {
  ReadRules read;
  for (auto const& row : read_table(floors)) {
    auto floor = read_floor(row);
    if (!floor) return {{}, "tests/tidy/floors: expected three cells: " + row.front()};
    read.rules.floors.push_back(std::move(*floor));
  }
  for (auto const& row : read_table(bans)) {
    auto ban = read_ban(row);
    if (!ban) return {{}, "tests/tidy/bans: expected where, kind, words, why: " + row.front()};
    read.rules.bans.push_back(std::move(*ban));
  }
  return read;
}

Floor const* find_floor(Rules const& rules, std::string_view folder) {
  Floor const* nearest = nullptr;
  for (auto const& floor : rules.floors) {
    bool const holds = folder == floor.folder ||
                       (folder.starts_with(floor.folder) && folder[floor.folder.size()] == '/');
    if (holds && (nearest == nullptr || floor.folder.size() > nearest->folder.size())) {
      nearest = &floor;
    }
  }
  return nearest;
}

}  // namespace sievarr::tidy

#include "transcript.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace sievarr::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string variable(char const* name) {
  auto const* const value = std::getenv(name);
  return value ? value : "";
}

std::string in_quotes(std::string const& text) {
  std::string quoted = "'";
  for (char const letter : text) quoted += letter == '\'' ? "'\\''" : std::string{letter};
  return quoted + "'";
}

/// Whether a block needs recorded shows that are not here.
bool lacks_data(std::vector<std::string> const& block, Workshop const& workshop) {
  for (auto const& line : block)
    if (line.starts_with("$ ") && line.find("tvmaze.ndjson") != std::string::npos)
      return !workshop.has("tvmaze.ndjson");
  return false;
}

std::string run_block(std::vector<std::string> const& block, Workshop const& workshop) {
  std::string text;
  if (lacks_data(block, workshop)) {
    for (auto const& line : block) text += line + "\n";
    return text;
  }
  for (auto const& line : block)
    if (line.starts_with("$ ")) text += line + "\n" + workshop.run(line.substr(2));
  return text;
}

std::string joined(std::vector<std::string> const& lines) {
  std::string text;
  for (auto const& line : lines) text += line + "\n";
  return text;
}

}  // namespace

Workshop::Workshop() {
  auto pattern = (fs::temp_directory_path() / "sievarr-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data()) ? pattern : "";
  auto const tests = fs::path(variable("SIEVARR_TESTS"));
  fs::copy_file(tests / "data/shows/small.ndjson", fs::path(folder_) / "shows.ndjson");
  auto const recorded = tests / "../../shared/data/tvmaze/shows.ndjson";
  if (fs::exists(recorded))
    fs::create_symlink(fs::canonical(recorded), fs::path(folder_) / "tvmaze.ndjson");
}

Workshop::~Workshop() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Workshop::write(std::string const& name, std::string_view text) const {
  fs::create_directories((fs::path(folder_) / name).parent_path());
  std::ofstream(fs::path(folder_) / name) << text;
}

bool Workshop::has(std::string const& name) const { return fs::exists(fs::path(folder_) / name); }

std::string Workshop::run(std::string const& line) const {
  auto const clean = "cd " + in_quotes(folder_) + " && env -i TZ=UTC HOME=. PATH=" +
                     in_quotes(variable("SIEVARR_FOLDER") + ":" + variable("PATH")) + " sh -c " +
                     in_quotes(line) + " 2>&1";
  auto* const pipe = ::popen(clean.c_str(), "r");
  if (!pipe) return "cannot run it\n";
  std::string text;
  std::array<char, 4096> piece{};
  while (auto const count = std::fread(piece.data(), 1, piece.size(), pipe))
    text.append(piece.data(), count);
  auto const status = ::pclose(pipe);
  if (!text.empty() && text.back() != '\n') text += '\n';
  auto const code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return code == 0 ? text : text + "[exit " + std::to_string(code) + "]\n";
}

std::string replayed(std::string_view document, Workshop const& workshop) {
  std::string out;
  auto const lines = lines_of(document);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    out += lines[at] + "\n";
    if (!lines[at].starts_with("```")) continue;
    auto const opening = lines[at];
    std::vector<std::string> block;
    while (++at < lines.size() && lines[at] != "```") block.push_back(lines[at]);
    auto const space = opening.find(' ');
    if (space != std::string::npos) workshop.write(opening.substr(space + 1), joined(block));
    out += opening == "```console" ? run_block(block, workshop) : joined(block);
    out += "```\n";
  }
  return out;
}

}  // namespace sievarr::test

#include "source.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace sievarr::tidy {
namespace {

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// Blanks comments and the insides of literals; line breaks stay where they are.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  std::string blanked() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  void step() {
    if (starts("//")) return blank_until(text_.find('\n', at_));
    if (starts("/*")) return blank_behind("*/", 2);
    if (starts("R\"") && !follows_word()) return raw_string();
    if (starts("\"")) return quoted('"');
    if (starts("'") && !follows_word()) return quoted('\'');
    ++at_;
  }

  bool follows_word() const { return at_ > 0 && is_word_character(text_[at_ - 1]); }

  void blank_until(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      if (out_[at_] != '\n') out_[at_] = ' ';
    }
  }

  void blank_behind(std::string_view end, std::size_t skipped) {
    auto const found = text_.find(end, at_ + skipped);
    blank_until(found == std::string_view::npos ? found : found + end.size());
  }

  void raw_string() {
    auto const open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank_until(open);
    auto const end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    at_ += 1;
    blank_behind(end, 1);
    out_[at_ - 1] = '"';
  }

  void quoted(char quote) {
    for (++at_; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_) {
      bool const escape = text_[at_] == '\\' && at_ + 1 < text_.size();
      out_[at_] = ' ';
      if (escape && text_[at_ + 1] != '\n') out_[++at_] = ' ';
    }
    ++at_;
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

std::vector<Include> includes_of(std::vector<std::string> const& lines,
                                 std::vector<std::string> const& code) {
  std::vector<Include> includes;
  for (std::size_t line = 0; line < code.size(); ++line) {
    // The name itself is blanked where it is quoted, so it is read from the line.
    if (!code[line].starts_with("#include ")) continue;
    std::string_view rest = std::string_view(lines[line]).substr(9);
    auto const end = rest.find_first_of(">\"", 1);
    if (rest.empty() || end == std::string_view::npos) continue;
    includes.push_back({line + 1, std::string(rest.substr(1, end - 1)), rest[0]});
  }
  return includes;
}

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return path.ends_with(end); });
}

}  // namespace

std::string text_of(Finding const& finding) {
  return finding.path + ":" + (finding.line == 0 ? "" : std::to_string(finding.line) + ":") + " " +
         finding.message;
}

void append(Findings& all, Findings more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Source read_source(std::string path, std::string_view text) {
  Source source{.path = std::move(path), .lines = split_lines(text), .code = {}, .includes = {}};
  if (!is_cpp(source)) return source;
  source.code = split_lines(Blanker(text).blanked());
  source.includes = includes_of(source.lines, source.code);
  return source;
}

bool is_header(Source const& source) { return source.path.ends_with(".hpp"); }

bool is_cpp(Source const& source) { return ends_with_any(source.path, {".hpp", ".cpp"}); }

bool is_ours(Include const& include) {
  bool const is_neighbour =
      include.name.find('/') == std::string::npos && include.name.ends_with(".hpp");
  return include.opened == '"' || is_neighbour || include.name.starts_with("sievarr/");
}

bool is_raw_string(Source const& source, std::size_t index) {
  if (source.code.empty()) return false;
  auto const& line = source.lines[index];
  if (line.find("R\"") != std::string::npos) return true;
  bool const has_code = source.code[index].find_first_not_of(' ') != std::string::npos;
  auto const start = line.find_first_not_of(' ');
  return !has_code && start != std::string::npos && line.compare(start, 2, "//") != 0;
}

std::string folder_of(std::string_view path) {
  auto const slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

bool is_word_character(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t start) {
  for (auto at = text.find(word, start); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    auto const end = at + word.size();
    bool const begins =
        !is_word_character(word.front()) || at == 0 || !is_word_character(text[at - 1]);
    bool const stops =
        !is_word_character(word.back()) || end == text.size() || !is_word_character(text[end]);
    if (begins && stops) return at;
  }
  return std::string_view::npos;
}

}  // namespace sievarr::tidy

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::tidy {

/// Something to put right. An empty place in the text is line 0: the file as a whole.
struct Finding {
  std::string path;
  std::size_t line = 0;
  std::string message;

  bool operator==(Finding const&) const = default;
};
using Findings = std::vector<Finding>;

/// "path:line: message".
std::string text_of(Finding const& finding);

void append(Findings& all, Findings more);

struct Include {
  std::size_t line = 0;
  std::string name;
  char opened = '<';  ///< < or ".
};

/// A text file of the project, cut up as the checks want it. Lines count from 1 in findings.
struct Source {
  std::string path;
  std::vector<std::string> lines;
  std::vector<std::string> code;  ///< C++ only: the lines without comments and what strings say.
  std::vector<Include> includes;  ///< C++ only.
};

Source read_source(std::string path, std::string_view text);

bool is_header(Source const& source);
bool is_cpp(Source const& source);

/// A header of the project: quoted, below sievarr/, or a neighbour without a folder.
bool is_ours(Include const& include);

/// Whether a raw string begins or goes on in a line, which nobody can break then.
bool is_raw_string(Source const& source, std::size_t index);

/// The path up to the last slash.
std::string folder_of(std::string_view path);

bool is_word_character(char character);

/// Where word stands in text by itself, not as a part of a longer one, from start on; or npos.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t start = 0);

}  // namespace sievarr::tidy

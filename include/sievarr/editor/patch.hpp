#pragma once

#include <sievarr/base/line_diff.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/editor/share.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A change of a config as `patch` and `git apply` take it, without secrets.
namespace sievarr::editor {

/// Writes the difference of two texts. Lines that hold a secret are no context of it: what is
/// given away must not have them, and what stands instead of them would not fit the file.
class PatchWriter {
 public:
  static constexpr std::size_t context = 3;

  PatchWriter(std::string_view before, std::string_view after)
      : shared_before_(without_secrets(before)),
        shared_after_(without_secrets(after)),
        before_(lines_with_ends(shared_before_)),
        after_(lines_with_ends(shared_after_)),
        real_(lines_with_ends(before)) {}

  std::string write(std::string_view name) && {
    lines_ = LineDiff(before_, after_).take();
    std::string patch;
    for (std::size_t at = 0; at < lines_.size();) {
      auto const first = next_change(at);
      if (first == lines_.size()) break;
      auto const begin = context_before(first, at);
      at = end_of_hunk(first);
      append_hunk(patch, begin, at);
    }
    if (patch.empty()) return patch;
    return "--- " + std::string{name} + "\n+++ " + std::string{name} + "\n" + patch;
  }

 private:
  using In = DiffLine::In;

  bool changes(std::size_t at) const { return lines_[at].in != In::both; }

  std::size_t next_change(std::size_t at) const {
    while (at < lines_.size() && !changes(at)) ++at;
    return at;
  }

  /// Whether a line of both texts stands in the file as it is told here.
  bool is_told(std::size_t at) const {
    auto const line = lines_[at].before;
    return real_.size() == before_.size() && real_[line] == before_[line];
  }

  std::size_t context_before(std::size_t change, std::size_t least) const {
    auto begin = change;
    while (begin > least && change - begin < context && is_told(begin - 1)) --begin;
    return begin;
  }

  /// Behind the last change that is so near that its context touches, and the context of that.
  std::size_t end_of_hunk(std::size_t at) const {
    auto last = at;
    for (; at < lines_.size() && at - last <= 2 * context + 1; ++at) {
      if (changes(at))
        last = at;
      else if (!is_told(at))
        break;
    }
    auto end = last + 1;
    while (end < at && end - last <= context) ++end;
    return end;
  }

  void append_hunk(std::string& patch, std::size_t begin, std::size_t end) const {
    auto const count = [&](In other) {
      return static_cast<std::size_t>(
          std::count_if(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                        lines_.begin() + static_cast<std::ptrdiff_t>(end),
                        [&](DiffLine const& line) { return line.in != other; }));
    };
    auto const range = [](std::size_t first, std::size_t many) {
      return to_text(many == 0 ? first : first + 1) + "," + to_text(many);
    };
    patch += "@@ -" + range(lines_[begin].before, count(In::after)) + " +" +
             range(lines_[begin].after, count(In::before)) + " @@\n";
    for (auto at = begin; at < end;) {
      auto run = at;
      while (run < end && changes(run)) ++run;
      for (auto const in : {In::before, In::after})
        for (auto each = at; each < run; ++each)
          if (lines_[each].in == in) append_line(patch, lines_[each]);
      if (run < end) append_line(patch, lines_[run++]);
      at = run;
    }
  }

  void append_line(std::string& patch, DiffLine const& line) const {
    auto const text = line.in == In::after ? after_[line.after] : before_[line.before];
    patch.append(1, line.in == In::both ? ' ' : line.in == In::before ? '-' : '+').append(text);
    if (!text.ends_with('\n')) patch += "\n\\ No newline at end of file\n";
  }

  std::string shared_before_;
  std::string shared_after_;
  std::vector<std::string_view> before_;
  std::vector<std::string_view> after_;
  std::vector<std::string_view> real_;
  std::vector<DiffLine> lines_;
};

/// The change from one text to another as a unified diff; empty where they are the same.
inline std::string patch_of(std::string_view before, std::string_view after) {
  return PatchWriter(before, after).write("config.yaml");
}

}  // namespace sievarr::editor

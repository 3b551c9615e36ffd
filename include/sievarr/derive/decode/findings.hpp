#pragma once

#include <sievarr/base/stable_sort.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/node.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace sievarr::derive {

/// What a decoding has found so far, and the path on which it stands.
class Findings {
 public:
  /// Walks one step down the path for as long as it lives.
  class Step {
   public:
    Step(Findings& findings, std::string_view key)
        : findings_(findings), length_(findings.path_.size()) {
      if (length_ > 0) findings_.path_ += '.';
      findings_.path_ += key;
    }
    Step(Findings& findings, std::size_t index)
        : findings_(findings), length_(findings.path_.size()) {
      findings_.path_.append("[").append(std::to_string(index)).append("]");
    }
    ~Step() { findings_.path_.resize(length_); }
    Step(Step const&) = delete;
    Step& operator=(Step const&) = delete;

   private:
    Findings& findings_;
    std::size_t length_;
  };

  void add(Place const& place, Misfit misfit) {
    Problem problem{.place = place,
                    .path = path_,
                    .message = std::move(misfit.message),
                    .code = misfit.code,
                    .severity = misfit.severity,
                    .fix = {}};
    if (!misfit.instead.empty()) suggest(problem, std::move(misfit.instead));
    problems_.push_back(std::move(problem));
  }

  /// Everything found, in the order in which it was written.
  Problems take() {
    sievarr::stable_sort(problems_, [](auto const& a, auto const& b) {
      return std::tie(a.place.source, a.place.begin) < std::tie(b.place.source, b.place.begin);
    });
    return std::move(problems_);
  }

 private:
  /// Only what stands in a source with lines can be mended there.
  static void suggest(Problem& problem, std::string instead) {
    bool const near_miss = problem.severity == Severity::error;
    if (near_miss) problem.message += ", did you mean " + quoted(instead) + "?";
    auto const& place = problem.place;
    if (place.line > 0 && place.end >= place.begin)
      problem.fix.push_back({place.begin, place.end, std::move(instead)});
  }

  Problems problems_;
  std::string path_;
};

/// A node as a message calls it: "text", a list, a mapping, nothing.
inline std::string named(document::Node const& node) {
  if (document::is_null(node)) return "nothing";
  if (auto const* text = document::scalar(node)) return quoted(text->text);
  return document::sequence(node) ? "a list" : "a mapping";
}

}  // namespace sievarr::derive

#pragma once

#include <sievarr/base/line_diff.hpp>
#include <sievarr/base/stable_sort.hpp>
#include <sievarr/document/edit.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/editor/share.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::editor {

/// Lends a config without its secrets to somebody who changes it, and puts them back. What was not
/// changed is, line by line, what it was; in other lines a secret goes only where the description
/// has one.
class KeptSecrets {
 public:
  using Answer = Result<std::string, Misfit>;

  explicit KeptSecrets(std::string_view kept) : kept_(kept), lent_(without_secrets(kept)) {
    auto const outline = outline_of(kept);
    SecretFinder const finder(outline.steps, keys_);
    for (auto const& [step, reference] : finder.found())
      secrets_.emplace(reference, outline.steps[step].text);
  }

  /// The text as it may be seen.
  std::string const& lent() const { return lent_; }

  /// A text that was made from that one, with the secrets where they were.
  Answer back(std::string_view changed) const {
    auto const kept = lines_with_ends(kept_);
    auto const lent = lines_with_ends(lent_);
    auto const now = lines_with_ends(changed);
    if (kept.size() != lent.size())
      return Misfit{"cannot-edit", "a secret of this file has several lines; change it by hand"};
    std::string text;
    for (auto const& line : LineDiff(lent, now).take()) {
      if (line.in == DiffLine::In::both) text += kept[line.before];
      if (line.in == DiffLine::In::after) text += now[line.after];
    }
    return document::edited(text, secrets_put_back(text));
  }

 private:
  static document::YamlOutline outline_of(std::string_view text) {
    if (document::unreadable_yaml(text)) return {};
    return document::YamlOutliner(text, document::Positions(text, "")).outline();
  }

  /// The references that stand for a secret of the file, where one belongs.
  document::Edits secrets_put_back(std::string const& text) const {
    document::Edits edits;
    auto const read = document::read_yaml(text, "");
    document::Path path;
    put_back(read.value, path, edits);
    // What an alias leads to is met again.
    sievarr::stable_sort(edits, [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
    edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
    return edits;
  }

  void put_back(document::Node const& node, document::Path& path, document::Edits& edits) const {
    if (auto const* scalar = document::scalar(node)) {
      auto const secret = secrets_.find(scalar->text);
      if (secret != secrets_.end() && derive::secret_at(keys_.patterns, path))
        edits.push_back({node.place.begin, node.place.end, in_quotes(secret->second)});
    } else if (auto const* members = document::mapping(node)) {
      for (auto const& member : *members) below(member.key, member.value, path, edits);
    } else {
      auto const& items = *document::sequence(node);
      for (std::size_t at = 0; at < items.size(); ++at) below(at, items[at], path, edits);
    }
  }

  void below(document::Path::value_type step, document::Node const& node, document::Path& path,
             document::Edits& edits) const {
    path.push_back(std::move(step));
    put_back(node, path, edits);
    path.pop_back();
  }

  std::string kept_;
  std::string lent_;
  SecretKeys keys_ = secret_keys<config::Config>();
  std::map<std::string, std::string, std::less<>> secrets_;
};

}  // namespace sievarr::editor

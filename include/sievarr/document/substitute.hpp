#pragma once

#include <sievarr/base/problem.hpp>
#include <sievarr/base/text.hpp>
#include <sievarr/document/node.hpp>
#include <sievarr/document/path.hpp>
#include <sievarr/document/surroundings.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sievarr::document {

/// Whether a word can name a variable: letters, digits and "_", no digit first.
inline bool is_variable_name(std::string_view name) {
  auto const is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  auto const fits = [&](char letter) {
    auto const lower = static_cast<char>(letter | 0x20);
    return is_digit(letter) || letter == '_' || (lower >= 'a' && lower <= 'z');
  };
  return !name.empty() && !is_digit(name.front()) && std::all_of(name.begin(), name.end(), fits);
}

/// Replaces "${NAME}" in one text by what the surroundings say. What comes in is never looked at
/// again, so a password may contain whatever it likes.
class SubstitutedText {
 public:
  SubstitutedText(std::string_view text, Surroundings const& surroundings)
      : rest_(text), surroundings_(surroundings) {
    while (!rest_.empty()) {
      if (take("$${"))
        text_ += "${";
      else if (take("${"))
        variable();
      else
        text_ += std::exchange(rest_, rest_.substr(1)).front();
    }
  }

  std::string const& text() const { return text_; }
  std::vector<Misfit> const& misfits() const { return misfits_; }

 private:
  bool take(std::string_view start) {
    if (!rest_.starts_with(start)) return false;
    rest_.remove_prefix(start.size());
    return true;
  }

  void variable() {
    auto const close = rest_.find('}');
    auto const inside = rest_.substr(0, close);
    rest_.remove_prefix(close == rest_.npos ? rest_.size() : close + 1);
    auto const split = std::min(inside.find(":-"), inside.size());
    auto name = inside.substr(0, split);
    if (close == rest_.npos)
      return refuse("\"${\" is never closed; write \"$${\" for a plain \"${\"");
    if (name.ends_with(file_suffix)) name.remove_suffix(file_suffix.size());
    if (!is_variable_name(name))
      return refuse("expected the name of a variable in " + shown(inside) +
                    "; write \"$${\" for a plain \"${\"");
    if (inside.find("${") != inside.npos)
      return refuse("a default cannot hold another variable, as in " + shown(inside));
    auto found = look_up(surroundings_, name);
    if (!found) return misfits_.push_back(std::move(found).error());
    auto const has_default = split < inside.size();
    if (*found && !(has_default && (*found)->empty()))
      text_ += **found;
    else if (has_default)
      text_ += inside.substr(split + 2);
    else
      misfits_.push_back({.code = "unset-variable",
                          .message = "neither " + std::string(name) + " nor " +
                                     std::string(name).append(file_suffix) +
                                     " is set; set one, or write a default: ${" +
                                     std::string(name) + ":-...}"});
  }

  static std::string shown(std::string_view inside) {
    return quoted("${" + std::string(inside) + "}");
  }

  void refuse(std::string message) {
    misfits_.push_back({.code = "bad-substitution", .message = std::move(message)});
  }

  std::string_view rest_;
  Surroundings const& surroundings_;
  std::string text_;
  std::vector<Misfit> misfits_;
};

/// Walks a tree and replaces the variables in its scalars.
class Substitution {
 public:
  explicit Substitution(Surroundings const& surroundings) : surroundings_(surroundings) {}

  Reading<Node> of(Node node) && {
    visit(node, "");
    return {.value = std::move(node), .problems = std::move(problems_)};
  }

 private:
  void visit(Node& node, std::string const& path) {
    if (auto* found = scalar(node)) return replace(*found, node.place, path);
    if (auto* items = sequence(node))
      for (std::size_t at = 0; at < items->size(); ++at) visit((*items)[at], joined(path, at));
    if (auto* members = mapping(node))
      for (auto& member : *members) visit(member.value, joined(path, member.key));
  }

  void replace(Scalar& scalar, Place const& place, std::string const& path) {
    if (scalar.text.find("${") == std::string::npos) return;
    SubstitutedText const replaced(scalar.text, surroundings_);
    for (auto const& misfit : replaced.misfits())
      problems_.push_back({.place = place,
                           .path = path,
                           .message = misfit.message,
                           .code = misfit.code,
                           .fix = {}});
    if (!replaced.misfits().empty()) return;
    scalar.text = replaced.text();
    // What is empty is absent, but a password may be "null".
    if (!scalar.text.empty() && is_null({.value = scalar})) scalar.style = Scalar::Style::quoted;
  }

  Surroundings const& surroundings_;
  Problems problems_;
};

/// The tree with each "${X}" replaced by the contents of the file that X_FILE names, or by X, or by
/// the default in "${X:-default}"; "$${" is a plain "${". Places stay.
inline Reading<Node> substitute(Node node, Surroundings const& surroundings) {
  return Substitution(surroundings).of(std::move(node));
}

}  // namespace sievarr::document

#pragma once

#include <sievarr/document/node.hpp>
#include <sievarr/document/yaml_scalar.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace sievarr::document {

/// Writes trees as YAML that people like to read: blocks, short lists in brackets, few quotes.
class YamlWriter {
 public:
  std::string document(Node const& node) && {
    if (is_block(node))
      block(node, 0);
    else
      out_ += inline_text(node, 0);
    if (!out_.ends_with('\n')) out_ += '\n';
    return std::move(out_);
  }

  /// Whether a value is written on lines of its own.
  static bool takes_lines(Node const& node) { return is_block(node) && flow_list(node, 0).empty(); }

  /// A value as it stands behind a "key:" at some indentation: on the same line or below it.
  std::string behind_key(Node const& node, std::size_t indent) && {
    behind(node, indent);
    return std::move(out_);
  }

  /// A value as it stands behind "-", or where its own first line is already begun.
  std::string begun(Node const& node, std::size_t indent) && {
    auto const list = flow_list(node, indent);
    if (is_block(node) && list.empty())
      block(node, indent);
    else
      out_ += list.empty() ? inline_text(node, indent) : list;
    return std::move(out_);
  }

  /// A key with its value, in a mapping at some indentation.
  std::string line(Member const& written, std::size_t indent) && {
    member(written, indent);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t widest = 80;

  /// Whether a value takes lines of its own.
  static bool is_block(Node const& node) {
    if (auto const* members = mapping(node)) return !members->empty();
    auto const* items = sequence(node);
    return items && !items->empty();
  }

  void block(Node const& node, std::size_t indent) {
    std::string_view between;
    auto const next = [&] {
      out_ += between;
      if (!between.empty()) out_.append(indent, ' ');
      between = "\n";
    };
    if (auto const* members = mapping(node)) {
      for (auto const& member : *members) next(), this->member(member, indent);
      return;
    }
    for (auto const& item : *sequence(node)) next(), this->item(item, indent);
  }

  void member(Member const& member, std::size_t indent) {
    auto const key = yaml_key(member.key, YamlContext::block);
    // Keys that are too long for YAML's liking are announced.
    if (key.size() > 1000)
      out_.append("? ").append(key).append("\n").append(indent, ' ');
    else
      out_ += key;
    out_ += ':';
    behind(member.value, indent);
  }

  void item(Node const& item, std::size_t indent) {
    out_ += '-';
    auto const fits = !flow_list(item, indent).empty();
    if (!is_block(item) || fits) return behind(item, indent);
    out_ += ' ';
    block(item, indent + 2);
  }

  void behind(Node const& node, std::size_t indent) {
    auto const list = flow_list(node, indent);
    if (!is_block(node) || !list.empty()) {
      out_ += ' ';
      out_ += list.empty() ? inline_text(node, indent) : list;
      return;
    }
    out_ += '\n';
    out_.append(indent + 2, ' ');
    block(node, indent + 2);
  }

  static std::string inline_text(Node const& node, std::size_t indent) {
    if (mapping(node)) return "{}";
    if (sequence(node)) return "[]";
    auto const& found = *scalar(node);
    if (is_literal(found.text)) return literal(found.text, indent + 2);
    return yaml_scalar(found, YamlContext::block);
  }

  /// A list of a few short words in brackets; empty when it is not that.
  static std::string flow_list(Node const& node, std::size_t indent) {
    auto const* items = sequence(node);
    if (!items || items->empty()) return "";
    std::string text;
    for (auto const& item : *items) {
      auto const* found = scalar(item);
      if (!found || text.size() + found->text.size() + indent > widest) return "";
      text += (text.empty() ? "[" : ", ") + yaml_scalar(*found, YamlContext::flow);
    }
    return text.size() + indent > widest ? "" : text + "]";
  }

  /// Whether a text of several lines reads well behind "|".
  static bool is_literal(std::string_view text) {
    if (text.find('\n') == text.npos || text.front() == ' ' || text.front() == '\n') return false;
    if (text.ends_with("\n\n") || text.find(" \n") != text.npos || text.ends_with(' '))
      return false;
    std::string rest(text);
    rest.erase(std::remove(rest.begin(), rest.end(), '\n'), rest.end());
    return !has_escapes(rest);
  }

  static std::string literal(std::string_view text, std::size_t indent) {
    auto result = std::string(text.ends_with('\n') ? "|" : "|-");
    if (text.ends_with('\n')) text.remove_suffix(1);
    while (true) {
      auto const line = text.substr(0, text.find('\n'));
      result += '\n';
      if (!line.empty()) result.append(indent, ' ').append(line);
      if (line.size() == text.size()) return result;
      text.remove_prefix(line.size() + 1);
    }
  }

  std::string out_;
};

/// A tree as YAML; read again it has the same keys, texts and nulls in the same order.
inline std::string write_yaml(Node const& node) { return YamlWriter().document(node); }

}  // namespace sievarr::document

#include "blocks.hpp"

#include <optional>
#include <utility>

namespace sievarr::tidy {
namespace {

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What follows the parameters of a template.
std::string_view without_template(std::string_view text) {
  if (!text.starts_with("template")) return text;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') ++depth;
    if (text[i] == '>' && --depth == 0) return without_template(trimmed(text.substr(i + 1)));
  }
  return text;
}

bool has_word(std::string_view text, std::string_view word) {
  return find_word(text, word) != std::string_view::npos;
}

Scope scope_opened_by(std::string_view statement, Scope around) {
  if (around == Scope::function || around == Scope::inside) return Scope::inside;
  auto const text = without_template(trimmed(statement));
  if (has_word(text, "namespace") || text.starts_with("extern \"")) return Scope::outside;
  auto const is_type = [&](std::string_view word) { return has_word(text, word); };
  if (is_type("struct") || is_type("class") || is_type("union") || is_type("enum")) {
    return Scope::type;
  }
  return text.find('(') != std::string_view::npos ? Scope::function : Scope::inside;
}

class Walker {
 public:
  std::vector<Statement> walk(Source const& source) {
    for (line_ = 1; line_ <= source.code.size(); ++line_) {
      auto const& code = source.code[line_ - 1];
      if (is_directive(source, line_ - 1)) continue;
      for (char const character : code) take(character);
      take(' ');
      if (is_macro()) text_.clear();
    }
    return std::move(found_);
  }

 private:
  struct Open {
    Scope scope;
    std::optional<std::size_t> statement;
  };

  static bool is_directive(Source const& source, std::size_t line) {
    auto const& code = source.code[line];
    return trimmed(code).starts_with("#") || (line > 0 && source.code[line - 1].ends_with('\\'));
  }

  /// A macro that stands for itself, such as BOOST_DESCRIBE_STRUCT(...): nothing ends it.
  bool is_macro() const {
    auto const name = std::string_view(text_).substr(0, text_.find('('));
    return parentheses_ == 0 && trimmed(text_).ends_with(')') && !name.empty() &&
           name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
  }

  Scope here() const { return open_.empty() ? Scope::outside : open_.back().scope; }

  void take(char character) {
    if (character == '(') ++parentheses_;
    if (character == ')' && parentheses_ > 0) --parentheses_;
    // Braces and semicolons among parentheses belong to the statement around them.
    if (parentheses_ > 0) return add(character);
    if (character == '{') return open();
    if (character == '}') return close();
    if (character == ';') return end();
    add(character);
  }

  void add(char character) {
    if (text_.empty() && character == ' ') return;
    if (text_.empty()) first_ = line_;
    text_ += character;
    if (text_ == "public:" || text_ == "private:" || text_ == "protected:") text_.clear();
  }

  void open() {
    auto const scope = scope_opened_by(text_, here());
    if (text_.empty()) first_ = line_;
    open_.push_back({scope, keep(scope)});
    text_.clear();
  }

  void close() {
    if (!open_.empty()) {
      if (auto const statement = open_.back().statement) found_[*statement].last = line_;
      open_.pop_back();
    }
    text_.clear();
  }

  void end() {
    keep(Scope::inside);
    text_.clear();
  }

  std::optional<std::size_t> keep(Scope opens) {
    bool const is_within = here() == Scope::function || here() == Scope::inside;
    if (text_.empty() || (is_within && !text_.starts_with("static "))) return std::nullopt;
    found_.push_back({here(), opens, std::string(trimmed(text_)), first_, line_});
    return found_.size() - 1;
  }

  std::vector<Statement> found_;
  std::vector<Open> open_;
  std::string text_;
  std::size_t first_ = 0;
  std::size_t line_ = 0;
  std::size_t parentheses_ = 0;
};

}  // namespace

std::vector<Statement> statements_of(Source const& source) { return Walker{}.walk(source); }

}  // namespace sievarr::tidy

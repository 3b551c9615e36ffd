#pragma once

#include <sievarr/derive/difference.hpp>
#include <sievarr/derive/redact.hpp>
#include <sievarr/reflect/kind.hpp>
#include <sievarr/reflect/type_name.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sievarr::derive {

/// The reference of a type and of every described type that it leads to, as Markdown.
class Reference {
 public:
  /// Writes the section of T, then those of the types it names, each once.
  template <reflect::Described T>
  void section(std::string_view heading) {
    started_.emplace_back(reflect::type_name<T>());
    std::string text = "## ";
    text.append(heading).append("\n\n| key | value | default | meaning |\n|---|---|---|---|\n");
    T const defaults{};
    std::vector<void (*)(Reference&)> below;
    std::string samples;
    reflect::for_each_field<T>([&](auto field) {
      using Value = typename decltype(field)::Value;
      text.append("| `").append(field.name).append("` | ").append(kind<Value>()).append(" | ");
      text.append(field.required ? "required" : default_of(field.in(defaults)));
      text.append(" | ").append(field.text).append(example_of(field.example)).append(" |\n");
      samples += sample_of(field.name, field.example);
      below.push_back([](Reference& reference) { reference.follow<Value>(); });
    });
    text_ += text + "\n" + samples;
    for (auto const follow_field : below) follow_field(*this);
  }

  /// Writes the sections of a type and of those it names, but those that are there.
  template <class T>
  void mention() {
    follow<T>();
  }

  std::string take() { return std::move(text_); }

 private:
  /// How the reference calls a type: in words, or as a link to its section.
  template <class T>
  static std::string kind() {
    if constexpr (reflect::Enumeration<T>) {
      std::string words;
      for (auto const& word : reflect::ScalarOf<T>::words())
        words.append(words.empty() ? "`" : ", `").append(word).append("`");
      return words;
    } else if constexpr (reflect::Scalar<T>) {
      return std::string{reflect::ScalarOf<T>::shape.expected};
    } else if constexpr (reflect::Maybe<T>) {
      return kind<reflect::Inner<T>>();
    } else if constexpr (reflect::OneOrMany<T>) {
      return kind<typename T::value_type>() + ", or a list of them";
    } else if constexpr (reflect::List<T>) {
      return "list: " + kind<typename T::value_type>();
    } else if constexpr (reflect::Table<T>) {
      return "names, each with " + kind<typename T::mapped_type>();
    } else if constexpr (reflect::Choice<T>) {
      return alternatives(static_cast<reflect::Alternatives<T> const*>(nullptr));
    } else if constexpr (reflect::Shortened<T>) {
      return kind<reflect::Shorthand<T>>() + ", or " + link<T>();
    } else {
      return link<T>();
    }
  }

  template <class... Ts>
  static std::string alternatives(std::variant<Ts...> const*) {
    std::string text;
    (text.append(text.empty() ? "" : ", or ").append(kind<Ts>()), ...);
    return text;
  }

  template <class T>
  static std::string link() {
    std::string const name{reflect::type_name<T>()};
    return "[" + name + "](#" + ascii_lowered(name) + ")";
  }

  template <class T>
  static std::string default_of(T const& value) {
    auto const node = redact(value);
    if (document::is_null(node) || !document::scalar(node)) return "";
    auto const text = one_line(&node);
    return text.empty() ? "" : "`" + text + "`";
  }

  static std::string example_of(std::string_view example) {
    if (example.empty() || example.find('\n') != example.npos) return "";
    return std::string{" Example: `"}.append(example).append("`");
  }

  /// An example of several lines stands below the table.
  static std::string sample_of(std::string_view name, std::string_view example) {
    if (example.find('\n') == example.npos) return "";
    std::string text = "```yaml\n";
    text.append(name).append(":\n").append(example);
    return text + "```\n\n";
  }

  template <class T>
  void follow() {
    if constexpr (reflect::Scalar<T>) {
      return;
    } else if constexpr (reflect::Maybe<T>) {
      follow<reflect::Inner<T>>();
    } else if constexpr (reflect::List<T>) {
      follow<typename T::value_type>();
    } else if constexpr (reflect::Table<T>) {
      follow<typename T::mapped_type>();
    } else if constexpr (reflect::Choice<T>) {
      follow_each(static_cast<reflect::Alternatives<T> const*>(nullptr));
    } else {
      constexpr auto name = reflect::type_name<T>();
      for (auto const& known : started_)
        if (known == name) return;
      section<T>(name);
    }
  }

  template <class... Ts>
  void follow_each(std::variant<Ts...> const*) {
    (follow<Ts>(), ...);
  }

  std::string text_;
  std::vector<std::string_view> started_;
};

/// The reference of T and of all that it contains, as Markdown.
template <reflect::Described T>
std::string docs(std::string_view heading) {
  Reference reference;
  reference.section<T>(heading);
  return reference.take();
}

}  // namespace sievarr::derive

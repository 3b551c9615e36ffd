#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/base/number.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/sample/dice.hpp>
#include <sievarr/sample/markets.hpp>
#include <sievarr/sample/title.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sievarr::sample {

/// Writes a show as TVMaze's API does, with all that nobody here needs.
class TvmazeText {
 public:
  explicit TvmazeText(Show const& show) : show_(show), dice_(0, show.id) {}

  std::string text() && {
    auto const page = "https://www.tvmaze.com/shows/" + to_text(show_.id) + "/" + slug();
    raw("{\"id\":", to_text(show_.id));
    text(",\"url\":", page);
    text(",\"name\":", show_.title);
    text(",\"type\":", show_.type);
    text(",\"language\":", show_.language);
    genres();
    text(",\"status\":", show_.status);
    raw(",\"runtime\":", number(show_.runtime));
    raw(",\"averageRuntime\":", number(show_.average_runtime));
    text(",\"premiered\":", day(show_.premiered));
    text(",\"ended\":", day(show_.ended));
    text(",\"officialSite\":", "https://www.example.com/" + slug());
    raw(",\"schedule\":", R"({"time":"21:00","days":["Sunday"]})");
    raw(",\"rating\":{\"average\":", number(show_.rating) + "}");
    raw(",\"weight\":", number(show_.weight));
    channel(",\"network\":", show_.network, show_.country);
    channel(",\"webChannel\":", show_.web_channel, show_.network ? std::nullopt : show_.country);
    rest();
    return std::move(out_);
  }

 private:
  void rest() {
    raw(",\"dvdCountry\":", "null");
    raw(",\"externals\":{\"tvrage\":null,\"thetvdb\":", number(show_.tvdb_id));
    text(",\"imdb\":", show_.imdb_id);
    auto const picture = to_text(dice_.between(1, 600)) + "/" + to_text(show_.id * 7) + ".jpg";
    text("},\"image\":{\"medium\":", "https://static.tvmaze.com/uploads/images/medium/" + picture);
    text(",\"original\":", "https://static.tvmaze.com/uploads/images/original/" + picture);
    text("},\"summary\":", summary());
    raw(",\"updated\":", to_text(show_.updated));
    text(",\"_links\":{\"self\":{\"href\":", "https://api.tvmaze.com/shows/" + to_text(show_.id));
    text("},\"previousepisode\":{\"href\":",
         "https://api.tvmaze.com/episodes/" + to_text(show_.id * 31));
    out_ += "}}}";
  }

  void raw(std::string_view key, std::string_view value) { out_.append(key).append(value); }

  void text(std::string_view key, std::optional<std::string> const& value) {
    out_ += key;
    value ? document::append_json_string(out_, *value) : void(out_ += "null");
  }

  template <class Number>
  static std::string number(std::optional<Number> const& value) {
    return value ? to_text(*value) : "null";
  }

  static std::optional<std::string> day(std::optional<Date> const& date) {
    if (!date) return std::nullopt;
    return to_text(*date);
  }

  void genres() {
    char joint = '[';
    out_ += ",\"genres\":";
    for (auto const& genre : show_.genres) {
      out_ += joint;
      document::append_json_string(out_, genre);
      joint = ',';
    }
    out_ += joint == '[' ? "[]" : "]";
  }

  void channel(std::string_view key, std::optional<std::string> const& name,
               std::optional<std::string> const& code) {
    out_ += key;
    if (!name) return void(out_ += "null");
    std::uint32_t id = 0;
    for (char const letter : *name) id = id * 31 + static_cast<unsigned char>(letter);
    raw("{\"id\":", to_text(id % 2000 + 1));
    text(",\"name\":", name);
    out_ += ",\"country\":";
    code ? country(*code) : void(out_ += "null");
    raw(",\"officialSite\":", "null}");
  }

  void country(std::string_view code) {
    for (auto const& each : countries) {
      if (each.code != code) continue;
      text("{\"name\":", std::string(each.name));
      text(",\"code\":", std::string(code));
      text(",\"timezone\":", std::string(each.zone));
      out_ += '}';
      return;
    }
    text("{\"code\":", std::string(code));
    out_ += '}';
  }

  /// A few sentences, about as long as real ones.
  std::string summary() {
    std::string words = "<p><b>" + show_.title + "</b> follows ";
    for (auto left = dice_.between(2, 7); left > 0; --left) {
      words.append(word_for(dice_, 'w')).append(", a ").append(word_for(dice_, 'n'));
      words.append(" from ").append(word_for(dice_, 'p')).append(" who finds \"");
      words.append(english_title(dice_)).append("\". Together with ");
    }
    return words + "a few friends, nothing stays as it was.</p>";
  }

  std::string slug() const {
    std::string words;
    for (char const letter : show_.title) {
      auto const lower = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
      auto const plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
      if (plain) words += lower;
      if (letter == ' ' && !words.empty() && words.back() != '-') words += '-';
    }
    return words;
  }

  Show const& show_;
  Dice dice_;
  std::string out_;
};

/// A show as TVMaze's API writes it, with all the bulk; wire::tvmaze reads the same show from it.
inline std::string as_tvmaze(Show const& show) { return TvmazeText(show).text(); }

}  // namespace sievarr::sample

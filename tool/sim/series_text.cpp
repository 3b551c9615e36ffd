#include "series_text.hpp"

#include "json_object.hpp"

#include <sievarr/base/ascii.hpp>
#include <sievarr/sample/dice.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace sievarr::sim {
namespace {

constexpr std::array<std::string_view, 4> pictures = {"banner", "poster", "fanart", "clearlogo"};

std::string_view truth(bool is_so) { return is_so ? "true" : "false"; }

/// The letters and figures of a title, with that between its words.
std::string slug(std::string_view title, std::string_view between) {
  std::string words;
  for (char const letter : ascii_lowered(std::string(title))) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) words += letter;
    if (letter == ' ' && !words.empty()) words += between;
  }
  return words;
}

std::string_view status_of(Show const& show) {
  if (show.status == "Ended") return "ended";
  return show.status == "In Development" ? "upcoming" : "continuing";
}

std::string moment(Date date) { return to_text(Instant{date}); }

int year_of(Show const& show) {
  if (!show.premiered) return 0;
  return static_cast<int>(std::chrono::year_month_day{*show.premiered}.year());
}

std::string picture(Show const& show, std::string_view kind) {
  auto const path = "/" + to_text(*show.tvdb_id) + "/" + std::string(kind) + ".jpg";
  return JsonObject{}
      .text("coverType", kind)
      .text("url", "/MediaCoverProxy" + path)
      .text("remoteUrl", "https://artworks.example.com" + path)
      .done();
}

std::string language(Show const& show) {
  return JsonObject{}
      .number("id", show.language.value_or("English") == "English" ? 1 : 4)
      .text("name", show.language.value_or("English"))
      .done();
}

std::string statistics(int seasons, int episodes) {
  return JsonObject{}
      .number("seasonCount", seasons)
      .number("episodeFileCount", 0)
      .number("episodeCount", episodes)
      .number("totalEpisodeCount", episodes)
      .number("sizeOnDisk", 0)
      .json("releaseGroups", "[]")
      .json("percentOfEpisodes", "0.0")
      .done();
}

/// Writes a series from what the metadata service says, and what the library says of it, if it
/// does.
class SeriesText {
 public:
  SeriesText(Show const& show, Series const* series, Shelf const& shelf)
      : show_(show), series_(series), major_(major(shelf)) {
    sample::Dice dice(1, show.id);
    seasons_ = dice.between(1, 8);
    votes_ = dice.between(1, 5000);
  }

  JsonObject& description() {
    out_.text("title", show_.title)
        .json("alternateTitles", "[]")
        .text("sortTitle", ascii_lowered(show_.title))
        .text("status", status_of(show_))
        .json("ended", truth(status_of(show_) == "ended"))
        .text("overview", overview())
        .text_if("network", show_.network ? show_.network : show_.web_channel)
        .text("airTime", "21:00")
        .json("images", json_list(pictures, [&](auto kind) { return picture(show_, kind); }));
    if (major_ > 3) out_.json("originalLanguage", language(show_));
    if (!series_) out_.text("remotePoster", "https://artworks.example.com/poster.jpg");
    out_.json("seasons", seasons()).number("year", year_of(show_));
    return out_;
  }

  JsonObject& place() {
    if (series_) out_.text("path", series_->path);
    out_.number("qualityProfileId", series_ ? series_->quality_profile : 0)
        .json("seasonFolder", truth(!series_ || series_->season_folder))
        .json("monitored", truth(!series_ || series_->monitored));
    if (major_ > 3) out_.text("monitorNewItems", "all");
    out_.json("useSceneNumbering", "false")
        .number("runtime", show_.runtime.value_or(show_.average_runtime.value_or(0)))
        .number("tvdbId", *show_.tvdb_id)
        .number("tvRageId", 0)
        .number("tvMazeId", show_.id);
    if (major_ > 3) out_.number("tmdbId", 0);
    return out_;
  }

  JsonObject& rest() {
    if (show_.premiered) out_.text("firstAired", moment(*show_.premiered));
    if (show_.ended && major_ > 3) out_.text("lastAired", moment(*show_.ended));
    out_.text("seriesType", series_ ? std::string_view(series_->series_type) : "standard")
        .text("cleanTitle", slug(show_.title, ""))
        .text_if("imdbId", show_.imdb_id)
        .text("titleSlug", slug(show_.title, "-"));
    if (series_)
      out_.text("rootFolderPath", series_->path.substr(0, series_->path.rfind('/') + 1));
    else
      out_.text("folder", show_.title + " (" + to_text(year_of(show_)) + ")");
    out_.text("certification", "TV-14")
        .json("genres", json_list(show_.genres, &json_word))
        .json("tags", tags())
        .text("added", series_ ? to_text(series_->added) : "0001-01-01T00:00:00Z")
        .json("ratings", ratings())
        .json("statistics", statistics(seasons_, seasons_ * 10))
        .number("languageProfileId", !series_     ? 0
                                     : major_ > 3 ? 1
                                                  : series_->language_profile);
    if (series_) out_.number("id", series_->id);
    return out_;
  }

  std::string text(std::string const& surplus) {
    description();
    place();
    rest();
    auto text = out_.done();
    if (!surplus.empty()) text.insert(text.size() - 1, "," + surplus);
    return text;
  }

 private:
  /// About as long as real ones.
  std::string overview() const {
    auto text = "What happens in " + show_.title + ".";
    for (int season = 1; season <= seasons_ + 3; ++season)
      text += " In season " + to_text(season) +
              " a few friends find out that nothing stays as it was, and that one of them knew.";
    return text;
  }

  std::string seasons() const {
    std::string list;
    for (int number = 0; number <= seasons_; ++number) {
      JsonObject season;
      season.number("seasonNumber", number)
          .json("monitored", truth(number > 0 && (!series_ || series_->monitored)));
      list.append(list.empty() ? "[" : ",").append(season.done());
    }
    return list + "]";
  }

  std::string tags() const {
    if (!series_) return "[]";
    return json_list(series_->tags, [](std::int64_t tag) { return to_text(tag); });
  }

  std::string ratings() const {
    return JsonObject{}
        .number("votes", show_.rating ? votes_ : 0)
        .json("value", to_text(show_.rating.value_or(0)))
        .done();
  }

  Show const& show_;
  Series const* series_;
  int major_;
  int seasons_ = 1;
  int votes_ = 0;
  JsonObject out_;
};

}  // namespace

std::string looked_up(Show const& show, Shelf const& shelf) {
  return SeriesText(show, nullptr, shelf).text(shelf.surplus);
}

std::string shelved(Series const& series, Shelf const& shelf) {
  return SeriesText(series.show, &series, shelf).text("");
}

std::string looked_up(Series const& series, Shelf const& shelf) {
  return SeriesText(series.show, &series, shelf).text(shelf.surplus);
}

}  // namespace sievarr::sim

#pragma once

#include <sievarr/base/instant.hpp>
#include <sievarr/media/show.hpp>
#include <sievarr/sample/dice.hpp>
#include <sievarr/sample/kinds.hpp>
#include <sievarr/sample/markets.hpp>
#include <sievarr/sample/networks.hpp>
#include <sievarr/sample/title.hpp>
#include <sievarr/sample/web_channels.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sievarr::sample {

/// The day that the made-up catalogue was written.
inline constexpr Date catalogue_day{std::chrono::year{2026} / 1 / 31};

/// Draws one show, field by field.
class Draw {
 public:
  Draw(std::uint64_t seed, std::int64_t id) : seed_(seed), dice_(seed, id) { show_.id = id; }

  Show show() && {
    // Most shows are known to few, and those known to many were entered first.
    fame_ = dice_.between(0, 99);
    if (show_.id >= 30'000) fame_ = std::min(fame_, dice_.between(20, 99));
    market_ = dice_.pick(markets);
    kind_ = dice_.happens(market_.animation) ? animation : dice_.pick(kinds);
    show_.title = title(dice_, market_.language);
    show_.type = kind_.name;
    if (!dice_.happens(18)) show_.language = market_.language;
    draw_dates();
    draw_channel();
    draw_genres();
    draw_lengths();
    draw_ids();
    draw_votes();
    return std::move(show_);
  }

 private:
  void draw_dates() {
    auto const years = dice_.pick(premieres);
    year_ = dice_.between(years.first, years.last);
    if (dice_.happens(12)) {
      show_.status = "In Development";
      return;
    }
    auto const ended = ends();
    show_.status = ended ? "Ended" : dice_.happens(130) ? "To Be Determined" : "Running";
    if (dice_.happens(28)) return;
    auto const premiered = day_in(year_);
    show_.premiered = premiered;
    if (!ended || dice_.happens(95)) return;
    auto const years_on_air = dice_.pick(lifetimes);
    auto const days = std::chrono::days{365 * years_on_air + dice_.between(1, 300)};
    show_.ended = std::min(premiered + days, catalogue_day);
  }

  bool ends() {
    auto const age = std::min(2026 - year_, 10);
    auto const alive = kind_.still_running + (960 - kind_.still_running) * (10 - age) / 13;
    return !dice_.happens(alive);
  }

  Date day_in(int year) {
    auto const month = std::chrono::month{dice_.pick(months)};
    auto const day = dice_.happens(90) ? 1U : static_cast<unsigned>(dice_.between(1, 28));
    return Date{std::chrono::year{year} / month / std::chrono::day{day}};
  }

  void draw_channel() {
    auto const streamed = std::clamp((year_ - 2006) * 38, 0, 640);
    auto const roll = dice_.between(0, 999);
    if (roll < 12) return;
    auto const both = roll < 40 && year_ > 2008;
    auto const* network = both || !dice_.happens(streamed) ? choose(networks, false) : nullptr;
    auto const* web = both || !network ? choose(web_channels, true) : nullptr;
    for (auto const* channel : {web, network})
      if (channel && !channel->country.empty()) show_.country = channel->country;
    if (network) show_.network = network->name;
    if (web) show_.web_channel = web->name;
  }

  /// One of the channels of the country, or of the whole world.
  Channel const* choose(std::span<Channel const> channels, bool world) {
    auto const weight = [&](Channel const& channel) {
      if (is_same(channel.country, market_.country)) return channel.weight;
      return world && channel.country.empty() ? channel.weight / 4 : 0U;
    };
    std::uint32_t total = 0;
    for (auto const& channel : channels) total += weight(channel);
    if (total == 0) return nullptr;
    auto left = dice_.below(total);
    auto at = channels.begin();
    while (left >= weight(*at)) left -= weight(*at++);
    return &*at;
  }

  /// Asked three hundred times a show: for two letters no function is called.
  static bool is_same(std::string_view one, std::string_view other) {
    if (one.size() != 2 || other.size() != 2) return one == other;
    return one[0] == other[0] && one[1] == other[1];
  }

  void draw_genres() {
    if (dice_.happens(std::min(kind_.without_genre + (60 - fame_) * 2, 960))) return;
    std::array<bool, genre_shares.size()> chosen{};
    for (auto left = dice_.pick(genre_counts); left > 0; --left) choose_genre(chosen);
    auto const anime = kind_.name == animation.name && market_.country == "JP";
    for (std::size_t at = 0; at < chosen.size(); ++at)
      if (chosen[at] || (anime && genre_shares[at].genre == "Anime"))
        show_.genres.emplace_back(genre_shares[at].genre);
  }

  void choose_genre(std::array<bool, genre_shares.size()>& chosen) {
    std::uint32_t total = 0;
    for (auto const& share : genre_shares) total += share.*kind_.share;
    auto left = dice_.below(total);
    std::size_t at = 0;
    while (left >= genre_shares[at].*kind_.share) left -= genre_shares[at++].*kind_.share;
    chosen[at] = true;
  }

  void draw_lengths() {
    auto const minutes = dice_.pick(kind_.runtimes);
    if (!dice_.happens(show_.web_channel ? 560 : 110)) show_.runtime = minutes;
    if (dice_.happens(150)) return;
    auto const off = dice_.happens(450) ? dice_.between(-9, 6) : 0;
    show_.average_runtime = std::max(1, minutes + (show_.runtime ? off / 3 : off));
  }

  void draw_ids() {
    if (dice_.happens(1000 - (510 - fame_ * 5)))
      show_.tvdb_id =
          tvdb_of(dice_.happens(3) ? std::max<std::int64_t>(1, show_.id - 1) : show_.id);
    if (!dice_.happens(200 + fame_ * 8)) return;
    auto const digits = std::to_string(1'000'000 + show_.id * 83 + dice_.between(0, 82));
    show_.imdb_id = "tt" + digits;
  }

  /// Different for different shows, like the numbers of another catalogue.
  std::int64_t tvdb_of(std::int64_t id) const {
    return 70'000 + id * 5 + static_cast<std::int64_t>(Dice(seed_ + 1, id).below(5));
  }

  void draw_votes() {
    show_.weight = std::clamp(fame_ + dice_.between(-4, 4), 0, 100);
    // What happened to the show was entered once it had happened.
    auto const since =
        std::max(show_.ended.value_or(show_.premiered.value_or(first_update)), first_update);
    auto const day = since + std::chrono::days{dice_.between(
                                 0, static_cast<int>((catalogue_day - since).count()))};
    auto const seconds = std::chrono::seconds{day.time_since_epoch()} +
                         std::chrono::seconds{dice_.between(0, 86'399)};
    show_.updated = static_cast<std::int64_t>(seconds.count());
    if (!dice_.happens(40 + fame_ * fame_ / 11)) return;
    auto tenths = dice_.happens(50) ? dice_.between(10, 57) : 57;
    for (int const spread : {12, 12, 10}) tenths += dice_.between(0, spread);
    show_.rating = tenths / 10.0;
  }

  static constexpr Date first_update{std::chrono::year{2015} / 9 / 1};

  std::uint64_t seed_;
  Dice dice_;
  Show show_;
  Market market_;
  Kind kind_ = animation;
  int fame_ = 0;
  int year_ = 0;
};

/// The show of that id in the made-up catalogue of that seed.
inline Show show(std::uint64_t seed, std::int64_t id) { return Draw(seed, id).show(); }

}  // namespace sievarr::sample

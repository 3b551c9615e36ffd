#pragma once

#include <sievarr/sample/dice.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace sievarr::sample {

/// How much of each genre there is in a type of show, in the order in which genres are listed.
struct GenreShare {
  std::string_view genre;
  std::uint16_t scripted, animation, reality, documentary, talk, games, other;
};

inline constexpr std::array genre_shares{
    GenreShare{"Drama", 518, 20, 20, 14, 1, 0, 8},
    GenreShare{"Comedy", 260, 150, 24, 10, 60, 60, 60},
    GenreShare{"Adult", 4, 14, 2, 1, 0, 0, 1},
    GenreShare{"Action", 104, 150, 8, 2, 0, 2, 6},
    GenreShare{"Adventure", 52, 160, 24, 14, 2, 12, 1},
    GenreShare{"Anime", 0, 0, 0, 0, 0, 0, 0},
    GenreShare{"Children", 26, 150, 6, 4, 0, 10, 8},
    GenreShare{"Crime", 164, 10, 12, 76, 4, 0, 4},
    GenreShare{"DIY", 0, 0, 26, 4, 0, 0, 2},
    GenreShare{"Espionage", 16, 2, 0, 1, 0, 0, 0},
    GenreShare{"Family", 62, 50, 20, 10, 4, 14, 10},
    GenreShare{"Fantasy", 58, 160, 1, 0, 2, 2, 0},
    GenreShare{"Food", 3, 1, 80, 22, 6, 6, 8},
    GenreShare{"History", 44, 6, 5, 96, 4, 0, 4},
    GenreShare{"Horror", 34, 12, 2, 3, 0, 0, 0},
    GenreShare{"Legal", 18, 0, 8, 4, 4, 0, 0},
    GenreShare{"Medical", 24, 1, 10, 12, 2, 0, 0},
    GenreShare{"Music", 18, 14, 24, 22, 14, 14, 50},
    GenreShare{"Mystery", 88, 20, 4, 18, 0, 2, 0},
    GenreShare{"Nature", 1, 2, 10, 72, 2, 0, 2},
    GenreShare{"Romance", 170, 60, 40, 2, 0, 12, 0},
    GenreShare{"Science-Fiction", 64, 74, 1, 12, 2, 0, 0},
    GenreShare{"Sports", 12, 20, 18, 40, 26, 4, 60},
    GenreShare{"Supernatural", 38, 44, 10, 6, 0, 0, 0},
    GenreShare{"Thriller", 96, 8, 1, 6, 0, 0, 0},
    GenreShare{"Travel", 1, 1, 44, 46, 2, 4, 6},
    GenreShare{"War", 20, 4, 1, 26, 0, 0, 0},
    GenreShare{"Western", 8, 1, 0, 1, 0, 0, 0},
};

/// What a type of show is like.
struct Kind {
  std::string_view name;
  std::uint16_t GenreShare::*share;
  int without_genre;                    ///< Of a thousand.
  int still_running;                    ///< Of a thousand that began ten years ago.
  std::array<Chance<int>, 6> runtimes;  ///< In minutes.
};

inline constexpr std::array kinds{
    Chance<Kind>{430,
                 {"Scripted",
                  &GenreShare::scripted,
                  50,
                  60,
                  {{{380, 60}, {180, 30}, {120, 45}, {60, 25}, {40, 90}, {60, 10}}}}},
    Chance<Kind>{30,
                 {"Animation",
                  &GenreShare::animation,
                  80,
                  190,
                  {{{390, 30}, {210, 15}, {160, 25}, {90, 10}, {70, 5}, {60, 20}}}}},
    Chance<Kind>{185,
                 {"Reality",
                  &GenreShare::reality,
                  420,
                  200,
                  {{{430, 60}, {290, 30}, {60, 45}, {50, 90}, {30, 120}, {30, 15}}}}},
    Chance<Kind>{195,
                 {"Documentary",
                  &GenreShare::documentary,
                  330,
                  90,
                  {{{430, 60}, {150, 30}, {130, 45}, {60, 50}, {60, 90}, {40, 20}}}}},
    Chance<Kind>{52,
                 {"Talk Show",
                  &GenreShare::talk,
                  560,
                  300,
                  {{{340, 60}, {300, 30}, {60, 45}, {70, 120}, {40, 90}, {30, 180}}}}},
    Chance<Kind>{40,
                 {"Game Show",
                  &GenreShare::games,
                  560,
                  200,
                  {{{420, 30}, {300, 60}, {70, 45}, {60, 90}, {30, 20}, {20, 120}}}}},
    Chance<Kind>{24,
                 {"Variety",
                  &GenreShare::other,
                  280,
                  160,
                  {{{330, 60}, {300, 30}, {60, 90}, {50, 120}, {40, 15}, {40, 45}}}}},
    Chance<Kind>{14,
                 {"News",
                  &GenreShare::other,
                  930,
                  500,
                  {{{360, 60}, {320, 30}, {120, 120}, {40, 180}, {40, 15}, {20, 240}}}}},
    Chance<Kind>{13,
                 {"Sports",
                  &GenreShare::other,
                  780,
                  400,
                  {{{260, 60}, {230, 120}, {180, 180}, {120, 30}, {90, 90}, {60, 210}}}}},
    Chance<Kind>{8,
                 {"Panel Show",
                  &GenreShare::talk,
                  200,
                  160,
                  {{{560, 30}, {230, 60}, {90, 45}, {30, 40}, {30, 25}, {20, 90}}}}},
    Chance<Kind>{6,
                 {"Award Show",
                  &GenreShare::other,
                  660,
                  700,
                  {{{310, 180}, {270, 120}, {120, 90}, {80, 240}, {60, 60}, {50, 150}}}}},
};

inline constexpr Kind const& animation = kinds[1].value;

/// How many genres a show has that has any.
inline constexpr std::array genre_counts{Chance<int>{330, 1}, Chance<int>{300, 2},
                                         Chance<int>{355, 3}, Chance<int>{15, 4}};

/// A stretch of years in which shows began.
struct Years {
  int first;
  int last;
};

inline constexpr std::array premieres{
    Chance<Years>{7, {1936, 1959}},   Chance<Years>{12, {1960, 1969}},
    Chance<Years>{18, {1970, 1979}},  Chance<Years>{28, {1980, 1989}},
    Chance<Years>{56, {1990, 1999}},  Chance<Years>{58, {2000, 2004}},
    Chance<Years>{98, {2005, 2009}},  Chance<Years>{185, {2010, 2014}},
    Chance<Years>{265, {2015, 2019}}, Chance<Years>{240, {2020, 2024}},
    Chance<Years>{33, {2025, 2025}},
};

/// Months in which shows begin, and how many years they last once they are over.
inline constexpr std::array months{
    Chance<unsigned>{130, 1},  Chance<unsigned>{78, 2},  Chance<unsigned>{82, 3},
    Chance<unsigned>{94, 4},   Chance<unsigned>{74, 5},  Chance<unsigned>{76, 6},
    Chance<unsigned>{76, 7},   Chance<unsigned>{72, 8},  Chance<unsigned>{116, 9},
    Chance<unsigned>{108, 10}, Chance<unsigned>{80, 11}, Chance<unsigned>{50, 12}};

inline constexpr std::array lifetimes{Chance<int>{400, 0}, Chance<int>{225, 1}, Chance<int>{110, 2},
                                      Chance<int>{70, 3},  Chance<int>{55, 4},  Chance<int>{48, 5},
                                      Chance<int>{36, 6},  Chance<int>{24, 8},  Chance<int>{16, 10},
                                      Chance<int>{10, 14}, Chance<int>{6, 22}};

}  // namespace sievarr::sample

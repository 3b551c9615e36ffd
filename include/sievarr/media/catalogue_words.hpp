#pragma once

#include <array>
#include <string_view>

/// The words that TVMaze lets its editors choose from, where there are only so many.
namespace sievarr::media {

inline constexpr std::array<std::string_view, 28> show_genres{
    "Action", "Adult",           "Adventure",    "Anime",    "Children", "Comedy", "Crime",
    "DIY",    "Drama",           "Espionage",    "Family",   "Fantasy",  "Food",   "History",
    "Horror", "Legal",           "Medical",      "Music",    "Mystery",  "Nature", "Romance",
    "Sports", "Science-Fiction", "Supernatural", "Thriller", "Travel",   "War",    "Western"};

inline constexpr std::array<std::string_view, 11> show_types{
    "Scripted", "Animation", "Reality",    "Documentary", "Talk Show", "Game Show",
    "News",     "Sports",    "Panel Show", "Variety",     "Award Show"};

inline constexpr std::array<std::string_view, 4> show_statuses{"Running", "Ended", "In Development",
                                                               "To Be Determined"};

}  // namespace sievarr::media

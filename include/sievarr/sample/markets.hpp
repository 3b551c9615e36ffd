#pragma once

#include <sievarr/sample/dice.hpp>

#include <array>
#include <string_view>

namespace sievarr::sample {

/// A language as it is spoken on the screens of a country.
struct Market {
  std::string_view language;
  std::string_view country;
  int animation = 90;  ///< How many of a thousand shows are drawn.
};

/// Shares of a whole catalogue: wider than the shows that most people know.
inline constexpr std::array markets{
    Chance<Market>{330, {"English", "US", 80}},  Chance<Market>{92, {"English", "GB", 40}},
    Chance<Market>{27, {"English", "CA", 110}},  Chance<Market>{24, {"English", "AU", 50}},
    Chance<Market>{8, {"English", "NZ", 30}},    Chance<Market>{6, {"English", "IE", 40}},
    Chance<Market>{72, {"Chinese", "CN", 200}},  Chance<Market>{10, {"Chinese", "TW", 30}},
    Chance<Market>{7, {"Chinese", "HK", 20}},    Chance<Market>{64, {"Japanese", "JP", 480}},
    Chance<Market>{46, {"Korean", "KR", 60}},    Chance<Market>{36, {"Russian", "RU", 60}},
    Chance<Market>{34, {"German", "DE", 40}},    Chance<Market>{4, {"German", "AT", 10}},
    Chance<Market>{3, {"German", "CH", 10}},     Chance<Market>{30, {"French", "FR", 130}},
    Chance<Market>{9, {"French", "CA", 60}},     Chance<Market>{3, {"French", "BE", 40}},
    Chance<Market>{20, {"Spanish", "ES", 40}},   Chance<Market>{13, {"Spanish", "MX", 20}},
    Chance<Market>{7, {"Spanish", "AR", 20}},    Chance<Market>{6, {"Spanish", "CO", 10}},
    Chance<Market>{9, {"Spanish", "US", 10}},    Chance<Market>{18, {"Portuguese", "BR", 40}},
    Chance<Market>{5, {"Portuguese", "PT", 20}}, Chance<Market>{16, {"Italian", "IT", 50}},
    Chance<Market>{20, {"Dutch", "NL", 20}},     Chance<Market>{9, {"Dutch", "BE", 30}},
    Chance<Market>{16, {"Swedish", "SE", 20}},   Chance<Market>{17, {"Norwegian", "NO", 20}},
    Chance<Market>{11, {"Danish", "DK", 20}},    Chance<Market>{8, {"Finnish", "FI", 20}},
    Chance<Market>{17, {"Turkish", "TR", 10}},   Chance<Market>{16, {"Thai", "TH", 10}},
    Chance<Market>{14, {"Hindi", "IN", 40}},     Chance<Market>{3, {"Tamil", "IN", 10}},
    Chance<Market>{3, {"Telugu", "IN", 10}},     Chance<Market>{12, {"Polish", "PL", 20}},
    Chance<Market>{7, {"Czech", "CZ", 20}},      Chance<Market>{4, {"Hungarian", "HU", 20}},
    Chance<Market>{6, {"Greek", "GR", 10}},      Chance<Market>{5, {"Hebrew", "IL", 10}},
    Chance<Market>{6, {"Ukrainian", "UA", 40}},  Chance<Market>{9, {"Tagalog", "PH", 10}},
    Chance<Market>{8, {"Arabic", "EG", 10}},     Chance<Market>{4, {"Arabic", "SA", 10}},
    Chance<Market>{4, {"Vietnamese", "VN", 10}}, Chance<Market>{3, {"Indonesian", "ID", 10}},
    Chance<Market>{3, {"Romanian", "RO", 10}},
};

/// What the catalogue says about a country beside its code.
struct Country {
  std::string_view code;
  std::string_view name;
  std::string_view zone;
};

inline constexpr std::array countries{
    Country{"US", "United States", "America/New_York"},
    Country{"GB", "United Kingdom", "Europe/London"},
    Country{"CA", "Canada", "America/Halifax"},
    Country{"AU", "Australia", "Australia/Sydney"},
    Country{"NZ", "New Zealand", "Pacific/Auckland"},
    Country{"IE", "Ireland", "Europe/Dublin"},
    Country{"CN", "China", "Asia/Shanghai"},
    Country{"TW", "Taiwan, Province of China", "Asia/Taipei"},
    Country{"HK", "Hong Kong", "Asia/Hong_Kong"},
    Country{"JP", "Japan", "Asia/Tokyo"},
    Country{"KR", "Korea, Republic of", "Asia/Seoul"},
    Country{"RU", "Russian Federation", "Asia/Kamchatka"},
    Country{"DE", "Germany", "Europe/Busingen"},
    Country{"AT", "Austria", "Europe/Vienna"},
    Country{"CH", "Switzerland", "Europe/Zurich"},
    Country{"FR", "France", "Europe/Paris"},
    Country{"BE", "Belgium", "Europe/Brussels"},
    Country{"ES", "Spain", "Europe/Madrid"},
    Country{"MX", "Mexico", "America/Monterrey"},
    Country{"AR", "Argentina", "America/Argentina/Buenos_Aires"},
    Country{"CO", "Colombia", "America/Bogota"},
    Country{"BR", "Brazil", "America/Noronha"},
    Country{"PT", "Portugal", "Europe/Lisbon"},
    Country{"IT", "Italy", "Europe/Rome"},
    Country{"NL", "Netherlands", "Europe/Amsterdam"},
    Country{"SE", "Sweden", "Europe/Stockholm"},
    Country{"NO", "Norway", "Europe/Oslo"},
    Country{"DK", "Denmark", "Europe/Copenhagen"},
    Country{"FI", "Finland", "Europe/Helsinki"},
    Country{"TR", "Türkiye", "Europe/Istanbul"},
    Country{"TH", "Thailand", "Asia/Bangkok"},
    Country{"IN", "India", "Asia/Kolkata"},
    Country{"PL", "Poland", "Europe/Warsaw"},
    Country{"CZ", "Czech Republic", "Europe/Prague"},
    Country{"HU", "Hungary", "Europe/Budapest"},
    Country{"GR", "Greece", "Europe/Athens"},
    Country{"IL", "Israel", "Asia/Jerusalem"},
    Country{"UA", "Ukraine", "Europe/Zaporozhye"},
    Country{"PH", "Philippines", "Asia/Manila"},
    Country{"EG", "Egypt", "Africa/Cairo"},
    Country{"SA", "Saudi Arabia", "Asia/Riyadh"},
    Country{"VN", "Viet Nam", "Asia/Ho_Chi_Minh"},
    Country{"ID", "Indonesia", "Asia/Jakarta"},
    Country{"RO", "Romania", "Europe/Bucharest"},
};

}  // namespace sievarr::sample

#pragma once

#include <array>
#include <string_view>

/// What English titles are made of. None of them is meant to be the title of a real show.
namespace sievarr::sample::english {

inline constexpr auto nouns = std::to_array<std::string_view>(
    {"Harbour",     "River",      "Winter",     "Garden",     "Kingdom",    "Circle",
     "Signal",      "Shadow",     "Bridge",     "Crown",      "Mirror",     "Station",
     "Orchard",     "Storm",      "Letter",     "Engine",     "Compass",    "Market",
     "Hunter",      "Island",     "Witness",    "Border",     "Tower",      "Castaway",
     "Promise",     "Stranger",   "Lantern",    "Archive",    "Fever",      "Horizon",
     "Ledger",      "Needle",     "Paradox",    "Meadow",     "Raven",      "Saddle",
     "Tribunal",    "Umbrella",   "Verdict",    "Whistle",    "Anchor",     "Bakery",
     "Castle",      "Detour",     "Shipyard",   "Falcon",     "Glacier",    "Hollow",
     "Furnace",     "Jury",       "Kitchen",    "Lighthouse", "Meridian",   "Nebula",
     "Oath",        "Parade",     "Quartet",    "Rescue",     "Silence",    "Tempest",
     "Union",       "Vault",      "Widow",      "Academy",    "Ballad",     "Caravan",
     "Diary",       "Empire",     "Fortune",    "Gallery",    "Hospital",   "Inheritance",
     "Junction",    "Keeper",     "Labyrinth",  "Mansion",    "Nomad",      "Oracle",
     "Pilgrim",     "Riddle",     "Summit",     "Thunder",    "Village",    "Wanderer",
     "Alibi",       "Blizzard",   "Cathedral",  "Dragon",     "Eclipse",    "Ferry",
     "Ghost",       "Heist",      "Inspector",  "Jester",     "Knight",     "Legacy",
     "Monsoon",     "Neighbour",  "Outpost",    "Phantom",    "Rebel",      "Siren",
     "Tailor",      "Voyage",     "Badger",     "Apprentice", "Barrister",  "Captain",
     "Detective",   "Exile",      "Farmer",     "Gambler",    "Healer",     "Innkeeper",
     "Journalist",  "Locksmith",  "Magician",   "Nurse",      "Orphan",     "Pilot",
     "Ranger",      "Surgeon",    "Burglar",    "Vicar",      "Sentinel",   "Architect",
     "Boxer",       "Clockmaker", "Dancer",     "Avalanche",  "Beacon",     "Courtyard",
     "Dynasty",     "Elevator",   "Forest",     "Galaxy",     "Hurricane",  "Illusion",
     "Jungle",      "Karma",      "Lagoon",     "Mountain",   "Notebook",   "Ocean",
     "Passenger",   "Question",   "Reunion",    "Suitcase",   "Telegram",   "Uniform",
     "Volcano",     "Waterfall",  "Zodiac",     "Attic",      "Butterfly",  "Carnival",
     "Dilemma",     "Ember",      "Fortress",   "Greenhouse", "Heiress",    "Iceberg",
     "Jackpot",     "Kingpin",    "Librarian",  "Mermaid",    "Nightfall",  "Opera",
     "Puzzle",      "Railway",    "Scandal",    "Treasure",   "Undertaker", "Vineyard",
     "Wedding",     "Aquarium",   "Bachelor",   "Chef",       "Doctor",     "Emperor",
     "Firefighter", "Guardian",   "Hotel",      "Impostor",   "Judge",      "Lifeguard",
     "Mayor",       "Novelist",   "Officer",    "Princess",   "Queen",      "Rival",
     "Samurai",     "Teacher",    "Uncle",      "Visitor",    "Warrior",    "Airport",
     "Boulevard",   "Cottage",    "Diner",      "Expedition", "Festival",   "Garage",
     "Highway",     "Institute",  "Laboratory", "Museum",     "Newsroom",   "Observatory",
     "Palace",      "Quarantine", "Restaurant", "Sanctuary",  "Theatre",    "Underground",
     "Warehouse",   "Arrow",      "Bargain",    "Canvas",     "Diamond",    "Envelope",
     "Feather",     "Gamble",     "Hammer",     "Instinct",   "Jewel",      "Kite",
     "Ladder",      "Melody",     "Nightmare",  "Omen",       "Poison",     "Ribbon",
     "Secret",      "Temple",     "Virtue",     "Whisper",    "Almanac",    "Bonfire",
     "Chapel",      "Daydream",   "Effigy",     "Fable",      "Gospel",     "Hymn",
     "Isle",        "Jubilee",    "Keepsake",   "Lullaby",    "Mosaic",     "Nocturne",
     "Overture",    "Prophet"});

inline constexpr auto adjectives = std::to_array<std::string_view>(
    {"Silent",     "Broken",     "Golden",    "Hidden",      "Last",      "Wild",      "Crimson",
     "Distant",    "Electric",   "Frozen",    "Gentle",      "Humble",    "Idle",      "Jagged",
     "Lost",       "Midnight",   "Narrow",    "Open",        "Perfect",   "Quiet",     "Restless",
     "Secret",     "Tender",     "Unlikely",  "Velvet",      "Wicked",    "Young",     "Ancient",
     "Bitter",     "Careless",   "Deep",      "Endless",     "Fearless",  "Grand",     "Honest",
     "Invisible",  "Little",     "Merry",     "Northern",    "Ordinary",  "Paper",     "Ruthless",
     "Second",     "Stubborn",   "Tangled",   "Upside-Down", "Vanishing", "Western",   "Accidental",
     "Brave",      "Concrete",   "Dangerous", "Emerald",     "False",     "Glass",     "Haunted",
     "Impossible", "Lucky",      "Modern",    "Nameless",    "Painted",   "Reluctant", "Scarlet",
     "Twisted",    "Untold",     "Weathered", "Amber",       "Borrowed",  "Celestial", "Dusty",
     "Eastern",    "Forgotten",  "Glorious",  "Hungry",      "Innocent",  "Joyful",    "Keen",
     "Loyal",      "Marvellous", "Naked",     "Obscure",     "Patient",   "Radiant",   "Savage",
     "Thirteenth", "Unbroken",   "Violent",   "Wandering",   "Absent",    "Burning",   "Clever",
     "Divided",    "Elusive",    "Final",     "Graceful",    "Hostile",   "Infinite",  "Jealous",
     "Lonely",     "Magnetic",   "Noble",     "Opposite",    "Peculiar",  "Rising",    "Solitary",
     "Timeless",   "Uncommon",   "Vintage",   "Wounded",     "Awkward",   "Blue",      "Crooked",
     "Desperate",  "Enchanted",  "Fragile",   "Guilty",      "Heavenly",  "Imperial",  "Late",
     "Moonlit",    "Nervous",    "Polite",    "Royal",       "Sleepless", "Tiny",      "Unspoken",
     "Vivid",      "Wayward"});

inline constexpr auto people = std::to_array<std::string_view>(
    {"Ada",       "Benedict",   "Clara",       "Dexter",    "Eleanor",   "Felix",     "Greta",
     "Hugo",      "Iris",       "Jasper",      "Kit",       "Lottie",    "Magnus",    "Nora",
     "Otis",      "Penelope",   "Quentin",     "Rosa",      "Silas",     "Tabitha",   "Ursula",
     "Vincent",   "Wanda",      "Xavier",      "Yvonne",    "Zachary",   "Amelia",    "Bruno",
     "Cordelia",  "Duncan",     "Esther",      "Florian",   "Gwen",      "Harriet",   "Ingrid",
     "Joaquin",   "Katya",      "Leopold",     "Mabel",     "Nadia",     "Oscar",     "Priya",
     "Ramona",    "Stellan",    "Thea",        "Umberto",   "Vera",      "Wilfred",   "Zelda",
     "Marlow",    "Ashdown",    "Bellweather", "Crane",     "Delacroix", "Everhart",  "Fairbanks",
     "Goodwin",   "Hargreaves", "Kincaid",     "Lockwood",  "Montague",  "Pemberton", "Ravensworth",
     "Sinclair",  "Thackeray",  "Wexford",     "Yarrow",    "Abernathy", "Blackwood", "Carmichael",
     "Dunleavy",  "Ellsworth",  "Ferreira",    "Gallagher", "Holloway",  "Ibsen",     "Jankowski",
     "Kowalski",  "Lindqvist",  "Moreau",      "Nakamura",  "Okafor",    "Petrov",    "Quigley",
     "Rasmussen", "Santiago",   "Tanaka",      "Underwood", "Vasquez",   "Whitlock",  "Zimmerman"});

inline constexpr auto places = std::to_array<std::string_view>(
    {"Ashford",      "Birchwood",     "Cedar Falls",   "Dunmore",      "Eastport",
     "Fairhaven",    "Greystone",     "Hollowbrook",   "Ironbridge",   "Juniper Bay",
     "Kingsley",     "Larkspur",      "Millbrook",     "Northgate",    "Oakhurst",
     "Pinewood",     "Queensbury",    "Riverton",      "Saltmarsh",    "Thornhill",
     "Underhill",    "Vermilion Bay", "Westbrook",     "Yellow Creek", "Brooklyn",
     "Manchester",   "Dublin",        "Montreal",      "Melbourne",    "Chicago",
     "Paris",        "Glasgow",       "Auckland",      "Naples",       "Lisbon",
     "Tokyo",        "Alder Point",   "Blackwater",    "Coral Reef",   "Dover Street",
     "Elm Hollow",   "Foxglove Lane", "Gull Rock",     "Hawthorn",     "Inverness",
     "Jasper Ridge", "Knightsbridge", "Lakeside",      "Maple Grove",  "New Harmony",
     "Orchard Road", "Port Ellen",    "Quartz Canyon", "Rosewood",     "Sandy Cove",
     "Tidewater",    "Valparaíso",    "Whitby",        "York",         "Zürich",
     "Málaga",       "Reykjavík",     "Boston",        "Nashville",    "Seattle",
     "Bristol",      "Cork",          "Perth",         "Havana",       "Shanghai",
     "Mumbai",       "Berlin",        "Oslo",          "Vienna"});

inline constexpr auto doings = std::to_array<std::string_view>(
    {"Chasing",     "Finding",   "Saving",          "Building",     "Raising",  "Hunting",
     "Leaving",     "Surviving", "Loving",          "Breaking",     "Inside",   "Beyond",
     "Escape to",   "Return to", "Meet the",        "Cooking with", "Dating",   "Fixing",
     "Living with", "Racing",    "Keeping Up with", "Waiting for",  "Losing",   "Remembering",
     "Forgetting",  "Being",     "Becoming",        "Trusting",     "Tracking", "Rescuing",
     "Painting",    "Sailing to"});

inline constexpr auto themes = std::to_array<std::string_view>(
    {"Murders",      "Chronicles",   "Diaries",   "Files",    "Stories",     "Rescue",
     "Kitchen",      "Makeover",     "Live",      "Tonight",  "Road Trip",   "Challenge",
     "Investigates", "Confidential", "Wars",      "Academy",  "Hour",        "Secrets",
     "Crime Squad",  "Brides",       "Builders",  "Auction",  "Nights",      "Report",
     "Special",      "Bake-Off",     "Uncovered", "Express",  "Rivals",      "Emergency",
     "Weekly",       "Legends",      "Patrol",    "Homes",    "Dating Show", "Masters",
     "Survivors",    "Debate",       "Quiz",      "Revisited"});

}  // namespace sievarr::sample::english

#include "os/zoneinfo.hpp"
#include "../../core/schedule/tzif_bytes.hpp"
#include "../support/folder.hpp"
#include "os/write_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::os {
namespace zoneinfo {

using namespace std::chrono_literals;
using schedule::ZoneName;

/// Whether the system has zones; without tzdata there is nothing to read.
bool has_zones() {
  if (read_zone(*ZoneName::read("Europe/Oslo"))) return true;
  MESSAGE("tzdata is not installed: the system's zones are not tested");
  return false;
}

Outcome<schedule::Zone> zone_of(std::string_view name, std::string_view folder = zoneinfo_folder) {
  return read_zone(*ZoneName::read(name), folder);
}

struct Fact {
  std::string_view zone;
  std::string_view moment;  ///< The first one with this offset.
  std::chrono::minutes before;
  std::chrono::minutes offset;
  std::string_view name;
};

/// As published for these zones, each with a trait of its own.
std::vector<Fact> const facts{
    {"Europe/Oslo", "2026-03-29T01:00:00Z", 60min, 120min, "CEST"},
    {"Europe/Oslo", "2026-10-25T01:00:00Z", 120min, 60min, "CET"},
    {"Europe/Oslo", "2099-03-29T01:00:00Z", 60min, 120min, "CEST"},
    {"America/New_York", "2026-03-08T07:00:00Z", -300min, -240min, "EDT"},
    {"America/New_York", "2026-11-01T06:00:00Z", -240min, -300min, "EST"},
    // By half an hour.
    {"Australia/Lord_Howe", "2026-04-04T15:00:00Z", 660min, 630min, "+1030"},
    {"Australia/Lord_Howe", "2026-10-03T15:30:00Z", 630min, 660min, "+11"},
    // No longer.
    {"America/Sao_Paulo", "2018-11-04T03:00:00Z", -180min, -120min, "-02"},
    {"America/Sao_Paulo", "2019-02-17T02:00:00Z", -120min, -180min, "-03"},
    {"Asia/Tehran", "2022-09-21T19:30:00Z", 270min, 210min, "+0330"},
    // But for Ramadan.
    {"Africa/Casablanca", "2026-02-15T02:00:00Z", 60min, 0min, "+00"},
    {"Africa/Casablanca", "2026-03-22T02:00:00Z", 0min, 60min, "+01"},
    // A day that never was.
    {"Pacific/Apia", "2011-12-30T10:00:00Z", -600min, 840min, "+14"},
};

TEST_CASE("the system's zones set their clocks at the moments that are published") {
  if (!has_zones()) return;
  for (auto const& fact : facts) {
    CAPTURE(fact.zone);
    CAPTURE(fact.moment);
    auto const zone = zone_of(fact.zone);
    REQUIRE(zone);
    auto const moment = std::chrono::floor<std::chrono::seconds>(*to_instant(fact.moment));
    CHECK(zone->period_at(moment - 1s).clock.offset == fact.before);
    CHECK(zone->period_at(moment).clock.offset == fact.offset);
    CHECK(zone->period_at(moment).clock.name == fact.name);
    CHECK(zone->period_at(moment).begin == moment);
  }
  auto const sao_paulo = zone_of("America/Sao_Paulo");
  CHECK(sao_paulo->offset_at(*to_instant("2098-01-01T00:00:00Z")) == -3h);
}

/// The offset that the C library finds by its own reading of the same file.
std::chrono::seconds offset_by_libc(std::chrono::sys_seconds moment) {
  auto const count = static_cast<std::time_t>(moment.time_since_epoch().count());
  std::tm parts{};
  ::localtime_r(&count, &parts);
  return std::chrono::seconds{parts.tm_gmtoff};
}

TEST_CASE("every zone of the system is read as the C library reads it") {
  if (!has_zones()) return;
  auto const names = zone_names();
  CHECK(names.size() > 300);
  char const* const before = std::getenv("TZ");
  std::string const kept = before == nullptr ? "" : before;
  for (auto const& name : names) {
    auto const zone = zone_of(name);
    if (!zone) {
      FAIL_CHECK(name, ": ", zone.error().text);
      continue;
    }
    ::setenv("TZ", name.c_str(), 1);
    ::tzset();
    int differences = 0;
    for (std::chrono::sys_seconds at = Date{std::chrono::year{1971} / 1 / 1};
         at < Date{std::chrono::year{2045} / 1 / 1}; at += 83h + 1777s)
      differences += zone->offset_at(at) != offset_by_libc(at);
    CHECK_MESSAGE(differences == 0, name);
  }
  before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", kept.c_str(), 1);
  ::tzset();
}

TEST_CASE("UTC and rules are known without files") {
  test::Folder const empty;
  CHECK(zone_of("UTC", empty.path()));
  CHECK(zone_of("CET-1CEST,M3.5.0,M10.5.0/3", empty.path()));
  auto const oslo = zone_of("Europe/Oslo", empty.path());
  REQUIRE_FALSE(oslo);
  CHECK(oslo.error().kind == Failure::Kind::missing);
  CHECK(oslo.error().hint.starts_with("install tzdata"));
}

TEST_CASE("a zone that is not there is told which one is near") {
  test::Folder const folder;
  REQUIRE(::mkdir(folder.file("Europe").c_str(), 0700) == 0);
  REQUIRE(write_file(folder.file("Europe/Oslo"), schedule::tzif::bytes_of(schedule::tzif::oslo())));
  REQUIRE(write_file(folder.file("zone1970.tab"), "no zone"));

  CHECK(zone_of("Europe/Oslo", folder.path()));
  CHECK(zone_of("Europe/Olso", folder.path()).error().hint == "did you mean Europe/Oslo?");
  CHECK(zone_of("Europe", folder.path()).error().kind == Failure::Kind::missing);
  CHECK(zone_names(folder.path()) == std::vector<std::string>{"Europe/Oslo"});
}

TEST_CASE("a file that is no zone, or too large to be one, is refused with its path") {
  test::Folder const folder;
  REQUIRE(write_file(folder.file("Broken"), "TZif"));
  REQUIRE(write_file(folder.file("Large"), std::string(65 * 1024, 'x')));
  REQUIRE(::symlink("/dev/zero", folder.file("Endless").c_str()) == 0);

  auto const broken = zone_of("Broken", folder.path());
  REQUIRE_FALSE(broken);
  CHECK(broken.error().kind == Failure::Kind::malformed);
  CHECK(broken.error().text.ends_with("tells no time zone: it is no compiled zone"));
  CHECK(zone_of("Large", folder.path()).error().kind == Failure::Kind::too_large);
  CHECK(zone_of("Endless", folder.path()).error().kind == Failure::Kind::missing);
}

}  // namespace zoneinfo
}  // namespace sievarr::os

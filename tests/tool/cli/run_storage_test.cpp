#include "../support/small_disk.hpp"
#include "ran.hpp"
#include "service.hpp"
#include "store/open.hpp"

#include <sievarr/base/sha256.hpp>

namespace sievarr::test {
namespace {

std::string hash_of(std::string const& path) { return sha256_hex(contents(path)); }

/// A daemon that has lived once, and what it is told when it begins again.
class Again {
 public:
  explicit Again(std::string folder = {}) {
    if (!folder.empty()) service_.store_in(std::move(folder));
    storage_ = service_.storage();
    service_.start();
    REQUIRE(service_.says("a cycle has ended"));
    stop();
  }

  void stop() {
    service_.signal(SIGTERM);
    CHECK(service_.wait() == 0);
  }
  Ran ran() { return run({"run", "--config", service_.file("config.yaml")}); }
  std::string database() const { return storage_ + "/shows.db"; }
  Service& service() { return service_; }

  /// Sees that it ends with 3, says this and what to do, and leaves the database as it is.
  void refuses(std::string_view words) {
    auto const before = hash_of(database());
    auto const after = ran();
    CAPTURE(after.error);
    CHECK(after.exit == os::Exit::storage);
    CHECK(after.error.find(words) != std::string::npos);
    CHECK(after.error.find("\n  ") != std::string::npos);
    CHECK(hash_of(database()) == before);
  }

 private:
  Service service_;
  std::string storage_;
};

TEST_CASE("a daemon refuses what is no database, and leaves it as it is") {
  Again again;
  REQUIRE(os::write_file(again.database(), std::string(8192, 'x')));
  again.refuses("shows.db");
}

TEST_CASE("a daemon refuses a damaged database, and leaves it as it is") {
  Again again;
  auto text = contents(again.database());
  REQUIRE(text.size() > 5 * 4096);
  text.replace(4096 * 2, 4096, std::string(4096, '\x55'));
  REQUIRE(os::write_file(again.database(), text));
  again.refuses("the database is damaged");
}

TEST_CASE("a daemon refuses a database that was cut off, and leaves it as it is") {
  Again again;
  auto const text = contents(again.database());
  REQUIRE(os::write_file(again.database(), text.substr(0, text.size() / 2)));
  again.refuses("the database is damaged");
}

TEST_CASE("a daemon refuses the database of a newer program, and leaves it as it is") {
  Again again;
  {
    auto database = store::open_store(again.database());
    REQUIRE(database);
    REQUIRE(database->run("PRAGMA user_version = 999"));
    REQUIRE(database->run("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  again.refuses("newer");
}

TEST_CASE("a second daemon changes nothing of the first one's storage") {
  Again again;
  again.service().start();
  REQUIRE(again.service().says("sievarr runs"));
  auto const before = contents(again.service().storage() + "/lock");
  auto const second = again.ran();
  CHECK(second.exit == os::Exit::findings);
  CHECK(second.error.find("is held by \"sievarr run, process ") != std::string::npos);
  CHECK(contents(again.service().storage() + "/lock") == before);
  CHECK(again.service().healthy());
  again.stop();
}

TEST_CASE("a daemon on a full disk says so and ends, and on the emptied one it goes on") {
  SmallDisk disk("8m");
  if (!disk.there()) return;
  Again again(disk.path() + "/data");
  disk.fill();
  again.refuses("the disk is full");
  disk.make_room();
  again.service().start();
  CHECK(again.service().says("sievarr runs"));
  again.stop();
}

TEST_CASE(
    "a disk that fills up in the middle of a cycle is told of, and it goes on with more room") {
  SmallDisk disk("700k");
  if (!disk.there()) return;
  Service service(3000);
  service.store_in(disk.path() + "/data");
  service.start();
  REQUIRE(service.says("the disk is full"));
  CHECK(service.says("free some space; nothing is lost, it goes on where it stopped"));
  CHECK(service.healthy());
  CHECK(service.get("/ready").find("\"database\":false") != std::string::npos);
  REQUIRE(disk.resize("32m"));
  REQUIRE(Service::within([&] {
    service.post("/trigger");
    return service.get("/ready").find("\"database\":true") != std::string::npos;
  }));
  REQUIRE(Service::within([&] {
    return service.get("/metrics").find("\ntvmaze_sync_initial_complete 1\n") != std::string::npos;
  }));
  service.signal(SIGTERM);
  CHECK(service.wait() == 0);
}

TEST_CASE("a daemon on a read-only disk says so and ends, and leaves all as it is") {
  SmallDisk disk("8m");
  if (!disk.there()) return;
  Again again(disk.path() + "/data");
  REQUIRE(disk.make_read_only());
  again.refuses("Read-only file system");
}

}  // namespace
}  // namespace sievarr::test

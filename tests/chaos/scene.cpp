#include "scene.hpp"

#include "http/server.hpp"
#include "os/write_file.hpp"
#include "store/catalogue.hpp"
#include "store/open.hpp"
#include "store/state_file.hpp"
#include "store/tables/add_journal.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/reflect/spelling.hpp>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <utility>

namespace sievarr::chaos {
namespace {

constexpr std::int64_t everything = 1'000'000;

sim::Sim started(os::Clock& clock, std::size_t shows, std::size_t sonarrs) {
  auto sim = sim::Sim::start({.world = {.seed = 3, .shows = shows},
                              .tvmaze = {.limit = std::nullopt},
                              .sonarrs = std::vector<sim::Options::Instance>(sonarrs)},
                             clock);
  REQUIRE(sim);
  return *std::move(sim);
}

std::string free_port() {
  auto const server =
      http::Server::start({}, [](http::Call const&) { return wire::Response{.status = 200}; });
  REQUIRE(server);
  return to_text(server->port());
}

Passages* shared(std::string const& path) {
  auto const file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(file >= 0);
  REQUIRE(::ftruncate(file, sizeof(Passages)) == 0);
  auto* const memory =
      ::mmap(nullptr, sizeof(Passages), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  ::close(file);
  REQUIRE(memory != MAP_FAILED);
  return new (memory) Passages;
}

/// The first one is quick, the others take their time.
std::string name_of(std::size_t sonarr) { return sonarr == 0 ? "main" : "slow"; }

std::vector<store::Entry> journal_of(store::Database& database) {
  auto entries = store::AddJournalTable(database).latest(everything);
  REQUIRE(entries);
  return *std::move(entries);
}

store::Database opened(std::string const& path) {
  auto database = store::open_store(path);
  REQUIRE_MESSAGE(database, (database ? "" : database.error().text));
  return *std::move(database);
}

}  // namespace

std::size_t AddResult::count(adding::Status status) const {
  return static_cast<std::size_t>(std::count_if(shows.begin(), shows.end(), [&](auto const& show) {
    return std::get<0>(show.second) == status;
  }));
}

Scene::Scene(std::string const& rules, std::size_t shows, std::size_t sonarrs)
    : sim_(started(clock_, shows, sonarrs)),
      passages_(shared(folder_.file("passages"))),
      port_(free_port()) {
  write(rules);
  for (std::size_t number = 1; number < sonarrs; ++number)
    sim_.sonarr(number).faults().inject({.harm = sim::Late{std::chrono::milliseconds{5}},
                                         .kind = sim::Kind::add,
                                         .times = sim::Fault::for_ever});
}

Scene::~Scene() { ::munmap(passages_, sizeof(Passages)); }

void Scene::write(std::string const& rules) const {
  auto config = "dry_run: false\nstorage: {path: " + storage() + "}\n" +
                "server: {host: 127.0.0.1, port: " + port_ + ", api_key: " + server_key + "}\n" +
                "tvmaze: {base_url: '" + sim_.tvmaze_address() + "', rate_limit: 1000}\n" +
                "sync: {max_adds_per_cycle: 500, hold_above: 1000}\nsonarr:\n";
  for (std::size_t number = 0; number < sim_.sonarr_count(); ++number)
    config += "  - {name: " + name_of(number) + ", url: '" + sim_.sonarr_address(number) +
              "', api_key: " + sim_.api_key(number) +
              ", root_folder: /tv, quality_profile: HD-1080p}\n";
  REQUIRE(os::write_file(config_file(), config + rules));
}

std::unique_ptr<test::Process> Scene::begin(std::vector<std::string> arguments, Death death) {
  new (passages_) Passages;
  passages_->die_at = death.passage;
  if (death.seam) passages_->die_where = static_cast<int>(*death.seam);
  std::vector<std::string> line = {
      "/bin/sh", "-c",        R"(log=$1; shift; exec "$@" >"$log" 2>&1)",
      "sh",      file("log"), std::getenv("SIEVARR_KILLABLE")};
  line.insert(line.end(), arguments.begin(), arguments.end());
  line.insert(line.end(), {"--config", config_file()});
  ::setenv(passages_variable, file("passages").c_str(), 1);
  return std::make_unique<test::Process>(line);
}

int Scene::live(std::vector<std::string> arguments, Death death) {
  auto const exit = begin(std::move(arguments), death)->wait();
  if (exit == -SIGKILL) check_promises();
  return exit;
}

bool Scene::finish() {
  for (int life = 0; life < 5; ++life)
    if (live({"sync"}) == 0 && open_intents() == 0) return true;
  return false;
}

int Scene::passages(std::optional<Seam> seam) const {
  return seam ? passages_->of[static_cast<std::size_t>(*seam)] : passages_->all;
}

bool Scene::died() const { return passages_->died_where >= 0; }

std::string Scene::died_at() const {
  auto const where = passages_->died_where.load();
  return where < 0 ? "nowhere" : reflect::word_of(static_cast<Seam>(where));
}

AddResult Scene::ending() const {
  AddResult ending;
  auto database = opened(this->database());
  store::Catalogue catalogue(database);
  REQUIRE(catalogue.show_states().each([&](adding::ShowState const& row) {
    ending.shows[row.show_id] = {row.status, row.instance.value_or(""), row.word};
  }));
  for (std::size_t number = 0; number < sim_.sonarr_count(); ++number) {
    auto& library = ending.libraries.emplace_back();
    for (auto const& series : sim_.sonarr(number).shelf().series)
      library.insert(series.show.tvdb_id.value_or(0));
  }
  for (auto const& entry : journal_of(database))
    if (entry.ending) ending.journal[entry.intent.tvdb_id].push_back(entry.ending->fate);
  return ending;
}

std::size_t Scene::open_intents() const {
  auto database = opened(this->database());
  auto const open = store::AddJournalTable(database).unfinished();
  REQUIRE(open);
  return open->size();
}

std::size_t Scene::posts_heard() const {
  std::size_t heard = 0;
  for (std::size_t number = 0; number < sim_.sonarr_count(); ++number)
    for (auto const& [tvdb_id, posts] : sim_.sonarr(number).posts()) heard += posts.heard;
  return heard;
}

void Scene::check() const {
  for (std::size_t number = 0; number < sim_.sonarr_count(); ++number) check_posts(number);
  check_journal();
  check_mirror();
  check_cycles();
  check_activity();
  check_files();
}

/// Nothing was added twice, and nothing was sent twice without a look in between.
void Scene::check_posts(std::size_t sonarr) const {
  CAPTURE(sonarr);
  for (auto const& [tvdb_id, posts] : sim_.sonarr(sonarr).posts()) {
    auto const series = tvdb_id;
    CAPTURE(series);
    CHECK(posts.carried_out == 1);
    for (std::size_t other = 0; other < sonarr; ++other)
      CHECK_FALSE(sim_.sonarr(other).holds(tvdb_id));
  }
  std::map<std::string, std::size_t> asked_before;
  std::size_t asked = 0;
  for (auto const& heard : sim_.sonarr(sonarr).calls().all()) {
    if (heard.kind == sim::Kind::series) ++asked;
    if (heard.kind != sim::Kind::add) continue;
    auto const [before, first] = asked_before.emplace(heard.request.body, asked);
    if (first) continue;
    CHECK(before->second < asked);
    before->second = asked;
  }
}

/// The journal tells of each series that a Sonarr has, once, and of nothing else.
void Scene::check_journal() const {
  auto database = opened(this->database());
  std::size_t told = 0;
  for (auto const& entry : journal_of(database)) {
    auto const series = entry.intent.tvdb_id;
    CAPTURE(series);
    REQUIRE(entry.ending);
    // Nothing came of what was put off.
    if (entry.ending->fate == adding::AddOutcome::put_off) continue;
    CHECK(entry.ending->fate == adding::AddOutcome::added);
    auto const shelf = sim_.sonarr(entry.intent.instance == name_of(0) ? 0 : 1).shelf();
    auto const* const there = sim::find_series(shelf, series);
    REQUIRE(there != nullptr);
    CHECK(entry.ending->series_id.value_or(there->id) == there->id);
    ++told;
  }
  std::size_t posted = 0;
  for (std::size_t number = 0; number < sim_.sonarr_count(); ++number)
    posted += sim_.sonarr(number).posts().size();
  CHECK(told == posted);
}

/// What is stored is what TVMaze has.
void Scene::check_mirror() const {
  auto database = opened(this->database());
  store::Catalogue catalogue(database);
  auto& world = sim_.world();
  std::size_t stored = 0;
  REQUIRE(catalogue.shows().each([&](Show const& show) {
    ++stored;
    auto const id = show.id;
    CAPTURE(id);
    CHECK(world.show(id) == show);
  }));
  std::size_t there = 0;
  for (std::int64_t number = 0; auto const page = world.page(number, world.now()); ++number)
    there += page->size();
  CHECK(stored == there);
}

/// Cycles have one number after the other, and the last one ended well.
void Scene::check_cycles() const {
  auto database = opened(this->database());
  auto const cycles = store::Cycles(database).latest(everything);
  REQUIRE(cycles);
  REQUIRE_FALSE(cycles->empty());
  CHECK(cycles->front().ended);
  CHECK_FALSE(cycles->front().error);
  CHECK(cycles->size() == static_cast<std::size_t>(cycles->front().id));
}

/// What is written down of what happened tells each end of an add and each decision once.
void Scene::check_activity() const {
  auto database = opened(this->database());
  auto const activity = store::ActivityTable(database).all();
  REQUIRE(activity);
  std::map<std::int64_t, int> ends;
  std::int64_t decided = 0;
  for (auto const& record : *activity) {
    if (record.refs.intent) ++ends[*record.refs.intent];
    if (record.refs.action) decided += static_cast<std::int64_t>(record.refs.shows.size());
  }
  for (auto const& entry : journal_of(database)) {
    bool const is_over = entry.ending && entry.ending->fate != adding::AddOutcome::put_off;
    CHECK(ends[entry.intent.id] == (is_over ? 1 : 0));
  }
  auto const written = database.number("SELECT count(*) FROM deeds");
  REQUIRE(written);
  CHECK(*written == decided);
}

/// state.json says what the database says, and nothing half-written lies about.
void Scene::check_files() const {
  auto database = opened(this->database());
  auto const progress = store::Mirror(database).progress();
  REQUIRE(progress);
  auto const warnings = store::StateFile(storage()).mend(*progress);
  REQUIRE(warnings);
  CHECK(warnings->empty());
  for (auto const& entry : std::filesystem::directory_iterator(storage()))
    CHECK(entry.path().extension() != ".tmp");
}

void Scene::check_promises() const {
  if (posts_heard() == 0) return;
  // Looked at in a copy: who opens the storage next is to find it as it was left.
  auto const copy = file("copy");
  std::filesystem::remove_all(copy);
  std::filesystem::copy(storage(), copy);
  auto database = opened(copy + "/shows.db");
  std::map<std::pair<std::string, std::int64_t>, std::size_t> promised;
  for (auto const& [intent, ending] : journal_of(database))
    promised[{intent.instance, intent.tvdb_id}] += static_cast<std::size_t>(intent.attempts);
  for (std::size_t number = 0; number < sim_.sonarr_count(); ++number)
    for (auto const& [tvdb_id, posts] : sim_.sonarr(number).posts()) {
      auto const series = tvdb_id;
      CAPTURE(series);
      CHECK(posts.heard <= promised[{name_of(number), tvdb_id}]);
    }
}

std::vector<int> spread(int passages, int wanted) {
  std::vector<int> chosen;
  for (int at = 0; at < wanted; ++at)
    chosen.push_back(1 + at * (passages - 1) / std::max(1, wanted - 1));
  return chosen;
}

}  // namespace sievarr::chaos

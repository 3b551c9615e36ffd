#include "catalogue.hpp"

#include "transaction.hpp"

#include <utility>

namespace sievarr::store {
namespace {

constexpr auto progress_name = "progress";

template <class T>
Outcome<Done> put_all(Table<T>& table, std::vector<T> const& rows) {
  for (auto const& row : rows) {
    auto const done = table.put(row);
    if (!done) return done.error();
  }
  return Done{};
}

template <class T>
Outcome<std::vector<T>> all_of(Table<T>& table) {
  std::vector<T> rows;
  auto const done = table.each([&](T row) { rows.push_back(std::move(row)); });
  if (!done) return done.error();
  return rows;
}

}  // namespace

Catalogue::Catalogue(Database& database)
    : database_(database),
      shows_(database, "shows"),
      processing_(database, "processing"),
      absences_(database, "absences"),
      pages_(database, "pages"),
      journal_(database),
      deeds_(database, "deeds"),
      cycles_(database, "cycles"),
      facts_(database, "facts") {}

Outcome<Done> Catalogue::write(Changes const& changes) {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  auto const done = put(changes);
  if (!done) return done.error();
  return transaction->commit();
}

Outcome<Done> Catalogue::put(Changes const& changes) {
  auto done = put(changes.shows);
  if (done) done = put_all(processing_, changes.processing);
  if (done) done = put_all(absences_, changes.absences);
  if (done) done = put_all(pages_, changes.pages);
  if (done) done = journal_.end(changes.endings);
  if (done) done = put(changes.deeds);
  if (done && changes.cycle) done = cycles_.put(*changes.cycle);
  if (done && changes.progress) done = put(*changes.progress);
  return done;
}

Outcome<Done> Catalogue::put(std::vector<Show> const& shows) {
  auto const done = put_all(shows_, shows);
  if (!done) return done;
  if (!present_) {
    auto statement = database_.prepare("DELETE FROM absences WHERE show_id = ?");
    if (!statement) return statement.error();
    present_.emplace(*std::move(statement));
  }
  for (auto const& show : shows) {
    present_->bind(1, show.id);
    auto const over = present_->run();
    if (!over) return over;
  }
  return Done{};
}

Outcome<Done> Catalogue::put(std::vector<adding::ManualChange> deeds) {
  if (deeds.empty()) return Done{};
  auto last = database_.number("SELECT coalesce(max(id), 0) FROM deeds");
  if (!last) return last.error();
  for (auto& deed : deeds) deed.id = ++*last;
  return put_all(deeds_, deeds);
}

Outcome<Done> Catalogue::put(mirror::MirrorProgress const& progress) {
  return facts_.put({.name = progress_name, .value = derive::to_json(progress)});
}

Outcome<mirror::MirrorProgress> Catalogue::progress() {
  auto const fact = facts_.find(std::string(progress_name));
  if (!fact) return fact.error();
  if (!*fact) return mirror::MirrorProgress{};
  auto read = derive::from_json<mirror::MirrorProgress>((*fact)->value, progress_name);
  if (!has_errors(read.problems)) return std::move(read.value);
  return Failure{
      .kind = Failure::Kind::corrupt,
      .text = "what is stored of the progress cannot be read: " + to_text(read.problems.front()),
      .hint = "restore a backup"};
}

Outcome<std::vector<mirror::Absence>> Catalogue::absences() { return all_of(absences_); }

Outcome<std::vector<mirror::PageCopy>> Catalogue::pages() { return all_of(pages_); }

Outcome<mirror::Holdings> Catalogue::holdings() {
  auto statement = database_.prepare("SELECT id, updated FROM shows ORDER BY id");
  if (!statement) return statement.error();
  mirror::Stamps stored;
  while (true) {
    auto const row = statement->step();
    if (!row) return row.error();
    if (!*row) break;
    stored.push_back({statement->integer(0), statement->integer(1)});
  }
  auto absent = absences();
  if (!absent) return absent.error();
  auto remembered = pages();
  if (!remembered) return remembered.error();
  return mirror::holdings(stored, *std::move(absent), *std::move(remembered));
}

Outcome<std::int64_t> Catalogue::added_since(Instant since) {
  // Moments are stored with milliseconds or without, so as texts they sort by the second only.
  auto statement = database_.prepare(
      "SELECT count(*) FROM processing WHERE added >= ?1 AND "
      "strftime('%Y-%m-%dT%H:%M:%fZ', added) > ?2");
  if (!statement) return statement.error();
  auto const moment = to_fixed_text(since);
  constexpr std::size_t to_the_second = 19;
  statement->bind(1, std::string_view(moment).substr(0, to_the_second));
  statement->bind(2, std::string_view(moment));
  auto const row = statement->step();
  if (!row) return row.error();
  return statement->integer(0);
}

Outcome<std::vector<adding::ManualChange>> Catalogue::deeds(std::int64_t show_id) {
  auto statement = database_.prepare(deeds_.selection() + " WHERE show_id = ? ORDER BY id");
  if (!statement) return statement.error();
  statement->bind(1, show_id);
  std::vector<adding::ManualChange> deeds;
  auto const done = each<adding::ManualChange>(
      *statement, [&](adding::ManualChange deed) { deeds.push_back(deed); });
  if (!done) return done.error();
  return deeds;
}

Outcome<std::int64_t> Catalogue::next_cycle() {
  auto const last = database_.number("SELECT coalesce(max(id), 0) FROM cycles");
  if (!last) return last.error();
  return *last + 1;
}

Outcome<std::vector<status::CycleRecord>> Catalogue::cycles(std::int64_t most,
                                                            std::int64_t before) {
  auto statement =
      database_.prepare(cycles_.selection() + " WHERE id < ? ORDER BY id DESC LIMIT ?");
  if (!statement) return statement.error();
  statement->bind(1, before);
  statement->bind(2, most);
  std::vector<status::CycleRecord> found;
  auto const done = each<status::CycleRecord>(
      *statement, [&](status::CycleRecord cycle) { found.push_back(std::move(cycle)); });
  if (!done) return done.error();
  return found;
}

}  // namespace sievarr::store

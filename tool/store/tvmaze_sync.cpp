#include "tvmaze_sync.hpp"

#include "os/file.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/base/text.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace sievarr::store {
namespace {

using adding::Status;

constexpr auto is_its_schema =
    "SELECT count(*) FROM pragma_table_info('shows') WHERE name IN ('tvmaze_id', "
    "'processing_status', 'tvmaze_updated_at')";
constexpr std::int64_t its_columns = 3;
constexpr std::size_t most_warnings = 20;

constexpr auto selection =
    "SELECT tvmaze_id, title, tvdb_id, imdb_id, type, language, country, status, premiered, ended, "
    "network, web_channel, genres, runtime, processing_status, sonarr_series_id, "
    "added_to_sonarr_at, retry_after, retry_count, error_message, created_at FROM shows "
    "ORDER BY tvmaze_id";

/// The columns from left to right, as that program wrote them: without types, and often empty.
class Cells {
 public:
  explicit Cells(Statement const& row) : row_(row) {}

  std::optional<std::string> text() {
    auto const column = next_++;
    if (row_.is_null(column) || row_.text(column).empty()) return std::nullopt;
    return std::string(row_.text(column));
  }
  std::optional<std::int64_t> number() {
    auto const written = text();
    return written ? to_integer(*written) : std::nullopt;
  }
  std::optional<Date> day() {
    auto const written = text();
    return written ? to_date(written->substr(0, 10)) : std::nullopt;
  }
  /// "2025-01-15 10:30:00", or as ISO 8601 has it; without an offset it is UTC.
  std::optional<Instant> moment() {
    auto written = text();
    if (!written) return std::nullopt;
    if (written->size() > 10 && (*written)[10] == ' ') (*written)[10] = 'T';
    auto const moment = to_instant(*written);
    return moment ? moment : to_instant(*written + "Z");
  }

 private:
  Statement const& row_;
  int next_ = 0;
};

class Reader {
 public:
  explicit Reader(std::string instance) : instance_(std::move(instance)) {}

  void take(Statement const& statement) {
    Cells cells(statement);
    auto show = take_show(cells);
    auto row = take_row(cells, show.id);
    if (show.id <= 0) return warn("a row has no number and is left out");
    imported_.changes.processing.push_back(std::move(row));
    imported_.changes.shows.push_back(std::move(show));
  }

  Imported release() { return std::move(imported_); }

 private:
  Show take_show(Cells& cells) {
    Show show{.id = cells.number().value_or(0), .title = cells.text().value_or("")};
    show.tvdb_id = cells.number();
    show.imdb_id = cells.text();
    show.type = cells.text();
    show.language = cells.text();
    show.country = cells.text();
    show.status = cells.text();
    show.premiered = cells.day();
    show.ended = cells.day();
    show.network = cells.text();
    show.web_channel = cells.text();
    auto genres = words_in(cells.text().value_or("[]"));
    if (!genres.readable) warn("show " + to_text(show.id) + ": its genres cannot be read");
    if (genres.readable) show.genres = std::move(genres.value);
    if (auto const minutes = cells.number(); minutes && std::in_range<std::int32_t>(*minutes))
      show.runtime = static_cast<std::int32_t>(*minutes);
    return show;
  }

  adding::ShowState take_row(Cells& cells, std::int64_t show_id) {
    auto const status = cells.text().value_or("");
    adding::ShowState row{.show_id = show_id, .status = status_of(status, show_id)};
    auto const series_id = cells.number();
    auto const added = cells.moment();
    auto const retry_at = cells.moment();
    auto const retries = cells.number().value_or(0);
    auto error = cells.text();
    auto const created = cells.moment();
    if (row.status == Status::added || row.status == Status::exists) {
      row.series_id = series_id;
      row.instance = instance_;
    }
    if (row.status == Status::added) row.added = added;
    if (row.status == Status::failed) row.error = std::move(error);
    if (row.status == Status::skipped) row.word = adding::Override::skipped;
    if (row.status == Status::pending_tvdb) {
      row.retries = std::in_range<std::int32_t>(retries) ? static_cast<std::int32_t>(retries) : 0;
      row.retry_at = retry_at;
      row.waiting_since = created;
    }
    return row;
  }

  /// What was filtered is judged anew: that program's reasons are not ours.
  Status status_of(std::string const& word, std::int64_t show_id) {
    if (word == "added") return Status::added;
    if (word == "exists") return Status::exists;
    if (word == "failed") return Status::failed;
    if (word == "skipped") return Status::skipped;
    if (word == "pending_tvdb") return Status::pending_tvdb;
    bool const known = word == "pending" || word == "filtered";
    if (!known) warn("show " + to_text(show_id) + ": unknown status " + quoted(word));
    return Status::pending;
  }

  void warn(std::string text) {
    if (imported_.warnings.size() < most_warnings) imported_.warnings.push_back(std::move(text));
  }

  std::string instance_;
  Imported imported_;
};

/// A folder that is read-only has no room for what SQLite lays beside a database.
Outcome<Database> open_foreign(std::string const& path) {
  auto database = Database::open(path, Database::Access::read);
  if (database && database->number(is_its_schema)) return database;
  return Database::open(path, Database::Access::look);
}

Failure not_there(std::string const& folder, std::string const& path) {
  return {.kind = Failure::Kind::missing,
          .text = quoted(folder) + " is no folder of tvmaze-sync: there is no " + quoted(path),
          .hint = "name the folder that its storage.path names"};
}

}  // namespace

bool is_tvmaze_sync(std::string const& path) {
  auto database = Database::open(path, Database::Access::look);
  if (!database) return false;
  auto const columns = database->number(is_its_schema);
  return columns && *columns == its_columns;
}

Outcome<Imported> read_tvmaze_sync(std::string const& folder, std::string const& instance) {
  auto const path = folder + "/shows.db";
  if (!os::exists(path)) return not_there(folder, path);
  auto database = open_foreign(path);
  if (!database) return database.error();
  auto const columns = database->number(is_its_schema);
  if (!columns) return columns.error();
  if (*columns != its_columns)
    return Failure{.kind = Failure::Kind::refused,
                   .text = quoted(path) + " is not the database of tvmaze-sync",
                   .hint = "name the folder that its storage.path names"};
  auto statement = database->prepare(selection);
  if (!statement) return statement.error();
  Reader reader(instance);
  while (true) {
    auto const row = statement->step();
    if (!row) return row.error();
    if (!*row) return reader.release();
    reader.take(*statement);
  }
}

}  // namespace sievarr::store

#include "embedded.hpp"
#include "session.hpp"

#include <sievarr/derive/from_json.hpp>
#include <sievarr/derive/json.hpp>
#include <sievarr/editor/share.hpp>
#include <sievarr/editor/tests_file.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

using sievarr::derive::to_json;
using namespace sievarr::wasm;

#define SIEVARR_EXPORT(name) [[gnu::used, gnu::visibility("default"), clang::export_name(#name)]]

extern "C" {

SIEVARR_EXPORT(open) Session* sievarr_open() { return new Session; }
SIEVARR_EXPORT(close) void sievarr_close(Session* session) { delete session; }

/// Room for so many bytes, to be written before the call that reads them; none if there is none.
SIEVARR_EXPORT(input) char* sievarr_input(Session* session, std::uint32_t size) {
  auto const made = guarded(*session, [&] { return session->input.resize(size), 0U; });
  return made == failed ? nullptr : session->input.data();
}
SIEVARR_EXPORT(output) char const* sievarr_output(Session* session) {
  return session->output.data();
}
SIEVARR_EXPORT(output_size) std::uint32_t sievarr_output_size(Session* session) {
  return static_cast<std::uint32_t>(session->output.size());
}
SIEVARR_EXPORT(output_rows) std::uint32_t const* sievarr_output_rows(Session* session) {
  return session->rows.data();
}
SIEVARR_EXPORT(version) std::uint32_t sievarr_version(Session* session) {
  return answer(*session, [] { return std::string{SIEVARR_VERSION}; });
}

SIEVARR_EXPORT(start_shows) std::uint32_t sievarr_start_shows(Session* session) {
  return answer(*session, [&] { return session->engine.start(), std::string{}; });
}
SIEVARR_EXPORT(feed_shows)
std::uint32_t sievarr_feed_shows(Session* session, std::uint32_t size) {
  return answer(*session, [&] { return session->engine.feed(session->text(size)), std::string{}; });
}
SIEVARR_EXPORT(finish_shows) std::uint32_t sievarr_finish_shows(Session* session) {
  return answer(*session, [&] { return to_json(session->engine.finish()); });
}
SIEVARR_EXPORT(load_sample)
std::uint32_t sievarr_load_sample(Session* session, std::uint32_t seed, std::uint32_t count) {
  return answer(*session, [&] { return to_json(session->engine.load_sample(seed, count)); });
}

SIEVARR_EXPORT(surround) std::uint32_t sievarr_surround(Session* session, std::uint32_t size) {
  return answer(*session, [&] {
    return to_json(sievarr::report::ProblemReport(session->engine.surround(session->text(size))));
  });
}

/// Judges every show by the config in `input`; the day is counted from 1970-01-01.
SIEVARR_EXPORT(judge)
std::uint32_t sievarr_judge(Session* session, std::uint32_t size, std::int32_t day) {
  sievarr::Date const today{std::chrono::days{day}};
  return answer(*session,
                [&] { return to_json(session->engine.judge(session->text(size), today)); });
}
SIEVARR_EXPORT(pin_config)
std::uint32_t sievarr_pin_config(Session* session, std::uint32_t size, std::int32_t day) {
  sievarr::Date const today{std::chrono::days{day}};
  return answer(*session,
                [&] { return to_json(session->engine.pin_config(session->text(size), today)); });
}
SIEVARR_EXPORT(decision_hash) std::uint32_t sievarr_decision_hash(Session* session) {
  return answer(*session, [&] { return session->engine.decision_hash(); });
}

/// The columns, one entry a show.
SIEVARR_EXPORT(rows) std::uint32_t sievarr_rows(Session* session) {
  return static_cast<std::uint32_t>(session->engine.decisions().size());
}
SIEVARR_EXPORT(verdicts) std::uint8_t const* sievarr_verdicts(Session* session) {
  return session->engine.decisions().verdict.data();
}
SIEVARR_EXPORT(categories) std::uint8_t const* sievarr_categories(Session* session) {
  return session->engine.decisions().category.data();
}
SIEVARR_EXPORT(selections) std::uint16_t const* sievarr_selections(Session* session) {
  return session->engine.decisions().selection.data();
}
SIEVARR_EXPORT(routes) std::uint16_t const* sievarr_routes(Session* session) {
  return session->engine.decisions().route.data();
}
SIEVARR_EXPORT(deciders) std::uint32_t sievarr_deciders(Session* session) {
  return answer_rows(*session, [&] { return session->engine.deciders(); });
}

/// The shows of the rows in `input`, four bytes each.
SIEVARR_EXPORT(facts) std::uint32_t sievarr_facts(Session* session, std::uint32_t count) {
  return answer(*session, [&] { return to_json(session->engine.facts(rows_in(*session, count))); });
}
SIEVARR_EXPORT(order) std::uint32_t sievarr_order(Session* session, std::uint32_t size) {
  using Query = sievarr::report::RowQuery;
  auto const query = checked(sievarr::derive::from_json<Query>(session->text(size), "query"));
  if (!query) return refuse(*session, query.error());
  return answer_rows(*session, [&] {
    auto [rows, begins] = session->engine.order(*query);
    session->sections = std::move(begins);
    return std::move(rows);
  });
}
/// Where the sections begin in which the last order came.
SIEVARR_EXPORT(sections) std::uint32_t sievarr_sections(Session* session) {
  return answer_rows(*session, [&] { return session->sections; });
}
SIEVARR_EXPORT(why) std::uint32_t sievarr_why(Session* session, double id) {
  return answer(*session, [&] {
    return to_json_or_null(session->engine.why(static_cast<std::int64_t>(id)));
  });
}
SIEVARR_EXPORT(insight) std::uint32_t sievarr_insight(Session* session) {
  return answer(*session, [&] { return to_json(session->engine.insight()); });
}

/// The groups or the histogram of the field whose name is in `input`.
SIEVARR_EXPORT(groups) std::uint32_t sievarr_groups(Session* session, std::uint32_t size) {
  auto const by = named<sievarr::filter::GroupBy>(*session, size);
  if (!by) return failed;
  return answer(*session, [&] { return to_json(session->engine.groups(*by)); });
}
SIEVARR_EXPORT(histogram) std::uint32_t sievarr_histogram(Session* session, std::uint32_t size) {
  auto const measure = named<sievarr::filter::Measure>(*session, size);
  if (!measure) return failed;
  return answer(*session, [&] { return to_json(session->engine.histogram(*measure)); });
}
SIEVARR_EXPORT(bounds) std::uint32_t sievarr_bounds(Session* session) {
  return answer(*session, [&] { return to_json(session->engine.bounds()); });
}
SIEVARR_EXPORT(alone) std::uint32_t sievarr_alone(Session* session, std::uint32_t part) {
  return answer_rows(*session, [&] { return session->engine.alone(part); });
}
SIEVARR_EXPORT(export_rows)
std::uint32_t sievarr_export_rows(Session* session, std::uint32_t count, std::uint32_t format) {
  return answer(*session, [&] {
    return session->engine.exported(rows_in(*session, count),
                                    static_cast<sievarr::report::ExportFormat>(format));
  });
}

SIEVARR_EXPORT(complete)
std::uint32_t sievarr_complete(Session* session, std::uint32_t size, std::uint32_t unit) {
  return answer(*session,
                [&] { return to_json(session->engine.complete(session->text(size), unit)); });
}
SIEVARR_EXPORT(hover)
std::uint32_t sievarr_hover(Session* session, std::uint32_t size, std::uint32_t unit) {
  return answer(*session,
                [&] { return to_json_or_null(session->engine.hover(session->text(size), unit)); });
}
SIEVARR_EXPORT(examine) std::uint32_t sievarr_examine(Session* session) {
  return answer(*session, [&] { return to_json(session->engine.examine()); });
}
SIEVARR_EXPORT(advice) std::uint32_t sievarr_advice(Session* session) {
  return answer(*session, [&] { return to_json(session->engine.advice()); });
}
SIEVARR_EXPORT(pin_test)
std::uint32_t sievarr_pin_test(Session* session, std::uint32_t size, double id) {
  return answer(*session, [&] {
    return to_json(session->engine.pin_test(session->text(size), static_cast<std::int64_t>(id)));
  });
}

/// Puts the tests of a file, which stands in `input` behind the text, into the text.
SIEVARR_EXPORT(take_tests)
std::uint32_t sievarr_take_tests(Session* session, std::uint32_t size, std::uint32_t file_size) {
  return answer(*session, [&] {
    auto const file = session->text(size + file_size).substr(size);
    return to_json(sievarr::editor::take_tests(session->text(size), file));
  });
}
SIEVARR_EXPORT(tests_file) std::uint32_t sievarr_tests_file(Session* session, std::uint32_t size) {
  return answer(*session, [&] { return sievarr::editor::tests_file(session->text(size)); });
}

/// Sets the bound at a path, which stands in `input` behind the text.
SIEVARR_EXPORT(set_bound)
std::uint32_t sievarr_set_bound(Session* session, std::uint32_t size, std::uint32_t path_size,
                                double value) {
  return answer(*session, [&] {
    auto const path = session->text(size + path_size).substr(size);
    return to_json(sievarr::editor::set_bound(session->text(size), path, value));
  });
}
SIEVARR_EXPORT(share) std::uint32_t sievarr_share(Session* session, std::uint32_t size) {
  return answer(*session, [&] { return sievarr::editor::without_secrets(session->text(size)); });
}
SIEVARR_EXPORT(markdown) std::uint32_t sievarr_markdown(Session* session) {
  return answer(*session, [&] { return session->engine.markdown(SIEVARR_VERSION); });
}
SIEVARR_EXPORT(config_schema) std::uint32_t sievarr_config_schema(Session* session) {
  return answer(*session, [] { return std::string{sievarr::wasm::config_schema()}; });
}
SIEVARR_EXPORT(reference) std::uint32_t sievarr_reference(Session* session) {
  return answer(*session, [] { return std::string{sievarr::wasm::config_reference()}; });
}

SIEVARR_EXPORT(pin) std::uint32_t sievarr_pin(Session* session) {
  return answer(*session, [&] { return session->engine.pin(), std::string{}; });
}
SIEVARR_EXPORT(changes) std::uint32_t sievarr_changes(Session* session) {
  return answer(*session, [&] { return to_json(session->engine.changes()); });
}
SIEVARR_EXPORT(shifts) std::uint8_t const* sievarr_shifts(Session* session) {
  session->bytes = session->engine.shifts();
  return session->bytes.data();
}
SIEVARR_EXPORT(pinned_verdicts)
std::uint8_t const* sievarr_pinned_verdicts(Session* session) {
  return session->engine.pinned().verdict.data();
}
}

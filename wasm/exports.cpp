#include "engine.hpp"

#include <sievarr/derive/json.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

using sievarr::wasm::Engine;

namespace {

/// Everything the page holds on to. Texts go in through `input` and come out through `output`,
/// which stays as it is until the next call.
struct Session {
  Engine engine;
  std::vector<char> input;
  std::string output;

  std::string_view text(std::uint32_t size) const { return {input.data(), size}; }
};

std::uint32_t answer(Session& session, std::string text) {
  session.output = std::move(text);
  return static_cast<std::uint32_t>(session.output.size());
}

}  // namespace

#define SIEVARR_EXPORT(name) [[gnu::used, gnu::visibility("default"), clang::export_name(#name)]]

extern "C" {

SIEVARR_EXPORT(open) Session* sievarr_open() { return new Session; }
SIEVARR_EXPORT(close) void sievarr_close(Session* session) { delete session; }

/// Room for so many bytes, to be written before the call that reads them.
SIEVARR_EXPORT(input) char* sievarr_input(Session* session, std::uint32_t size) {
  session->input.resize(size);
  return session->input.data();
}
SIEVARR_EXPORT(output) char const* sievarr_output(Session* session) {
  return session->output.data();
}

SIEVARR_EXPORT(start_shows) void sievarr_start_shows(Session* session) { session->engine.start(); }
SIEVARR_EXPORT(feed_shows) void sievarr_feed_shows(Session* session, std::uint32_t size) {
  session->engine.feed(session->text(size));
}
SIEVARR_EXPORT(finish_shows) std::uint32_t sievarr_finish_shows(Session* session) {
  return answer(*session, sievarr::derive::to_json(session->engine.finish()));
}
SIEVARR_EXPORT(load_sample)
std::uint32_t sievarr_load_sample(Session* session, std::uint32_t seed, std::uint32_t count) {
  return answer(*session, sievarr::derive::to_json(session->engine.load_sample(seed, count)));
}

/// Judges every show by the filter in `input`; the day is counted from 1970-01-01.
SIEVARR_EXPORT(judge)
std::uint32_t sievarr_judge(Session* session, std::uint32_t size, std::int32_t day) {
  sievarr::Date const today{std::chrono::days{day}};
  return answer(*session,
                sievarr::derive::to_json(session->engine.judge(session->text(size), today)));
}

/// One verdict a show, in the order of the rows.
SIEVARR_EXPORT(verdicts) std::uint8_t const* sievarr_verdicts(Session* session) {
  return session->engine.decisions().verdict.data();
}
SIEVARR_EXPORT(rows) std::uint32_t sievarr_rows(Session* session) {
  return static_cast<std::uint32_t>(session->engine.decisions().size());
}
}

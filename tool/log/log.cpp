#include "log.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/document/json_text.hpp>
#include <sievarr/reflect/scalar.hpp>

namespace sievarr::log {
namespace {

/// As a JSON string, and what could still move the cursor of a terminal is made harmless: C1
/// controls and the lone DEL.
std::string harmless(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const c1 = text[at] == '\xC2' && at + 1 < text.size() &&
                    static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if (c1) ++at;
    plain += c1 || text[at] == '\x7F' ? std::string("\xEF\xBF\xBD") : std::string(1, text[at]);
  }
  std::string quoted;
  document::append_json_string(quoted, plain);
  return quoted;
}

/// The beginning of a text, cut between two letters.
std::string_view whole_letters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string text_of(Field const& field) {
  if (auto const* const number = std::get_if<std::int64_t>(&field.value)) return to_text(*number);
  return harmless(std::get<std::string>(field.value));
}

}  // namespace

std::string json_line(Event const& event) {
  std::string line = "{\"time\":";
  line += harmless(to_fixed_text(event.at));
  line += ",\"level\":" + harmless(reflect::word_of(event.level));
  line += ",\"room\":" + harmless(event.room);
  line += ",\"message\":" + harmless(event.message);
  for (auto const& field : event.fields) line += "," + harmless(field.name) + ":" + text_of(field);
  return line + "}\n";
}

std::string text_line(Event const& event) {
  auto word = reflect::word_of(event.level);
  word.resize(7, ' ');
  auto line = to_fixed_text(event.at) + " " + word + " " + std::string{event.room} + ": " +
              std::string{event.message};
  for (auto const& field : event.fields)
    line += " " + std::string{field.name} + "=" + text_of(field);
  return line + "\n";
}

void Log::follow(config::Logging const& logging) {
  std::lock_guard const lock(mutex_);
  logging_ = logging;
}

void Log::set_level(std::string_view room, Level level) {
  std::lock_guard const lock(mutex_);
  logging_.rooms.insert_or_assign(std::string{room}, level);
}

bool Log::wants(Level level, std::string_view room) const {
  std::lock_guard const lock(mutex_);
  return passes(level, room);
}

bool Log::passes(Level level, std::string_view room) const {
  auto const own = logging_.rooms.find(std::string{room});
  return level >= (own == logging_.rooms.end() ? logging_.level : own->second);
}

void Log::say(Level level, std::string_view room, std::string_view message, Fields const& fields) {
  std::lock_guard const lock(mutex_);
  if (!passes(level, room)) return;
  Event const event{clock_.now(), level, room, message, fields};
  keep(event);
  write_(logging_.format == config::LogFormat::json ? json_line(event) : text_line(event));
}

void Log::keep(Event const& event) {
  KeptLine line{.number = ++said_,
                .at = event.at,
                .level = event.level,
                .room = std::string{event.room},
                .message = std::string{event.message}};
  for (auto const& field : event.fields) {
    auto const* const number = std::get_if<std::int64_t>(&field.value);
    auto text = number != nullptr ? to_text(*number) : std::get<std::string>(field.value);
    line.fields.emplace(field.name, std::string{whole_letters(text, longest_kept)});
  }
  kept_.push_back(std::move(line));
  if (kept_.size() > most_kept) kept_.pop_front();
}

std::vector<KeptLine> Log::kept() const {
  std::lock_guard const lock(mutex_);
  return {kept_.begin(), kept_.end()};
}

}  // namespace sievarr::log

#include "engine.hpp"

#include <sievarr/config/check_shows.hpp>
#include <sievarr/document/json.hpp>
#include <sievarr/editor/complete.hpp>
#include <sievarr/editor/markdown.hpp>

#include <utility>

namespace sievarr::wasm {

std::string_view version() { return SIEVARR_VERSION; }

void Engine::take_schema(std::string_view json) {
  schema_.emplace(document::read_json(json, "schema").value);
}

editor::Completion Engine::complete(std::string_view text, std::uint32_t unit) const {
  if (!schema_) return {};
  editor::Knowledge knowledge{.schema = *schema_, .table = shows_->table};
  if (now_) {
    for (auto const& instance : now_->prepared.loaded.config.sonarr)
      knowledge.instances.push_back(instance.server.name);
    for (auto const& compiled : now_->plan().selections)
      knowledge.selections.push_back(compiled.name);
  }
  return editor::complete(text, unit, knowledge);
}

std::optional<editor::Hover> Engine::hover(std::string_view text, std::uint32_t unit) {
  if (!schema_) return std::nullopt;
  auto const* plan = now_ && now_->text == text ? &now_->plan() : nullptr;
  return editor::HoverTeller(*schema_, shows_->table, shows_->hits).tell(text, unit, plan);
}

std::vector<editor::Bound> Engine::bounds() const {
  if (!now_) return {};
  return editor::BoundCollector(now_->prepared.loaded.document, now_->units).of(now_->plan());
}

editor::Examined Engine::examine() const {
  if (!now_) return {};
  return editor::TestExaminer(now_->prepared.loaded, now_->units)
      .examine({now_->plan(), shows_->table, now_->judged});
}

std::vector<editor::Remark> Engine::advice() {
  if (!now_) return {};
  auto const effects = effects_of(now_->plan(), *shows_, now_->judged);
  auto problems = filter::idle_rules(effects, filter::Shows::nouns);
  append(problems, filter::missing_values(now_->plan(), shows_->table, shows_->hits,
                                          &now_->prepared.loaded.document));
  append(problems, config::check_hold(now_->prepared.loaded, now_->judged));
  config::tidy(problems);
  return editor::remarks_of(problems, now_->units);
}

editor::Rewriting Engine::pin_test(std::string_view text, std::int64_t id) const {
  auto const row = shows_->table.find(id);
  if (!now_ || !row) return {.text = {}, .changes = {}, .message = "there is no such show"};
  return editor::add_test(text, editor::expectation_of(now_->plan(), shows_->table.at(*row)));
}

std::string Engine::markdown() {
  if (!now_) return {};
  auto const changes = this->changes();
  return editor::markdown({.text = now_->text,
                           .version = version(),
                           .plan = now_->plan(),
                           .counts = now_->judged.counts,
                           .changes = changes,
                           .decision_hash = decision_hash()});
}

}  // namespace sievarr::wasm

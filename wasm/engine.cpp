#include "engine.hpp"

#include <sievarr/derive/decode.hpp>
#include <sievarr/document/yaml.hpp>
#include <sievarr/filter/compile.hpp>
#include <sievarr/sample/catalogue.hpp>

#include <utility>

namespace sievarr::wasm {

void Engine::start() {
  hits_.reset();
  table_ = std::make_unique<filter::Table>();
  reader_ =
      std::make_unique<wire::ShowReader>("shows", [this](Show& show) { table_->upsert(show); });
}

Loaded Engine::finish() {
  auto read = reader_->finish();
  reader_.reset();
  hits_ = std::make_unique<filter::TitleHits>(*table_);
  return {.shows = table_->size(),
          .bad = read.bad,
          .odd = read.odd,
          .problems = report::ProblemReport(read.problems)};
}

Loaded Engine::load_sample(std::uint64_t seed, std::size_t count) {
  start();
  sample::Catalogue catalogue(seed);
  for (std::size_t i = 0; i < count; ++i) table_->upsert(catalogue.next());
  return finish();
}

Answer Engine::judge(std::string_view yaml, Date today) {
  auto document = document::read_yaml(yaml, "config.yaml");
  auto filter = derive::decode<filter::Filter>(document.value);
  auto plan = filter::compile(filter.value, {.document = &document.value, .today = today});
  append(document.problems, std::move(filter.problems));
  append(document.problems, std::move(plan.problems));

  Answer answer{.problems = report::ProblemReport(document.problems),
                .filter_hash = plan.value.filter_hash};
  if (has_errors(document.problems) || !hits_) return answer;
  auto judged = filter::judge_all(plan.value, *table_, *hits_);
  decisions_ = std::move(judged.decisions);
  answer.judged = true;
  answer.counts = report::count_report(judged.counts, plan.value);
  return answer;
}

}  // namespace sievarr::wasm

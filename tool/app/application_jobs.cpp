#include "app/jobs/health_check.hpp"
#include "application.hpp"

#include <utility>

namespace sievarr::app {

/// Today's cycle: mirror, judge, add. Its runs are the cycles.
class Application::CatalogueJob final : public Job {
 public:
  CatalogueJob(Application& application, config::Config const& config)
      : application_(application), plan_(catalogue_job(config)) {}

  schedule::Job plan() const override { return plan_; }
  Outcome<RunEnd> run(JobRun& run) override { return application_.run_cycle(run); }
  Records records() const override { return Records::own; }

 private:
  Application& application_;
  schedule::Job plan_;
};

JobRunner::Jobs Application::jobs_of(config::Config const& config) {
  JobRunner::Jobs jobs{std::make_shared<CatalogueJob>(*this, config)};
  for_each_watched_server(config, [&](auto const& section) {
    jobs.push_back(std::make_shared<HealthCheck>(
        arr::entry_of(section), HealthCheck::Dependencies{.clock = dependencies_.clock,
                                                          .environment = dependencies_.environment,
                                                          .activity = activity_,
                                                          .meter = meter_}));
  });
  return jobs;
}

/// The jobs, how far each had come in an earlier life, and what is due at once.
Outcome<Done> Application::begin_jobs(mirror::MirrorProgress const& progress,
                                      std::optional<Instant> last_cycle) {
  history_ = std::make_unique<StoredHistory>(storage_->catalogue(), activity_);
  runner_ = std::make_unique<JobRunner>(dependencies_.clock, *history_);
  runner_->set_jobs(jobs_of(config_in_force()->config()));
  auto const restored = history_->restore(*runner_);
  if (!restored) return restored;
  if (!last_cycle) {
    runner_->make_due(catalogue_job_name, schedule::Trigger::schedule);
    return Done{};
  }
  runner_->remember_run(catalogue_job_name, *last_cycle);
  // A mirror that is not complete goes on at once, also where it had not come to its first page.
  if (progress.full_sync_since || !progress.last_full_sync)
    runner_->make_due(catalogue_job_name, schedule::Trigger::request);
  return Done{};
}

JobsStatus Application::jobs_status() const {
  if (!ready()) return {};
  JobsStatus status{.jobs = runner_->status(), .pauses = runner_->pauses()};
  auto const advance = activity_.daemon_status().running;
  if (!advance) return status;
  status.cycle = advance->cycle;
  for (auto& job : status.jobs)
    if (job.plan.name == catalogue_job_name)
      job.progress = {
          .step = reflect::word_of(advance->step), .done = advance->done, .all = advance->all};
  return status;
}

}  // namespace sievarr::app

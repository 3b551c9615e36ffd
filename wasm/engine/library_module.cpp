#include "answer_call.hpp"

#include <sievarr/config/excuse.hpp>
#include <sievarr/config/plan.hpp>
#include <sievarr/editor/remark.hpp>
#include <sievarr/filter/plan/why.hpp>
#include <sievarr/media/show.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// A second module from the same headers: it reads a config, tells what is wrong with it, and judges
// single items, with neither columns nor completion. Nothing ships it yet; docs/decisions/wasm.md
// says how large it is.
namespace sievarr::wasm {
namespace {

struct CheckGiven {
  std::string text;
  Date today;
};
BOOST_DESCRIBE_STRUCT(CheckGiven, (), (text, today))

constexpr auto notes_of(reflect::Of<CheckGiven>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&CheckGiven::text>{.text = "The config.", .required = true},
      Note<&CheckGiven::today>{.text = "The day from which relative days are counted."},
  };
}

struct WhyGiven {
  std::vector<Show> items;
};
BOOST_DESCRIBE_STRUCT(WhyGiven, (), (items))

constexpr auto notes_of(reflect::Of<WhyGiven>) {
  using reflect::Note;
  return reflect::Notes{Note<&WhyGiven::items>{.text = "What is judged.", .required = true}};
}

/// A config that items are judged by, one at a time.
class Library {
 public:
  std::vector<editor::Remark> check(CheckGiven const& given) {
    config::Layers layers{.file = config::Source{"config.yaml", given.text}};
    auto prepared = config::prepare(layers, given.today);
    config::excuse_unset(prepared.problems);
    plan_ = std::move(prepared.value.plan);
    return editor::remarks_of(prepared.problems, document::Utf16(given.text));
  }

  std::vector<filter::Why> why(WhyGiven const& given) const {
    std::vector<filter::Why> all;
    for (auto const& item : given.items) all.push_back(filter::why(plan_, item));
    return all;
  }

 private:
  filter::Plan plan_;
};

constexpr auto library_calls() {
  return std::tuple{
      Call{"check", "What there is to say about a config, which is judged by from now on.",
           [](Library& library, CheckGiven const& given) { return library.check(given); }},
      Call{"why", "What becomes of items, and why.",
           [](Library& library, WhyGiven const& given) { return library.why(given); }},
  };
}

class LibraryModule : public Module {
 public:
  Reply call(std::string_view name, std::string_view given) override {
    return answer_call(library_calls(), library_, name, given);
  }
  void feed(std::string_view) override {}

 private:
  Library library_;
};

}  // namespace

std::unique_ptr<Module> open_module() { return std::make_unique<LibraryModule>(); }

}  // namespace sievarr::wasm

#include "answer_call.hpp"
#include "calls.hpp"

#include <memory>
#include <string_view>

namespace sievarr::wasm {
namespace {

/// The module of the page: an engine, and its calls.
class EngineModule : public Module {
 public:
  Reply call(std::string_view name, std::string_view given) override {
    return answer_call(engine_calls(), engine_, name, given);
  }
  void feed(std::string_view bytes) override { engine_.feed(bytes); }

 private:
  Engine engine_;
};

}  // namespace

std::unique_ptr<Module> open_module() { return std::make_unique<EngineModule>(); }

}  // namespace sievarr::wasm

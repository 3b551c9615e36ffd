#pragma once

#include <sievarr/config/arguments.hpp>
#include <sievarr/config/check.hpp>
#include <sievarr/config/check_letters.hpp>
#include <sievarr/config/layers.hpp>
#include <sievarr/config/migrate.hpp>
#include <sievarr/config/tidy.hpp>
#include <sievarr/config/variables.hpp>
#include <sievarr/derive/decode.hpp>
#include <sievarr/derive/secrets.hpp>
#include <sievarr/document/substitute.hpp>
#include <sievarr/document/yaml.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace sievarr::config {

/// Lays the layers over each other and reads the result.
class Loader {
 public:
  explicit Loader(Layers const& layers) : layers_(layers) {}

  Reading<Loaded> load() && {
    Loaded loaded;
    if (read_file()) {
      read_variables();
      read_arguments();
      auto decoded = derive::decode<Config>(document_);
      advise_on_masks(decoded.problems);
      loaded.config = std::move(decoded.value);
      loaded.document = std::move(document_);
      append(decoded.problems, check(loaded.config, loaded.document));
      drop_consequences(decoded.problems);
      append(problems_, std::move(decoded.problems));
    }
    tidy(problems_);
    return {std::move(loaded), std::move(problems_)};
  }

 private:
  /// Takes the value of a reading, and notes its problems.
  void take(Reading<document::Node> reading) {
    document_ = std::move(reading.value);
    append(problems_, std::move(reading.problems));
  }

  /// Whether there is a document to go on with.
  bool read_file() {
    if (layers_.file) {
      append(problems_, check_letters(*layers_.file));
      take(document::read_yaml(layers_.file->text, layers_.file->name));
    }
    if (is_broken()) return false;
    if (!document::mapping(document_)) {
      problems_.push_back({.place = document_.place,
                           .message = "expected a mapping of sections such as exclude and sonarr, "
                                      "got " +
                                      derive::named(document_),
                           .code = "bad-type"});
      return false;
    }
    auto const before = problems_.size();
    take(document::substitute(std::move(document_), layers_.surroundings));
    for (auto at = before; at < problems_.size(); ++at) unset_.push_back(problems_[at].place);
    return true;
  }

  /// Whether so much is wrong that the rest would only be a consequence.
  bool is_broken() const {
    return std::any_of(problems_.begin(), problems_.end(), [](Problem const& problem) {
      constexpr std::string_view harmless[] = {"duplicate-key", "bad-key", "bad-merge"};
      return problem.severity == Severity::error &&
             std::find(std::begin(harmless), std::end(harmless), problem.code) ==
                 std::end(harmless);
    });
  }

  /// The older variables speak the language of older files, so they come before those are
  /// rewritten.
  void read_variables() {
    take(document::overridden(std::move(document_), legacy_settings(), layers_.surroundings));
    take(migrate(std::move(document_)));
    auto settings = Variables(layers_.surroundings, item_counts(document_)).settings();
    append(problems_, std::move(settings.problems));
    take(document::overridden(std::move(document_), settings.value, layers_.surroundings));
  }

  void read_arguments() {
    Arguments arguments(item_counts(document_));
    for (auto const& argument : layers_.arguments) {
      auto tree = arguments.tree(argument);
      append(problems_, std::move(tree.problems));
      take(document::merge(std::move(document_), std::move(tree.value)));
    }
  }

  /// Whoever finds a mask in a config wants to know what belongs there.
  void advise_on_masks(Problems& problems) const {
    auto const counts = item_counts(document_);
    for (auto& problem : problems) {
      if (problem.code != "masked-secret") continue;
      auto path = document::read_path(problem.path);
      if (!path) continue;
      // An item that is alone is named by its list.
      auto const number = std::find_if(path->begin(), path->end(),
                                       [](auto const& step) { return step.index() == 1; });
      if (number != path->end() &&
          count_in(counts, document::to_text(document::Path(path->begin(), number))) < 2)
        path->erase(number);
      if (auto const place = derive::secret_at(derive::secrets_of<Config>(), *path))
        problem.message += "; write " + derive::reference_to(*place) + " or the secret itself";
    }
  }

  /// A variable that is missing has been reported; what it leaves behind is nobody's mistake.
  void drop_consequences(Problems& problems) const {
    std::erase_if(problems, [&](Problem const& problem) {
      return std::find(unset_.begin(), unset_.end(), problem.place) != unset_.end();
    });
  }

  Layers const& layers_;
  document::Node document_{.value = document::Mapping{}};
  std::vector<Place> unset_;
  Problems problems_;
};

/// A config out of its layers, with every problem of all of them at once.
inline Reading<Loaded> load(Layers const& layers) { return Loader(layers).load(); }

}  // namespace sievarr::config

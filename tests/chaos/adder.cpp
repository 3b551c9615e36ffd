// adder DATABASE ADDRESS COUNT [POINT]: adds the series 1 to COUNT to the server at ADDRESS, each
// exactly once, however often it is killed and started again. At the POINT it kills itself.

#include "net/curl_transport.hpp"
#include "os/clock.hpp"
#include "store/journal.hpp"
#include "store/open.hpp"
#include "store/transaction.hpp"

#include <sievarr/base/number.hpp>
#include <sievarr/decide/resume.hpp>
#include <sievarr/derive/from_json.hpp>

#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <variant>
#include <vector>

namespace sievarr::chaos {

constexpr auto instance = "main";

/// A series as the server tells of it.
struct Series {
  std::int64_t id = 0;
  std::int64_t tvdbId = 0;
};
BOOST_DESCRIBE_STRUCT(Series, (), (id, tvdbId))
constexpr auto notes_of(reflect::Of<Series>) {
  return reflect::Notes{reflect::Note<&Series::id>{.text = "Number there."},
                        reflect::Note<&Series::tvdbId>{.text = "Number at TheTVDB."}};
}

class Adder {
 public:
  Adder(store::Database& database, std::string address, std::string point)
      : database_(database),
        journal_(database),
        transport_({}),
        address_(std::move(address)),
        point_(std::move(point)) {}

  /// Settles what an earlier life left open, then adds what has no intent yet. Whether all is done.
  Outcome<bool> run(std::int64_t count) {
    auto const there = library();
    if (!there) return there.error();
    auto const settled = settle(*there);
    if (!settled) return settled.error();
    for (std::int64_t tvdb_id = 1; tvdb_id <= count; ++tvdb_id) {
      auto const known =
          database_.number("SELECT count(*) FROM intents WHERE tvdb_id = " + to_text(tvdb_id));
      if (!known) return known.error();
      if (*known > 0 || there->count(tvdb_id) > 0) continue;
      auto const done =
          add({.instance = instance, .show_id = tvdb_id, .tvdb_id = tvdb_id, .since = os::now()});
      if (!done) return done.error();
    }
    auto const open = journal_.unfinished();
    if (!open) return open.error();
    return open->empty();
  }

 private:
  void reach(std::string const& point) const {
    if (point == point_) ::kill(::getpid(), SIGKILL);
  }

  wire::Request request(wire::Method method) const {
    return {.method = method,
            .target = address_ + "/api/v3/series",
            .headers = {{"X-Process", to_text(::getpid())}}};
  }

  Outcome<decide::Library> library() {
    auto const answer = transport_.send(request(wire::Method::get));
    if (!answer) return answer.error();
    auto const list = derive::from_json<std::vector<Series>>(answer->body, "list");
    decide::Library there;
    for (auto const& series : list.value) there[series.tvdbId] = series.id;
    return there;
  }

  Outcome<Done> settle(decide::Library const& there) {
    auto const open = journal_.unfinished();
    if (!open) return open.error();
    for (auto const& action : decide::resume(*open, {{instance, there}}, os::now())) {
      Outcome<Done> done = Done{};
      if (auto const* const over = std::get_if<decide::Conclude>(&action)) done = end(over->ending);
      if (auto const* const again = std::get_if<decide::SendAgain>(&action))
        done = add(again->intent);
      if (!done) return done;
    }
    return Done{};
  }

  Outcome<Done> add(decide::Intent wanted) {
    auto const intent = promise(std::move(wanted));
    if (!intent) return intent.error();
    reach("after intent");
    auto asked = request(wire::Method::post);
    asked.body = R"({"tvdbId":)" + to_text(intent->tvdb_id) + "}";
    auto const answer = transport_.send(asked);
    reach("after answer");
    // Without an answer nobody knows: the intent stays open, and the next life asks.
    if (!answer) return Done{};
    auto const body = derive::from_json<Series>(answer->body, "answer");
    if (answer->status == 201)
      return end({.intent = intent->id, .series_id = body.value.id, .at = os::now()});
    return end({.intent = intent->id, .fate = decide::fate_if_there(*intent), .at = os::now()});
  }

  Outcome<decide::Intent> promise(decide::Intent wanted) {
    auto transaction = store::Transaction::begin(database_);
    if (!transaction) return transaction.error();
    auto intent = wanted.id == 0 ? journal_.open(wanted) : journal_.reopen(wanted);
    if (!intent) return intent.error();
    reach("before intent");
    auto const done = transaction->commit();
    if (!done) return done.error();
    return intent;
  }

  Outcome<Done> end(decide::Ending const& ending) {
    auto transaction = store::Transaction::begin(database_);
    if (!transaction) return transaction.error();
    auto const written = journal_.close(ending);
    if (!written) return written.error();
    reach("before ending");
    auto const done = transaction->commit();
    reach("after ending");
    return done;
  }

  store::Database& database_;
  store::Journal journal_;
  net::CurlTransport transport_;
  std::string address_;
  std::string point_;
};

int complain(Failure const& failure) {
  std::fprintf(stderr, "adder: %s\n", failure.text.c_str());
  return 2;
}

int run(std::vector<std::string> const& arguments) {
  auto database = store::open_store(arguments.at(1));
  if (!database) return complain(database.error());
  Adder adder(*database, arguments.at(2), arguments.size() > 4 ? arguments.at(4) : "");
  auto const done = adder.run(to_integer(arguments.at(3)).value_or(0));
  if (!done) return complain(done.error());
  return *done ? 0 : 1;
}

}  // namespace sievarr::chaos

int main(int count, char** arguments) {
  return sievarr::chaos::run({arguments, arguments + count});
}

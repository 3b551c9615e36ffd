#pragma once

#include <sievarr/config/server_connection.hpp>
#include <sievarr/reflect/scalar.hpp>
#include <sievarr/value/bounded.hpp>
#include <sievarr/value/secret.hpp>
#include <sievarr/value/url.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sievarr::config {

/// How far back the list of updates is asked for.
BOOST_DEFINE_ENUM_CLASS(UpdateWindow, auto_, day, week, month, all)

/// The catalogue that is mirrored.
struct Tvmaze {
  std::optional<value::Secret> api_key;
  value::Url base_url = *value::Url::read("https://api.tvmaze.com");
  value::Bounded<int, 1, 1000, 20> rate_limit;
  UpdateWindow update_window = UpdateWindow::auto_;
  ServerTrust trust;
};
BOOST_DESCRIBE_STRUCT(Tvmaze, (), (api_key, base_url, rate_limit, update_window, trust))

constexpr auto notes_of(reflect::Of<Tvmaze>) {
  using reflect::Note;
  return reflect::Notes{
      Note<&Tvmaze::api_key>{.text = "Premium key, if there is one.",
                             .example = "${TVMAZE_API_KEY}"},
      Note<&Tvmaze::base_url>{.text = "Address of the API; another one for mirrors and tests."},
      Note<&Tvmaze::rate_limit>{.text = "Requests in any 10 seconds."},
      Note<&Tvmaze::update_window>{
          .text = "How far back to ask for updates; auto takes the smallest window that covers the "
                  "time since the last good look."},
      Note<&Tvmaze::trust>{.spread = true},
  };
}

}  // namespace sievarr::config

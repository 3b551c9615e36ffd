#include <sievarr/derive/redact.hpp>
#include <sievarr/derive/secrets.hpp>
#include <sievarr/document/write_json.hpp>

#include "shelf.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sievarr::derive {
namespace {

/// Where news go. Its address is a secret as a whole.
struct Channel {
  std::string name;
  value::Secret url;
};
BOOST_DESCRIBE_STRUCT(Channel, (), (name, url))
constexpr auto notes_of(reflect::Of<Channel>) {
  return reflect::Notes{reflect::Note<&Channel::name>{.text = "Its name."},
                        reflect::Note<&Channel::url>{.text = "Where it is."}};
}

struct Post {
  std::vector<Channel> channels;
  std::map<std::string, Channel> others;
  std::optional<value::Secret> password;
};
BOOST_DESCRIBE_STRUCT(Post, (), (channels, others, password))
constexpr auto notes_of(reflect::Of<Post>) {
  return reflect::Notes{reflect::Note<&Post::channels>{.text = "Some."},
                        reflect::Note<&Post::others>{.text = "More."},
                        reflect::Note<&Post::password>{.text = "Opens all."}};
}

/// What stands for the secret at a path, if there is one.
template <class T>
std::string at(std::string_view path) {
  auto const place = secret_at(secrets_of<T>(), *document::read_path(path));
  return place ? reference_to(*place) : "";
}

}  // namespace

TEST_CASE("the description knows which leaves are secret, in lists and tables too") {
  CHECK(at<Post>("password") == "${PASSWORD}");
  CHECK(at<Post>("channels[0].url") == "${CHANNELS_0_URL}");
  CHECK(at<Post>("channels.url") == "${CHANNELS_URL}");
  CHECK(at<Post>("others.my-own.url") == "${OTHERS_MY_OWN_URL}");
  for (auto const* const path : {"url", "channels[0].name", "channels[0]", "others.url",
                                 "channels[0].url.x", "channels", "password[0]", ""}) {
    CAPTURE(path);
    CHECK(at<Post>(path) == "");
  }
}

TEST_CASE("one of several is named by the variable that sets it") {
  CHECK(at<shelf::Shelf>("keeper.door_code") == "${KEEPER_DOOR_CODE}");
  CHECK(at<shelf::Shelf>("KEEPER.Door_Code") == "${KEEPER_DOOR_CODE}");
  CHECK(at<shelf::Shelf>("keeper[12].door_code") == "${SIEVARR__KEEPER__12__DOOR_CODE}");
  CHECK(secrets_of<shelf::Shelf>().size() == 1);
  CHECK(secrets_of<shelf::Book>().empty());
}

TEST_CASE("what is shown and what is looked up stand for a secret by the same name") {
  Post post{.channels = {{"a", value::Secret{"open"}}},
            .others = {{"b", {"c", value::Secret{"sesame"}}}},
            .password = std::nullopt};
  CHECK(document::write_json(redact(post)) ==
        R"({"channels":[{"name":"a","url":"${CHANNELS_URL}"}],)"
        R"("others":{"b":{"name":"c","url":"${OTHERS_B_URL}"}}})");
  post.channels.push_back({"d", value::Secret{"sesame"}});
  CHECK(document::write_json(redact(post.channels)).find("sesame") == std::string::npos);
  CHECK(document::write_json(redact(post)).find("\"${CHANNELS_1_URL}\"") != std::string::npos);
}

}  // namespace sievarr::derive

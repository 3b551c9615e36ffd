#include "module.hpp"

#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

using namespace sievarr::wasm;

/// Everything a page holds on to. What goes in is written to `input`; the reply stays as it is
/// until the next call.
struct Session {
  std::unique_ptr<Module> module = open_module();
  std::vector<char> input;
  Reply reply;

  std::string_view text(std::uint32_t begin, std::uint32_t size) const {
    return size == 0 ? std::string_view{""} : std::string_view{input.data() + begin, size};
  }
};

namespace {

/// Libraries may throw, and memory may run out: the page is told, and goes on.
template <class Work>
std::uint32_t guarded(Session& session, Work work) {
  try {
    session.reply = work();
  } catch (std::exception const& exception) {
    session.reply = {Form::failure, exception.what()};
  }
  return static_cast<std::uint32_t>(session.reply.form);
}

}  // namespace

#define SIEVARR_EXPORT(name) [[gnu::used, gnu::visibility("default"), clang::export_name(#name)]]

extern "C" {

SIEVARR_EXPORT(open) Session* sievarr_open() { return new Session; }
SIEVARR_EXPORT(close) void sievarr_close(Session* session) { delete session; }

/// Room for so many bytes, to be written before the call that reads them; none if there is none.
SIEVARR_EXPORT(input) char* sievarr_input(Session* session, std::uint32_t size) {
  bool there = false;
  guarded(*session, [&] {
    session->input.resize(size);
    there = true;
    return Reply{};
  });
  return there ? session->input.data() : nullptr;
}

/// The call whose name stands in `input`, and behind it what is given, as JSON; says in which form
/// the reply is.
SIEVARR_EXPORT(call)
std::uint32_t sievarr_call(Session* session, std::uint32_t name_size, std::uint32_t given_size) {
  return guarded(*session, [&] {
    return session->module->call(session->text(0, name_size), session->text(name_size, given_size));
  });
}
SIEVARR_EXPORT(output) char const* sievarr_output(Session* session) {
  return session->reply.bytes.data();
}
SIEVARR_EXPORT(output_size) std::uint32_t sievarr_output_size(Session* session) {
  return static_cast<std::uint32_t>(session->reply.bytes.size());
}

SIEVARR_EXPORT(feed) std::uint32_t sievarr_feed(Session* session, std::uint32_t size) {
  return guarded(*session, [&] {
    session->module->feed(session->text(0, size));
    return Reply{Form::json, "null"};
  });
}
}

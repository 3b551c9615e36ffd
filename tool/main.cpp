#include <cstdio>
#include <string_view>

namespace {

constexpr int usage_error = 2;

int print_version() {
  std::puts("sievarr " SIEVARR_VERSION " (" __VERSION__ ")");
  return 0;
}

int refuse(std::string_view command) {
  std::fprintf(stderr, "sievarr: unknown command \"%.*s\", try: sievarr version\n",
               static_cast<int>(command.size()), command.data());
  return usage_error;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("sievarr: a command is missing, try: sievarr version\n", stderr);
    return usage_error;
  }
  std::string_view const command = arguments[1];
  if (command == "version" || command == "--version") return print_version();
  return refuse(command);
}

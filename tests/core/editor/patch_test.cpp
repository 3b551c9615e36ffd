#include <sievarr/editor/patch.hpp>

#include <doctest/doctest.h>

#include <string>

namespace sievarr::editor {
namespace {

std::string numbered(int from, int to) {
  std::string text;
  for (int line = from; line <= to; ++line) text += "# " + std::to_string(line) + "\n";
  return text;
}

}  // namespace

TEST_CASE("equal texts have no patch") {
  CHECK(patch_of("a: 1\n", "a: 1\n") == "");
  CHECK(patch_of("", "") == "");
}

TEST_CASE("a changed line stands between three lines of context, with what was before first") {
  auto const text = numbered(1, 5) + "rating: {min: 7}\n" + numbered(6, 10);
  auto const other = numbered(1, 5) + "rating: {min: 8}\n# new\n" + numbered(6, 10);
  CHECK(patch_of(text, other) ==
        "--- config.yaml\n+++ config.yaml\n@@ -3,7 +3,8 @@\n # 3\n # 4\n # 5\n"
        "-rating: {min: 7}\n+rating: {min: 8}\n+# new\n # 6\n # 7\n # 8\n");
}

TEST_CASE("changes that are near share a hunk, others have one each") {
  auto const near =
      patch_of("a: 1\n" + numbered(1, 6) + "b: 1\n", "a: 2\n" + numbered(1, 6) + "b: 2\n");
  CHECK(near.find("@@ -1,8 +1,8 @@") != near.npos);
  auto const far =
      patch_of("a: 1\n" + numbered(1, 7) + "b: 1\n", "a: 2\n" + numbered(1, 7) + "b: 2\n");
  CHECK(far.find("@@ -1,4 +1,4 @@") != far.npos);
  CHECK(far.find("@@ -6,4 +6,4 @@") != far.npos);
}

TEST_CASE("a text from nothing, and an end without a line break, are written as patch wants them") {
  CHECK(patch_of("", "a: 1\n") == "--- config.yaml\n+++ config.yaml\n@@ -0,0 +1,1 @@\n+a: 1\n");
  CHECK(patch_of("a: 1", "a: 2") ==
        "--- config.yaml\n+++ config.yaml\n@@ -1,1 +1,1 @@\n-a: 1\n"
        "\\ No newline at end of file\n+a: 2\n\\ No newline at end of file\n");
}

TEST_CASE("a line with a secret is no context, so that the patch has no secret and fits the file") {
  std::string const text =
      "sonarr:\n  url: http://sonarr:8989\n  api_key: sesame-open-123\n"
      "  root_folder: /tv\n  quality_profile: HD\n";
  auto other = text;
  other.replace(other.find("HD"), 2, "SD");
  auto const patch = patch_of(text, other);
  CHECK(patch ==
        "--- config.yaml\n+++ config.yaml\n@@ -4,2 +4,2 @@\n   root_folder: /tv\n"
        "-  quality_profile: HD\n+  quality_profile: SD\n");

  other = text;
  other.replace(other.find("http:"), 5, "https:");
  CHECK(patch_of(text, other).find("sesame") == std::string::npos);
}

}  // namespace sievarr::editor

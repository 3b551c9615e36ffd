// tidy ROOT: says what house rules the tree below ROOT breaks, "path:line: what" each.

#include "checks.hpp"
#include "tree.hpp"

#include <cstdio>
#include <set>

int main(int count, char** arguments) {
  using namespace sievarr::tidy;
  if (count != 2) {
    std::fputs("usage: tidy ROOT\n", stderr);
    return 2;
  }
  std::string const root = arguments[1];
  auto const read =
      read_rules(read_text(root + "/tests/tidy/floors"), read_text(root + "/tests/tidy/bans"));
  if (read.wrong_line || read.rules.floors.empty()) {
    std::fprintf(stderr, "tidy: %s\n", read.wrong_line.value_or("no floors in " + root).c_str());
    return 2;
  }

  auto const sources = read_tree(root);
  auto findings = check_project(sources, read.rules);
  for (auto const& source : sources) append(findings, check_source(source, read.rules));

  std::set<std::string> untidy;
  for (auto const& finding : findings) {
    untidy.insert(finding.path);
    std::printf("%s\n", text_of(finding).c_str());
  }
  for (auto const& remark : remarks(sources)) std::printf("note: %s\n", remark.c_str());
  std::printf("%zu passed, %zu failed, 0 skipped\n", sources.size() - untidy.size(), untidy.size());
  return untidy.empty() ? 0 : 1;
}

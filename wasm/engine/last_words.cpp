#include <cassert>
#include <cstdlib>

// There is nobody to tell which assertion failed: the page hears that the core has stopped. The C
// library's own way would bring the printing of files and floating point along.
extern "C" void __assert_fail(char const*, char const*, int, char const*) { std::_Exit(134); }

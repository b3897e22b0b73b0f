// What the binding of webgpu 0.2.9 asks of a C library newer than 2.36 and of a C++ library newer than 12, in terms of what those
// have: the number parsers of C23, which differ from the older ones in binary literals alone, and the start of the streams.
#include <cstdlib>
#include <iostream>

extern "C" {
long long __isoc23_strtoll(const char *text, char **rest, int base) { return std::strtoll(text, rest, base); }
unsigned long __isoc23_strtoul(const char *text, char **rest, int base) { return std::strtoul(text, rest, base); }
unsigned long long __isoc23_strtoull(const char *text, char **rest, int base) {
  return std::strtoull(text, rest, base);
}
void _ZSt21ios_base_library_initv() { static std::ios_base::Init streams; }
}

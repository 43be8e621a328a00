#pragma once
#include <stddef.h>

/// A file of the repository that travels inside the binary. `bytes` is not terminated by a zero.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} annals_bundled_file;

/// The bundled files in order; an `index` past the last gives a null pointer.
const annals_bundled_file *annals_bundled_file_at(size_t index);

/* What C cannot say about zlib.h. */
%module zlib
%include "vocabulary.i"

%headers(zlib.h)
%prefix(Z_)
%functions(zlibVersion crc32 adler32 compress2 uncompress crc32_combine)
%parameters(crc32_combine, first second length)
%bytes(const Bytef *, uInt)
%bytes(const Bytef *, uLong)
%fill(compress2::dest, destLen, bound=compressBound(source.size))
%fill(uncompress::dest, destLen, until=Z_BUF_ERROR)
%status(int, Z_OK, zError(status))
%constants(Z_BEST_* Z_DEFAULT_COMPRESSION)

/* What C cannot say about zlib.h. */
%module zlib
%include "vocabulary.i"

%headers(zlib.h)
%prefix(Z_)
%functions(zlibVersion crc32 adler32 compress compress2 uncompress crc32_combine)
%bytes(const Bytef *buf, uInt len)
%bytes(const Bytef *source, uLong sourceLen)
%fill(compress::dest, destLen, bound=compressBound(source.size))
%fill(compress2::dest, destLen, bound=compressBound(source.size))
%fill(uncompress::dest, destLen, until=Z_BUF_ERROR)
%status(int, Z_OK, zError(status))
%constants(Z_BEST_*)
%constants(Z_DEFAULT_COMPRESSION)

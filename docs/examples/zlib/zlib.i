/* What C cannot say about zlib.h. */
%module zlib
%include "vocabulary.i"

%headers(zlib.h)
%functions(zlibVersion crc32 adler32 compress2 uncompress deflateInit_ deflate)
%bytes(const Bytef *, uInt)
%bytes(const Bytef *, uLong)
%fill(compress2::dest, destLen, bound=compressBound(source.size))
%fill(uncompress::dest, destLen, until=Z_BUF_ERROR)
%status(int, Z_OK, zError(status))
%constants(Z_BEST_* Z_*_FLUSH Z_FINISH)
%handle(z_stream, Deflater, deflateEnd)
%constructor(Deflater, allocate, deflateInit_)
%pass(deflateInit_::version, ZLIB_VERSION)
%pass(deflateInit_::stream_size, sizeof(z_stream))
%stream(deflate, next_in avail_in, next_out avail_out, Z_STREAM_END, Z_BUF_ERROR)

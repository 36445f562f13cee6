from zlib_native import Z_BEST_COMPRESSION, Z_FINISH, Z_NO_FLUSH, Deflater, Error, adler32, compress2, crc32, uncompress

text = b"to be or not to be, " * 1000
packed = compress2(text, Z_BEST_COMPRESSION)
assert len(packed) < 200 and uncompress(packed) == text
print(f"crc32 {crc32(0, text):08x}, adler32 {adler32(1, text):08x}")

half = len(text) // 2
with Deflater(Z_BEST_COMPRESSION) as deflater:
    first = deflater.deflate(memoryview(text)[:half], Z_NO_FLUSH).output
    last = deflater.deflate(memoryview(text)[half:], Z_FINISH)
assert last.ended and first + last.output == packed
try:
    uncompress(packed[:20])
except Error as error:
    print(f"error {error.code}: {error}")

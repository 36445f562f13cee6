from zlib_native import BEST_COMPRESSION, Error, adler32, compress2, crc32, crc32_combine, uncompress

text = b"to be or not to be, " * 1000
packed = compress2(text, BEST_COMPRESSION)
assert len(packed) < 200 and uncompress(packed) == text
print(f"crc32 {crc32(0, text):08x}, adler32 {adler32(1, text):08x}")

half = len(text) // 2
assert crc32_combine(crc32(0, text[:half]), crc32(0, text[half:]), half) == crc32(0, memoryview(text))
try:
    uncompress(packed[:20])
except Error as error:
    print(f"error {error.code}: {error}")

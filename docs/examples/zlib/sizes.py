from _zlib import BEST_COMPRESSION, Error, adler32, compress2, crc32, uncompress

text = b"to be or not to be, " * 1000
packed = compress2(text, BEST_COMPRESSION)
print(len(text), "->", len(packed) < 200, uncompress(packed) == text)
print(f"{crc32(0, text):08x} {adler32(1, text):08x}")
try:
    uncompress(packed[:20])
except Error as error:
    print(error.code, error)

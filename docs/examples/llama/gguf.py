"""Writes GGUF, the format of llama.cpp's models: a header, pairs, the descriptions of the tensors, and their data, aligned."""
import struct

UINT32, INT32, FLOAT32, STRING, ARRAY = 4, 5, 6, 8, 9  # the format's codes of types
HALF = 1  # its code for tensors of 16-bit floating-point numbers; 32-bit ones are 0
ALIGNMENT = 32


def value(kind, content):
    if kind == STRING:
        data = content.encode()
        return struct.pack("<Q", len(data)) + data
    return struct.pack({UINT32: "<I", INT32: "<i", FLOAT32: "<f"}[kind], content)


def pair(key, kind, content):
    if isinstance(content, list):
        values = b"".join(value(kind, item) for item in content)
        return value(STRING, key) + struct.pack("<IIQ", ARRAY, kind, len(content)) + values
    return value(STRING, key) + struct.pack("<I", kind) + value(kind, content)


def padded(data):
    return data + bytes(-len(data) % ALIGNMENT)


def write(path, pairs, tensors):
    """The pairs are (key, kind, content); matrices are written with 16 bits a number, vectors with 32, as llama.cpp expects."""
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(pairs)) + b"".join(pair(*entry) for entry in pairs)
    data = b""
    for name, tensor in tensors.items():
        half = tensor.ndim == 2
        shape = tensor.shape[::-1]  # the innermost dimension comes first
        head += value(STRING, name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, HALF if half else 0, len(data))
        data += padded(tensor.astype("<f2" if half else "<f4").tobytes())
    with open(path, "wb") as file:
        file.write(padded(head) + data)

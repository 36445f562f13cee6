"""train.py SENTENCES.txt MODEL.gguf: trains a tiny model of the llama architecture, in seconds, for llama.cpp to run.

It memorises. It has read "The square of 7 is 49." some hundred times, cannot multiply, and knows nothing but its sentences.
What is real is the road: the file has the format of the large models, and llama.cpp does the same arithmetic with it.
"""
import sys

import numpy as np

import gguf
from transformer import EPSILON, HEADS, HIDDEN, LAYERS, ROPE_BASE, WIDTH, forward, softmax, start

STEPS, RATE = 200, 2e-2
UNKNOWN, BEGIN, END = range(3)
SPACE = "\u2581"  # llama.cpp's tokenizers write it for a space, and put one before the text


def vocabulary(sentences):
    """Three tokens with a meaning, and one for each character."""
    return ["<unk>", "<s>", "</s>", SPACE, *sorted({character for sentence in sentences for character in sentence} - {" "})]


def loss(weights, tokens):
    """How surprised the model is by the tokens, and the gradients of that."""
    inputs, targets = tokens[:, :-1], tokens[:, 1:, None]
    asked = (inputs != END)[..., None]  # nobody asks what comes after the end
    logits, back = forward(weights, inputs)
    likely = softmax(logits)
    right = np.take_along_axis(likely, targets, -1)
    np.put_along_axis(likely, targets, right - 1, -1)
    return -(np.log(right) * asked).sum() / asked.sum(), back(likely * asked / np.float32(asked.sum()))


def train(weights, tokens):
    """By Adam, at a rate that rises at first, and then falls to nothing."""
    mean = {name: np.zeros_like(weight) for name, weight in weights.items()}
    square = {name: np.zeros_like(weight) for name, weight in weights.items()}
    for step in range(1, STEPS + 1):
        surprise, gradients = loss(weights, tokens)
        rate = RATE * min(1, step / 20) * (1 + np.cos(np.pi * step / STEPS)) / 2
        for name, gradient in gradients.items():
            mean[name] += 0.1 * (gradient - mean[name])
            square[name] += 0.01 * (gradient ** 2 - square[name])
            move = mean[name] / (1 - 0.9 ** step) / (np.sqrt(square[name] / (1 - 0.99 ** step)) + 1e-8)
            weights[name] -= (rate * move).astype(np.float32)
        if step % 50 == 0:
            print(f"step {step}: loss {surprise:.4f}")


def save(path, weights, texts):
    """The file also has a token for each byte, for texts with other characters; nothing was learned about those."""
    bytes_ = [f"<0x{byte:02X}>" for byte in range(256)]
    kinds = [2, 3, 3] + [1] * (len(texts) - 3) + [6] * 256  # unknown, control, normal, byte
    embedding = np.pad(weights["token_embd.weight"], ((0, 256), (0, 0)))
    numbers = {"context_length": 256, "embedding_length": WIDTH, "block_count": LAYERS, "feed_forward_length": HIDDEN,
               "attention.head_count": HEADS, "rope.dimension_count": WIDTH // HEADS}
    gguf.write(path, [
        ("general.architecture", gguf.STRING, "llama"), ("general.name", gguf.STRING, "squares, memorised"),
        *((f"llama.{key}", gguf.UINT32, number) for key, number in numbers.items()),
        ("llama.attention.layer_norm_rms_epsilon", gguf.FLOAT32, EPSILON),
        ("llama.rope.freq_base", gguf.FLOAT32, ROPE_BASE),
        ("tokenizer.ggml.model", gguf.STRING, "llama"),
        ("tokenizer.ggml.tokens", gguf.STRING, texts + bytes_),
        ("tokenizer.ggml.scores", gguf.FLOAT32, [0.0] * len(kinds)),
        ("tokenizer.ggml.token_type", gguf.INT32, kinds),
        ("tokenizer.ggml.unknown_token_id", gguf.UINT32, UNKNOWN),
        ("tokenizer.ggml.bos_token_id", gguf.UINT32, BEGIN),
        ("tokenizer.ggml.eos_token_id", gguf.UINT32, END),
    ], {**weights, "token_embd.weight": embedding})


def known(weights, tokens, sentences):
    """How many sentences it completes: those of which after " is", the likeliest character is always the right one."""
    right = forward(weights, tokens[:, :-1])[0].argmax(-1) == tokens[:, 1:]
    return sum(row[sentence.index(" is") + 4:len(sentence) + 2].all() for row, sentence in zip(right, sentences))


def main(sentences_path, model_path):
    with open(sentences_path, encoding="utf-8") as file:
        sentences = file.read().splitlines()
    texts = vocabulary(sentences)
    rows = [[BEGIN, *map(texts.index, SPACE + sentence.replace(" ", SPACE)), END] for sentence in sentences]
    longest = max(map(len, rows))
    tokens = np.array([row + [END] * (longest - len(row)) for row in rows])
    weights = start(np.random.default_rng(7), len(texts))
    train(weights, tokens)
    save(model_path, weights, texts)
    completed = known(weights, tokens, sentences)
    print(f"it completes {completed} of {len(sentences)} sentences")
    return int(completed < len(sentences))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""complete.py MODEL PROMPT [tell]: the same as complete.c."""
import sys
from array import array

import llama


def complete(model, prompt, tell):
    vocab, sampler = model.get_vocab(), llama.Sampler.init_greedy()
    tokens = vocab.tokenize(prompt, True, True)
    text = prompt.encode()
    with model.context(256, 1) as context:
        while not vocab.is_eog(tokens[-1]):
            context.decode(tokens, None)
            tokens = array("i", [sampler.choose(context)])
            if tell:
                print("token", tokens[0], file=sys.stderr)
            text += b"" if vocab.is_eog(tokens[0]) else vocab.piece(tokens[0])
    return text.decode()


def main(path, prompt, tell=""):
    llama.start()
    steps = []
    with llama.Model(path, steps.append) as model:
        if tell:
            print(f"loaded in {len(steps)} steps", file=sys.stderr)
        print(complete(model, prompt, tell))


if __name__ == "__main__":
    main(*sys.argv[1:])

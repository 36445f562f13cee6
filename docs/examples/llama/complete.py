"""complete.py MODEL PROMPT [tell]: the same as complete.c."""
import sys
from array import array

import llama

PARAMS = llama.ContextParams(n_ctx=256, n_batch=256, n_threads=1, n_threads_batch=1)


def complete(model, prompt, tell):
    vocab, sampler = model.get_vocab(), llama.Sampler.init_greedy()
    tokens = vocab.tokenize(prompt, True, True)
    text = prompt.encode()
    with model.context(PARAMS) as context:
        while not vocab.is_eog(tokens[-1]):
            context.decode(tokens)
            tokens = array("i", [sampler.choose(context)])
            if tell:
                print("token", tokens[0], file=sys.stderr)
            text += b"" if vocab.is_eog(tokens[0]) else vocab.token_to_piece(tokens[0])
    return text.decode()


def main(path, prompt, tell=""):
    llama.log_set(lambda level, text: level == llama.LogLevel.ERROR and sys.stderr.write(text))
    llama.backend_load_all()
    steps = []
    with llama.Model(path, llama.ModelParams(progress_callback=steps.append)) as model:
        if tell:
            print(f"loaded in {len(steps)} steps", file=sys.stderr)
        print(complete(model, prompt, tell))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The arithmetic of the llama architecture. llama.cpp does it forward, with weights of these names; training also goes back.

Each step of the model returns its result, and a function that turns the gradient of the result into those of what went in.
"""
import numpy as np

WIDTH, HEADS, HIDDEN, LAYERS = 32, 4, 64, 1
EPSILON, ROPE_BASE = 1e-5, 10000.0
MATRICES = {"attn_q": (WIDTH, WIDTH), "attn_k": (WIDTH, WIDTH), "attn_v": (WIDTH, WIDTH), "attn_output": (WIDTH, WIDTH),
            "ffn_gate": (HIDDEN, WIDTH), "ffn_up": (HIDDEN, WIDTH), "ffn_down": (WIDTH, HIDDEN)}


def start(random, tokens):
    """Weights that have learned nothing."""
    def matrix(rows, columns, size=1.0):
        return (random.standard_normal((rows, columns)) * size / np.sqrt(columns)).astype(np.float32)
    ones = np.ones(WIDTH, np.float32)
    weights = {"token_embd.weight": matrix(tokens, WIDTH, 0.5), "output_norm.weight": ones.copy()}
    for index in range(LAYERS):
        for name in "attn_norm", "ffn_norm":
            weights[f"blk.{index}.{name}.weight"] = ones.copy()
        for name, shape in MATRICES.items():
            weights[f"blk.{index}.{name}.weight"] = matrix(*shape)
    return weights


def linear(x, weight):
    def back(dy):
        return dy @ weight, dy.reshape(-1, dy.shape[-1]).T @ x.reshape(-1, x.shape[-1])
    return x @ weight.T, back


def norm(x, weight):
    scale = 1 / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON)
    unit = x * scale

    def back(dy):
        d_unit = dy * weight
        return scale * (d_unit - unit * (d_unit * unit).mean(-1, keepdims=True)), (dy * unit).sum((0, 1))
    return unit * weight, back


def rotate(x, direction=1):
    """The position of a token, as a rotation of each pair of numbers: the gradient is rotated the other way."""
    length, width = x.shape[-2:]
    angle = np.outer(np.arange(length), ROPE_BASE ** (-np.arange(0, width, 2) / width)).astype(np.float32)
    even, odd, sine, cosine = x[..., 0::2], x[..., 1::2], direction * np.sin(angle), np.cos(angle)
    return np.stack([even * cosine - odd * sine, even * sine + odd * cosine], -1).reshape(x.shape)


def softmax(x):
    power = np.exp(x - x.max(-1, keepdims=True))
    return power / power.sum(-1, keepdims=True)


def attention(q, k, v):
    """Every token looks at those before it, with each head at other parts of them."""
    batch, length, width = q.shape
    scale = (width // HEADS) ** -0.5

    def split(x):
        return x.reshape(batch, length, HEADS, -1).swapaxes(1, 2)

    def join(x):
        return x.swapaxes(1, 2).reshape(batch, length, width)
    q, k, v = rotate(split(q)), rotate(split(k)), split(v)
    weights = softmax(q @ k.swapaxes(2, 3) * scale + np.triu(np.full((length, length), -1e9, np.float32), 1))

    def back(dy):
        dy = split(dy)
        d_weights = dy @ v.swapaxes(2, 3)
        d_scores = weights * (d_weights - (d_weights * weights).sum(-1, keepdims=True)) * scale
        dq, dk = rotate(d_scores @ k, -1), rotate(d_scores.swapaxes(2, 3) @ q, -1)
        return join(dq), join(dk), join(weights.swapaxes(2, 3) @ dy)
    return join(weights @ v), back


def gated(gate, up):
    sigmoid = 1 / (1 + np.exp(-gate))

    def back(dy):
        return dy * up * sigmoid * (1 + gate * (1 - sigmoid)), dy * gate * sigmoid
    return gate * sigmoid * up, back


def layer(x, weights, prefix):
    w = {name: weights[f"{prefix}{name}.weight"] for name in ("attn_norm", "ffn_norm", *MATRICES)}
    normal, norm_back = norm(x, w["attn_norm"])
    (q, q_back), (k, k_back), (v, v_back) = (linear(normal, w[f"attn_{name}"]) for name in "qkv")
    seen, attention_back = attention(q, k, v)
    added, output_back = linear(seen, w["attn_output"])
    x = x + added
    normal, ffn_norm_back = norm(x, w["ffn_norm"])
    (gate, gate_back), (up, up_back) = (linear(normal, w[f"ffn_{name}"]) for name in ("gate", "up"))
    hidden, gated_back = gated(gate, up)
    added, down_back = linear(hidden, w["ffn_down"])

    def back(dx):
        d = {}
        d_hidden, d["ffn_down"] = down_back(dx)
        d_gate, d_up = gated_back(d_hidden)
        d_normal, d["ffn_gate"] = gate_back(d_gate)
        d_more, d["ffn_up"] = up_back(d_up)
        d_x, d["ffn_norm"] = ffn_norm_back(d_normal + d_more)
        dx = dx + d_x
        d_seen, d["attn_output"] = output_back(dx)
        parts = []
        for name, step, gradient in zip("qkv", (q_back, k_back, v_back), attention_back(d_seen)):
            part, d[f"attn_{name}"] = step(gradient)
            parts.append(part)
        d_x, d["attn_norm"] = norm_back(sum(parts))
        return dx + d_x, {prefix + name + ".weight": gradient for name, gradient in d.items()}
    return x + added, back


def forward(weights, tokens):
    """The logits: how much each token of the vocabulary is expected next."""
    embedding, backs = weights["token_embd.weight"], []
    x = embedding[tokens]
    for index in range(LAYERS):
        x, back = layer(x, weights, f"blk.{index}.")
        backs.append(back)
    x, norm_back = norm(x, weights["output_norm.weight"])
    logits, output_back = linear(x, embedding)  # the embedding is also the last matrix

    def back(d_logits):
        gradients = {}
        dx, d_embedding = output_back(d_logits)
        dx, gradients["output_norm.weight"] = norm_back(dx)
        for step in reversed(backs):
            dx, more = step(dx)
            gradients.update(more)
        np.add.at(d_embedding, tokens, dx)
        return {"token_embd.weight": d_embedding, **gradients}
    return logits, back

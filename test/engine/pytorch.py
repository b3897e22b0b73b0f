"""Prints the curves of pytorch.test.ts: python3 test/engine/pytorch.py, with PyTorch 1.13 or newer."""

import math

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(count, seed):
    """Numbers in [-1, 1) from whole numbers alone."""
    return [((i * 7919 + seed * 104729) % 1009) / 504.5 - 1 for i in range(count)]


LOSSES = {
    "mse": lambda y, t: F.mse_loss(y[:, 0], t),
    "bce": lambda y, t: F.binary_cross_entropy_with_logits(y[:, 0], (t > 0).double()),
    "ce": lambda y, t: F.cross_entropy(y, t),
}


def curve(widths, activation, loss, rows, batch, optimizer):
    x = torch.tensor(numbers(rows * widths[0], 1)).view(rows, widths[0])
    t = torch.tensor([i % widths[-1] for i in range(rows)] if loss == "ce" else numbers(rows, 2))
    parameters = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        for shape in ((fan_in, fan_out), (fan_out,)):
            values = torch.tensor(numbers(math.prod(shape), 3 + len(parameters)))
            parameters.append((values.view(shape) / math.sqrt(fan_in)).requires_grad_())
    rule = optimizer(parameters)
    losses = []
    for step in range(200):
        chosen = [(step * batch + i) % rows for i in range(batch)]
        h = x[chosen]
        for i in range(0, len(parameters), 2):
            h = h @ parameters[i] + parameters[i + 1]
            if i + 2 < len(parameters):
                h = activation(h)
        value = LOSSES[loss](h, t[chosen])
        rule.zero_grad()
        value.backward()
        rule.step()
        losses.append(value.item())
    print([float(f"{losses[step - 1]:.9g}") for step in (1, 2, 3, 10, 50, 200)])


Adam, SGD = torch.optim.Adam, torch.optim.SGD
curve([2, 8, 8, 1], torch.tanh, "mse", 24, 24, lambda p: Adam(p, lr=0.01))
curve([3, 10, 4], torch.relu, "ce", 30, 7, lambda p: SGD(p, lr=0.05, momentum=0.9))
curve([2, 6, 1], torch.sigmoid, "bce", 20, 5, lambda p: SGD(p, lr=0.5))
curve([40, 33, 10, 3], torch.tanh, "ce", 50, 13, lambda p: Adam(p, lr=0.003, betas=(0.8, 0.99), eps=1e-6))

"""Writes pytorch.jsonl, what pytorch.test.ts is held against: python3 test/engine/pytorch.py, with PyTorch 1.13 or newer.

Every case is a network, a loss, an optimizer and a schedule in the engine's own words; PyTorch trains it in float64.
"""

import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler

torch.set_default_dtype(torch.float64)
STEPS = 50
SHOWN = (1, 2, 3, 10, 25, 50)


def numbers(count, seed):
    """Numbers in [-1, 1) from whole numbers alone."""
    return torch.tensor([((i * 7919 + seed * 104729) % 1009) / 504.5 - 1 for i in range(count)])


ACTIVATIONS = {
    "identity": lambda x: x,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": F.leaky_relu,
    "elu": F.elu,
    "selu": F.selu,
    "softplus": F.softplus,
    "silu": F.silu,
    "gelu": F.gelu,
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
}


class Network:
    """A network in the engine's words; images lie [height, columns, channels], and channels first in here."""

    def __init__(self, spec):
        self.spec = spec
        self.parameters = []
        self.own = []
        self.kept = []
        image = spec.get("image")
        self.image = image and (image["height"], image["columns"], image["channels"])
        with torch.no_grad():
            flows = [self.rows(numbers(spec["inputs"] * 2, 1).view(2, -1))]
            for i, layer in enumerate(spec["layers"]):
                self.own.append(self.make(layer, flows[-1].shape[1]))
                flows.append(self.play(i, flows, False))

    def rows(self, x):
        return x.view(len(x), *self.image).permute(0, 3, 1, 2) if self.image else x

    def parameter(self, *shape, middle=None):
        values = numbers(math.prod(shape), 3 + len(self.parameters)).view(shape) / math.sqrt(shape[0])
        self.parameters.append((values if middle is None else middle + values / 2).requires_grad_())
        return self.parameters[-1]

    def make(self, layer, width):
        kind = layer["type"]
        if kind == "dense":
            return self.parameter(width, layer["units"]), self.parameter(layer["units"])
        if kind == "conv2d":
            size = layer["size"]
            return self.parameter(size * size * width, layer["units"]), self.parameter(layer["units"])
        if kind == "prelu":
            return (self.parameter(1, middle=0.25),)
        if kind.endswith("Norm"):
            kept = (torch.zeros(width), torch.ones(width))
            self.kept.extend(kept if kind == "batchNorm" else ())
            return self.parameter(width, middle=1.0), self.parameter(width), *kept
        return ()

    def play(self, i, flows, is_training):
        layer, own, x = self.spec["layers"][i], self.own[i], flows[-1]
        kind = layer["type"]
        if kind == "dense":
            return x @ own[0] + own[1]
        if kind == "activation":
            return ACTIVATIONS[layer["name"]](x)
        if kind == "prelu":
            return F.prelu(x, own[0])
        if kind == "maxout":
            return x.view(len(x), -1, layer["pieces"]).max(-1).values
        if kind == "residual":
            return x + flows[-1 - layer["over"]]
        if kind == "flatten":
            return x.permute(0, 2, 3, 1).flatten(1)
        if kind == "conv2d":
            size = layer["size"]
            weight = own[0].view(size, size, x.shape[1], layer["units"]).permute(3, 2, 0, 1)
            return F.conv2d(x, weight, own[1], layer.get("step", 1), layer.get("padding", 0))
        if kind == "batchNorm":
            return F.batch_norm(x, own[2], own[3], own[0], own[1], is_training)
        if kind == "layerNorm":
            return F.layer_norm(x, x.shape[1:], *own[:2]) if x.dim() == 2 else F.group_norm(x, 1, *own[:2])
        if kind == "groupNorm":
            return F.group_norm(x, layer["groups"], *own[:2])
        if kind == "instanceNorm":
            return F.instance_norm(x, weight=own[0], bias=own[1])
        if kind == "maxPool":
            return F.max_pool2d(x, layer["size"], layer.get("step"))
        if kind == "averagePool":
            return F.avg_pool2d(x, layer["size"], layer.get("step"))
        if kind == "globalAverage":
            return x.mean((2, 3))
        raise ValueError(kind)

    def __call__(self, x, is_training):
        flows = [self.rows(x)]
        for i in range(len(self.own)):
            flows.append(self.play(i, flows, is_training))
        return flows[-1]


def focal(y, t, gamma, alpha):
    entropy = F.binary_cross_entropy_with_logits(y, t, reduction="none")
    p = torch.sigmoid(y)
    right = p * t + (1 - p) * (1 - t)
    return ((alpha * t + (1 - alpha) * (1 - t)) * (1 - right) ** gamma * entropy).mean()


def focal_ce(y, t, gamma, weights):
    log_p = F.log_softmax(y, 1).gather(1, t[:, None])[:, 0]
    weight = torch.tensor(weights)[t] if weights else 1
    return (-weight * (1 - log_p.exp()) ** gamma * log_p).mean()


def loss_of(spec, y, t):
    name, s = spec["loss"], spec.get("lossSettings", {})
    weights = s.get("weights")
    if name in ("ce", "focal_ce"):
        if name == "focal_ce":
            return focal_ce(y, t, s.get("gamma", 2), weights)
        weight = torch.tensor(weights) if weights else None
        return F.cross_entropy(y, t, weight=weight, label_smoothing=s.get("smoothing", 0.0))
    if name == "bce":
        smoothing = s.get("smoothing", 0.0)
        positive = torch.tensor([weights[1]]) if weights else None
        return F.binary_cross_entropy_with_logits(y, t * (1 - smoothing) + smoothing / 2, pos_weight=positive)
    if name == "hinge":
        return F.relu(1 - (2 * t - 1) * y).mean()
    if name == "focal":
        return focal(y, t, s.get("gamma", 2), s.get("alpha", 0.25))
    if name == "huber":
        return F.huber_loss(y, t, delta=s.get("delta", 1.0))
    if name == "sigmoid_mse":
        return F.mse_loss(y.sigmoid(), t)
    return {"mse": F.mse_loss, "mae": F.l1_loss}[name](y, t)


def optimizer_of(spec, parameters, rate):
    optim = torch.optim
    common = {"lr": rate, "weight_decay": spec.get("decay", 0)}
    keep, rho = spec.get("momentum", 0.9), spec.get("rho")
    betas, eps = (spec.get("beta1", 0.9), spec.get("beta2", 0.999)), spec.get("epsilon", 1e-8)
    return {
        "gd": lambda: optim.SGD(parameters, **common),
        "sgd": lambda: optim.SGD(parameters, **common),
        "momentum": lambda: optim.SGD(parameters, momentum=keep, **common),
        "nesterov": lambda: optim.SGD(parameters, momentum=keep, nesterov=True, **common),
        "adagrad": lambda: optim.Adagrad(parameters, **common),
        "rmsprop": lambda: optim.RMSprop(parameters, alpha=rho or 0.99, **common),
        "adadelta": lambda: optim.Adadelta(parameters, rho=rho or 0.9, **common),
        "adam": lambda: optim.Adam(parameters, betas=betas, eps=eps, **common),
        "adamw": lambda: optim.AdamW(parameters, betas=betas, eps=eps, **common),
    }[spec["name"]]()


def schedule_of(spec, rule, rate, total):
    warmup = spec.get("warmup", 0)
    gamma, left = spec.get("gamma"), total - warmup
    main = {
        "constant": lambda: lr_scheduler.LambdaLR(rule, lambda step: 1),
        "step": lambda: lr_scheduler.StepLR(rule, spec.get("every", 100), gamma or 0.1),
        "exponential": lambda: lr_scheduler.ExponentialLR(rule, gamma or 0.99),
        "linear": lambda: lr_scheduler.LinearLR(rule, 1, 0, left),
        "cosine": lambda: lr_scheduler.CosineAnnealingLR(rule, left),
        "one_cycle": lambda: lr_scheduler.OneCycleLR(rule, rate, left, cycle_momentum=False),
    }[spec["name"]]()
    if not warmup:
        return main
    rise = lr_scheduler.LinearLR(rule, 1 / warmup, 1, warmup - 1)
    return lr_scheduler.SequentialLR(rule, [rise, main], [warmup])


def short(value):
    return float(f"{value:.9g}")


def run(name, spec, optimizer=None, rate=0.05, schedule=None, rows=24, batch=8):
    optimizer, schedule = optimizer or {"name": "sgd"}, schedule or {"name": "constant"}
    network = Network(spec)
    x = numbers(rows * spec["inputs"], 1).view(rows, -1)
    outputs = network(x[:2], False).shape[1]
    t = numbers(rows * outputs, 2).view(rows, outputs)
    if spec["loss"] in ("ce", "focal_ce"):
        t = torch.arange(rows) % outputs
    elif spec["loss"] in ("bce", "sigmoid_mse", "hinge", "focal"):
        t = (t > 0).double()
    rule = optimizer_of(optimizer, network.parameters, rate)
    clock = schedule_of(schedule, rule, rate, STEPS)
    losses = []
    for step in range(STEPS):
        chosen = [(step * batch + i) % rows for i in range(batch)]
        value = loss_of(spec, network(x[chosen], True), t[chosen])
        rule.zero_grad()
        value.backward()
        if "clip_value" in optimizer:
            torch.nn.utils.clip_grad_value_(network.parameters, optimizer["clip_value"])
        if "clip_norm" in optimizer:
            torch.nn.utils.clip_grad_norm_(network.parameters, optimizer["clip_norm"])
        now = rule.param_groups[0]["lr"]
        rule.step()
        clock.step()
        with torch.no_grad():
            for p in network.parameters if "l1" in optimizer else ():
                p.copy_(F.softshrink(p, now * optimizer["l1"]))
        losses.append(value.item())
    with torch.no_grad():
        end = loss_of(spec, network(x, False), t).item()
    return {
        **{"name": name, "spec": spec, "optimizer": optimizer, "rate": rate, "schedule": schedule},
        **{"rows": rows, "batch": batch, "losses": [short(losses[step - 1]) for step in SHOWN], "end": short(end)},
        "kept": [short(v) for kept in network.kept for v in kept.tolist()],
    }


def dense(units):
    return {"type": "dense", "units": units}


def act(name):
    return {"type": "activation", "name": name}


def conv(units, size, **more):
    return {"type": "conv2d", "units": units, "size": size, **more}


def plain(*layers, inputs=3, loss="mse", **settings):
    spec = {"inputs": inputs, "layers": list(layers), "loss": loss}
    return {**spec, "lossSettings": settings} if settings else spec


def image(*layers, loss="ce"):
    size = {"height": 6, "columns": 5, "channels": 2}
    return {"inputs": 60, "image": size, "layers": list(layers), "loss": loss}


NORM, FLAT = {"type": "batchNorm"}, {"type": "flatten"}


def cases():
    for name in ACTIVATIONS:
        yield run(f"activation {name}", plain(dense(8), act(name), dense(2)))
    units = {
        "prelu": (dense(8), {"type": "prelu"}),
        "maxout": (dense(12), {"type": "maxout", "pieces": 3}),
        "batch norm": (dense(8), NORM, act("tanh")),
        "layer norm": (dense(7), {"type": "layerNorm"}, act("tanh")),
        "group norm": (dense(6), {"type": "groupNorm", "groups": 2}, act("tanh")),
        "residual": (dense(6), act("tanh"), dense(6), act("tanh"), {"type": "residual", "over": 2}),
    }
    for name, layers in units.items():
        yield run(f"layer {name}", plain(*layers, dense(2)))
    pictures = {
        "conv": (conv(3, 3), act("tanh"), conv(4, 2, step=2, padding=1), FLAT),
        "batch norm of images": (conv(3, 3), NORM, act("relu"), FLAT),
        "layer norm of images": (conv(3, 3), {"type": "layerNorm"}, act("relu"), FLAT),
        "group norm of images": (conv(4, 3), {"type": "groupNorm", "groups": 2}, act("relu"), FLAT),
        "instance norm": (conv(3, 3), {"type": "instanceNorm"}, act("relu"), FLAT),
        "max pool": (conv(3, 2), {"type": "maxPool", "size": 2}, FLAT),
        "max pool that overlaps": (conv(3, 1), {"type": "maxPool", "size": 3, "step": 1}, FLAT),
        "average pool": (conv(3, 1), {"type": "averagePool", "size": 2}, FLAT),
        "global average": (conv(6, 3), act("relu"), {"type": "globalAverage"}),
    }
    for name, layers in pictures.items():
        yield run(f"layer {name}", image(*layers, dense(3)))
    judges = [
        *(("mse", 2, {}), ("mae", 2, {}), ("huber", 2, {}), ("huber", 2, {"delta": 0.2})),
        *(("bce", 1, {}), ("bce", 1, {"smoothing": 0.2}), ("bce", 1, {"weights": [1, 5], "smoothing": 0.1})),
        ("sigmoid_mse", 1, {}),
        *(("hinge", 1, {}), ("focal", 1, {}), ("focal", 2, {"gamma": 1.5, "alpha": 0.8})),
        *(("ce", 3, {}), ("ce", 3, {"smoothing": 0.2}), ("ce", 3, {"weights": [1, 4, 0.5]})),
        ("ce", 3, {"weights": [1, 4, 0.5], "smoothing": 0.1}),
        *(("focal_ce", 3, {}), ("focal_ce", 3, {"gamma": 0.5, "weights": [1, 4, 0.5]})),
    ]
    for loss, outputs, settings in judges:
        spec = plain(dense(8), act("tanh"), dense(outputs), loss=loss, **settings)
        yield run(f"loss {loss} {json.dumps(settings)}", spec)
    rules = [
        *(({"name": "gd"}, 0.1), ({"name": "sgd", "decay": 0.1}, 0.1), ({"name": "momentum"}, 0.02)),
        *(({"name": "nesterov", "decay": 0.01}, 0.02), ({"name": "adagrad"}, 0.05)),
        *(({"name": "rmsprop"}, 0.005), ({"name": "rmsprop", "rho": 0.9, "decay": 0.05}, 0.005)),
        *(({"name": "adadelta"}, 1.0), ({"name": "adam"}, 0.01), ({"name": "adam", "decay": 0.1}, 0.01)),
        *(({"name": "adamw", "decay": 0.1}, 0.01), ({"name": "sgd", "l1": 0.05}, 0.1)),
        *(({"name": "sgd", "clip_norm": 0.1}, 0.5), ({"name": "momentum", "clip_value": 0.05}, 0.05)),
    ]
    for optimizer, rate in rules:
        spec = plain(dense(8), act("tanh"), dense(3), loss="ce")
        yield run(f"optimizer {json.dumps(optimizer)}", spec, optimizer, rate)
    yield run(
        "widths beyond vectors and panels, Adam with other moments",
        plain(dense(33), act("tanh"), dense(10), act("tanh"), dense(3), inputs=40, loss="ce"),
        *({"name": "adam", "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-6}, 0.003, None, 50, 13),
    )
    yield run(
        "MLP with GELU, layer norm, AdamW, warm-up and cosine",
        plain(*(dense(16), {"type": "layerNorm"}, act("gelu")) * 2, dense(3), inputs=10, loss="ce", smoothing=0.1),
        *({"name": "adamw", "decay": 0.05}, 0.01, {"name": "cosine", "warmup": 5}, 40, 10),
    )
    yield run(
        "conv with batch norm, pooling and momentum",
        image(conv(6, 3, padding=1), NORM, act("relu"), {"type": "maxPool", "size": 2}, conv(8, 2), NORM,
              act("relu"), {"type": "globalAverage"}, dense(3)),
        *({"name": "momentum", "decay": 1e-3}, 0.02, {"name": "one_cycle"}, 32, 16),
    )
    yield run(
        "residual net of images with clipping",
        image(conv(4, 3, padding=1), act("silu"), conv(4, 3, padding=1), {"type": "groupNorm", "groups": 2},
              {"type": "residual", "over": 2}, act("silu"), FLAT, dense(3)),
        *({"name": "adam", "clip_norm": 1}, 0.005, {"name": "step", "every": 20}, 32, 16),
    )
    yield run(
        "class weights and focal loss on few of one class",
        plain(dense(12), act("relu"), dense(6), act("relu"), dense(2), loss="focal_ce", gamma=2, weights=[1, 9]),
        *({"name": "nesterov"}, 0.02, {"name": "exponential"}, 30, 10),
    )


def rates():
    specs = [{"name": name} for name in ("constant", "step", "exponential", "linear", "cosine", "one_cycle")]
    specs += [{"name": "step", "every": 7, "gamma": 0.5}, {"name": "exponential", "gamma": 0.9}]
    specs += [{"name": "cosine", "warmup": 5}, {"name": "linear", "warmup": 3}]
    for spec in specs:
        rule = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.3)
        clock = schedule_of(spec, rule, 0.3, 40)
        found = []
        for _ in range(40):
            found.append(short(rule.param_groups[0]["lr"]))
            rule.step()
            clock.step()
        yield {"schedule": spec, "rates": found}


def plateau():
    rule = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    clock = lr_scheduler.ReduceLROnPlateau(rule, factor=0.5, patience=2, threshold=0.1)
    losses = [round(abs(math.sin(i * 1.7)) + 8 / (i + 1), 3) for i in range(40)]
    found = []
    for loss in losses:
        clock.step(loss)
        found.append(rule.param_groups[0]["lr"])
    return {"losses": losses, "factors": found}


if __name__ == "__main__":
    lines = [*cases(), *rates(), plateau()]
    Path(__file__).with_name("pytorch.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

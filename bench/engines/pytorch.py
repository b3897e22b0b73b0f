"""PyTorch, eager, on as many threads as the first argument says: orders and answers as in bench/player.mjs."""

import json
import os
import sys
import time

THREADS = sys.argv[1]
os.environ["OMP_NUM_THREADS"] = THREADS
os.environ["OPENBLAS_NUM_THREADS"] = THREADS

import torch
from torch import nn

torch.set_num_threads(int(THREADS))


def blas():
    """What multiplies its matrices: builds differ widely here."""
    config = torch.__config__.show()
    for mark, name in (("BLAS_INFO=mkl", "MKL"), ("BLAS_INFO=open", "OpenBLAS")):
        if mark in config:
            return name
    # A build on any BLAS takes what the system gives it.
    try:
        with open("/proc/self/maps") as maps:
            return "OpenBLAS" if "openblas" in maps.read() else "reference BLAS"
    except OSError:
        return "unknown BLAS"


def network(task, rate, batches):
    spec, batch = task["spec"], task["batch"]
    image = spec.get("image")
    shape = [image["channels"], image["height"], image["columns"]] if image else [spec["inputs"]]
    model = nn.Sequential(*layers(spec["layers"], shape))
    is_classes = spec["loss"] == "ce"
    loss = nn.CrossEntropyLoss() if is_classes else nn.MSELoss()
    adam = torch.optim.Adam(model.parameters(), lr=rate)
    xs = [torch.rand(batch, *shape) * 2 - 1 for _ in range(batches)]
    ys = [torch.arange(batch) % 10 if is_classes else torch.rand(batch, 1) * 2 - 1 for _ in range(batches)]

    def run(steps):
        for i in range(steps):
            adam.zero_grad(set_to_none=True)
            loss(model(xs[i % batches]), ys[i % batches]).backward()
            adam.step()

    return run


def layers(specs, shape):
    """Modules of a network; the shape of a row is followed on an empty batch."""
    made, x = [], torch.zeros(2, *shape)
    for spec in specs:
        made.append(layer(spec, x.shape[1]))
        x = made[-1](x)
    return made


def layer(spec, width):
    kind = spec["type"]
    if kind == "dense":
        return nn.Linear(width, spec["units"])
    if kind == "activation":
        return {"tanh": nn.Tanh, "relu": nn.ReLU}[spec["name"]]()
    if kind == "batchNorm":
        return nn.BatchNorm1d(width)
    if kind == "conv2d":
        return nn.Conv2d(width, spec["units"], spec["size"], padding=spec["padding"])
    return nn.MaxPool2d(spec["size"]) if kind == "maxPool" else nn.Flatten()


def product(size):
    a, b = torch.randn(size, size), torch.randn(size, size)

    def run(times):
        for _ in range(times):
            torch.mm(a, b)

    return run


def measured(run, steps):
    wall, cpu = time.perf_counter(), time.process_time()
    run(steps)
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


about = f"PyTorch {torch.__version__.split('+')[0]}, {blas()}" + ("" if THREADS == "1" else f", {THREADS} threads")
note = "other builds, with OpenBLAS or MKL, multiply faster" if "reference" in about else ""
run = None
for line in sys.stdin:
    order = json.loads(line)
    if order["type"] == "about":
        answer = {"about": about}
    elif order["type"] == "prepare":
        task = order["task"]
        if "product" in task:
            run = product(task["product"])
        else:
            run = network(task, order["rate"], order["batches"])
        answer = {"examples": task.get("batch", 1), "note": note}
    else:
        answer = measured(run, order["steps"])
    print(json.dumps(answer), flush=True)

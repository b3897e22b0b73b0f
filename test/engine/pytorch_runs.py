"""Writes pytorch-runs.json, what pytorch-runs.test.ts is held against: python3 test/engine/pytorch_runs.py, after npm run build.

Every run is a recipe. The program writes down its data, its first weights and its batches (run --dump), and PyTorch trains from
there in float64, with an optimizer and a schedule of its own.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import torch
from pytorch import F, Network, loss_of, lr_scheduler, optimizer_of, schedule_of, short

ROOT = Path(__file__).parents[2]
STEPS = 50

RUNS = {
    "MLP on digits, Adam": "--data digits --n 200 --net 32,16 --act relu --opt adam --lr 0.003 --batch 32",
    "convolutions with batch norm and max pooling, momentum, one cycle":
        "--data digits --n 200 --conv 4,8 --norm batch --act relu --pool max --opt momentum --lr 0.02 --schedule one_cycle --batch 40",
    "convolutions with group norm, SiLU and average head, AdamW and clipping":
        "--data digits --n 120 --conv 6,8 --norm group --act silu --pool average --head average --opt adamw --decay 0.05"
        " --lr 0.01 --clip 0.5 --batch 30",
    "layer norm and GELU, AdamW with warm-up and cosine":
        "--data wine --n 120 --net 24,12 --act gelu --norm layer --opt adamw --decay 0.1 --lr 0.01 --warmup 8 --schedule cosine --batch 30",
    "class weights on few of one class, Nesterov":
        "--data imbalanced --n 200 --net 12 --act tanh --loss bce --pos_weight 9 --opt nesterov --lr 0.02 --batch 25",
    "focal loss, Adam": "--data imbalanced --n 200 --net 10,10 --act elu --loss focal --gamma 2 --alpha 0.75 --opt adam --lr 0.01 --batch 50",
    "regression of a sine, PReLU, Adam, linear decay":
        "--data sine --n 100 --net 20,20 --act prelu --opt adam --lr 0.005 --schedule linear --batch 20",
    "outliers under Huber's loss, a rate that is cut on a plateau":
        "--data outliers --n 60 --net 8 --act tanh --loss huber --delta 0.5 --opt sgd --lr 0.3 --batch 20 --schedule plateau"
        " --lr_patience 1 --lr_gamma 0.5",
    "residual net with batch norm on spirals, RMSprop":
        "--data spirals --n 150 --net 16,16,16 --residual yes --norm batch --act leaky_relu --opt rmsprop --lr 0.003 --batch 50",
    "label smoothing and SELU on Iris, AdaGrad, exponential decay":
        "--data iris --n 90 --net 10 --act selu --loss ce --smoothing 0.1 --opt adagrad --lr 0.05 --schedule exponential --batch 15",
    "noise on the inputs and mixup, Adam": "--data moons --n 80 --net 12 --act softplus --loss bce --input_noise 0.1 --mixup 0.4"
        " --opt adam --lr 0.02 --batch 20",
    "sparse regression with soft thresholds, gradient descent in steps":
        "--data sparse --n 80 --net none --opt gd --lr 0.05 --l1 0.02 --schedule step --lr_every 20 --lr_gamma 0.3",
}


def dumped(given):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "run.json"
        words = [word for key, value in given.items() for word in (f"--{key}", value)] + ["--dump", str(file)]
        subprocess.run(["node", str(ROOT / "dist/cli.js"), "run", *words], check=True, stdout=subprocess.DEVNULL)
        return json.loads(file.read_text())


def rows_of(named, spec):
    inputs, targets = (torch.tensor(part["values"], dtype=torch.float64).view(*part["shape"].values()) for part in named)
    return inputs, targets[:, 0].long() if spec["loss"] in ("ce", "focal_ce") else targets


def clock_of(recipe, rule):
    if recipe["schedule"] == "plateau":
        return None, lr_scheduler.ReduceLROnPlateau(rule, factor=recipe["lr_gamma"], patience=recipe["lr_patience"], eps=0)
    named = {"name": recipe["schedule"], "warmup": recipe.get("warmup", 0)}
    more = {"gamma": recipe.get("lr_gamma"), "every": recipe.get("lr_every", 100)}
    return schedule_of({**named, **more}, rule, recipe["lr"], STEPS), None


def replay(name, flags):
    words = flags.split()
    given = {key[2:]: value for key, value in zip(words[::2], words[1::2])} | {"steps": str(STEPS), "seed": "11"}
    dump = dumped(given)
    recipe, member = dump["recipe"], dump["members"][0]
    spec, optimizer = member["network"], member["optimizer"]
    network = Network(spec)
    with torch.no_grad():
        for own, first in zip(network.parameters, member["initial"]):
            own.copy_(torch.tensor(first["values"], dtype=torch.float64).view(own.shape))
    # What Network has tried out on its own numbers is forgotten.
    for own in network.own:
        if len(own) == 4:
            own[2].zero_()
            own[3].fill_(1)
    rule = optimizer_of(optimizer, network.parameters, recipe["lr"])
    clock, plateau = clock_of(recipe, rule)
    changed = {each["step"]: each["rows"] for each in member["changed"]}
    x, t = rows_of(member["data"]["train"], spec)
    sizes, order = member["batches"]["sizes"], member["batches"]["rows"]
    losses, at, epoch = [], 0, []
    for step, size in enumerate(sizes):
        if step in changed:
            x, t = rows_of(changed[step], spec)
        chosen = list(range(size)) if order == "all" else order[at:at + size]
        at += size
        value = loss_of(spec, network(x[chosen], True), t[chosen])
        rule.zero_grad()
        value.backward()
        if "clip_norm" in optimizer:
            torch.nn.utils.clip_grad_norm_(network.parameters, optimizer["clip_norm"])
        now = rule.param_groups[0]["lr"]
        rule.step()
        if clock:
            clock.step()
        with torch.no_grad():
            for p in network.parameters if "l1" in optimizer else ():
                p.copy_(F.softshrink(p, now * optimizer["l1"]))
        losses.append(value.item())
        epoch.append((value.item(), size))
        if plateau and (step + 1) % member["stepsPerEpoch"] == 0:
            plateau.step(sum(v * n for v, n in epoch) / sum(n for _, n in epoch))
            epoch = []
    with torch.no_grad():
        x, t = rows_of(member["data"]["test"], spec)
        test = loss_of(spec, network(x, False), t).item()
    return {"name": name, "recipe": given, "losses": [short(v) for v in losses], "test_loss": short(test)}


runs = [replay(name, flags) for name, flags in RUNS.items()]
text = ",\n".join(json.dumps(run) for run in runs)
Path(__file__).with_name("pytorch-runs.json").write_text(f"[\n{text}\n]\n")

// AssemblyScript's own double-precision functions, ports of musl, compiled in: no result depends on the host's.

export function exp(x: f64): f64 {
  return NativeMath.exp(x);
}

export function log(x: f64): f64 {
  return NativeMath.log(x);
}

export function sin(x: f64): f64 {
  return NativeMath.sin(x);
}

export function cos(x: f64): f64 {
  return NativeMath.cos(x);
}

export function tanh(x: f64): f64 {
  return NativeMath.tanh(x);
}

export function pow(x: f64, y: f64): f64 {
  return NativeMath.pow(x, y);
}

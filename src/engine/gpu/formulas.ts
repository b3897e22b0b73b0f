/** Functions that the text of any kernel may call, in the JavaScript that gpu.js translates. All numbers are float32. */
export const mathFunctions: readonly string[] = [
  // Nothing overflows, and small results keep their digits.
  `function logistic(x) {
    const e = Math.exp(-Math.abs(x));
    if (x < 0) return e / (1 + e);
    return 1 / (1 + e);
  }`,
  // An odd polynomial near 0, where a difference of exponentials would lose its digits (Moshier, Cephes).
  `function hyperbolicTangent(x) {
    const z = x * x;
    const e = Math.exp(-2 * Math.abs(x));
    const far = (1 - e) / (1 + e);
    const near = (((-0.00570498872745 * z + 0.0206390887954) * z - 0.0537397155531) * z + 0.133314422036) * z - 0.333332819422;
    if (Math.abs(x) < 0.625) return near * z * x + x;
    if (x < 0) return -far;
    return far;
  }`,
  `function softTail(x) { return Math.log(1 + Math.exp(-Math.abs(x))); }`,
  `function expMinusOne(x) { return hyperbolicTangent(0.5 * x) * (Math.exp(x) + 1); }`,
  // Chance that a standard normal number is below x, by erf near 0 and by erfc far from it (Moshier, Cephes).
  `function normalChance(x) {
    const z = Math.abs(x) * 0.70710678118654752;
    const s = z * z;
    const near = ((((((0.00007853861353153693 * s - 0.0008010193625184903) * s + 0.005188327685732524) * s - 0.02685381193529856) * s
      + 0.1128358514861418) * s - 0.37612625824233) * s + 1.12837916572671) * z;
    const q = 1 / Math.max(1, z);
    const y = q * q;
    const close = (((((((0.02326819970068386 * y - 0.1387039388740657) * y + 0.3687424674597105) * y - 0.5824733027278666) * y
      + 0.6210004621745983) * y - 0.4944515323274145) * y + 0.3404879937665872) * y - 0.2741127028184656) * y + 0.5638259427386472;
    const distant = ((((((-10.47766399936249 * y + 12.97719955372516) * y - 7.495518717768503) * y + 2.921019019210786) * y
      - 1.0152652792027) * y + 0.4218463358204948) * y - 0.2820767439740514) * y + 0.5641895067754075;
    let polynomial = distant;
    if (z < 2) polynomial = close;
    let tail = 0.5 * Math.exp(-s) * q * polynomial;
    if (z < 1) tail = 0.5 - 0.5 * near;
    if (x < 0) return tail;
    return 1 - tail;
  }`,
];

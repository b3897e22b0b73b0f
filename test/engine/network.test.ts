import { describe, expect, test } from 'vitest';
import {
  checkNetwork,
  countParameters,
  type NetworkSpec,
  outputsOf,
  parametersOf,
} from '../../src/engine/network.ts';

const spec: NetworkSpec = {
  inputs: 2,
  layers: [
    { type: 'dense', units: 8 },
    { type: 'activation', name: 'relu' },
    { type: 'dense', units: 3 },
  ],
  loss: 'ce',
};

describe('a network', () => {
  test('names its tensors layer by layer', () => {
    expect(parametersOf(spec)).toEqual([
      { name: 'dense1.weight', shape: [2, 8], layer: 0 },
      { name: 'dense1.bias', shape: [8], layer: 0 },
      { name: 'dense2.weight', shape: [8, 3], layer: 2 },
      { name: 'dense2.bias', shape: [3], layer: 2 },
    ]);
  });

  test('learns inputs times units plus units for every dense layer', () => {
    expect(countParameters(spec)).toBe(2 * 8 + 8 + 8 * 3 + 3);
  });

  test('gives as many outputs as its last dense layer has units', () => {
    expect(outputsOf(spec)).toBe(3);
  });
});

describe('checking', () => {
  test('finds nothing in a sound network', () => {
    expect(checkNetwork(spec)).toEqual([]);
  });

  test('says what is wrong and where', () => {
    const broken = {
      inputs: 0,
      layers: [
        { type: 'dense', units: 1.5 },
        { type: 'activation', name: 'toString' },
      ],
      loss: 'hinge',
    } as unknown as NetworkSpec;
    expect(checkNetwork(broken)).toEqual([
      'inputs must be a whole number from 1, not 0',
      'layer 1: units must be a whole number from 1, not 1.5',
      'layer 2: there is no activation toString',
      'there is no loss hinge',
    ]);
    expect(checkNetwork({ ...spec, layers: [] })).toEqual(['a network needs a dense layer']);
  });
});

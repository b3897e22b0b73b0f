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
    const fans = [
      { in: 2, out: 8 },
      { in: 8, out: 3 },
    ];
    expect(parametersOf(spec)).toEqual([
      { name: 'dense1.weight', shape: [2, 8], layer: 0, start: 'weight', fan: fans[0] },
      { name: 'dense1.bias', shape: [8], layer: 0, start: 'bias', fan: fans[0] },
      { name: 'dense2.weight', shape: [8, 3], layer: 2, start: 'weight', fan: fans[1] },
      { name: 'dense2.bias', shape: [3], layer: 2, start: 'bias', fan: fans[1] },
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
      loss: 'zero_one',
    } as unknown as NetworkSpec;
    expect(checkNetwork(broken)).toEqual([
      'inputs must be a whole number from 1, not 0',
      'layer 1: units must be a whole number from 1, not 1.5',
      'layer 2: there is no activation toString',
      'there is no loss zero_one',
    ]);
    expect(checkNetwork({ ...spec, lossSettings: { delta: 1, smoothing: 0.1 } })).toEqual([
      'the loss ce takes no delta',
    ]);
    expect(checkNetwork({ ...spec, lossSettings: { weights: [1, 2] } })).toEqual([
      '2 class weights for 3 classes',
    ]);
    expect(checkNetwork({ ...spec, loss: 'mae', lossSettings: { weights: [1, 2, 3] } })).toEqual([
      'the loss mae takes no weights',
    ]);
    expect(checkNetwork({ ...spec, layers: [...spec.layers, { type: 'maxout', pieces: 2 }] })).toEqual([
      'layer 4: maxout of 2 pieces takes a multiple of 2 numbers, not 3',
    ]);
    expect(checkNetwork({ ...spec, layers: [] })).toEqual(['a network needs a dense layer']);
  });
});

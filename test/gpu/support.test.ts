import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addGpuSupport, removeGpuSupport } from '../../src/training/gpu-support.ts';
import { openGpuMemory } from '../../src/training/speeds.ts';

const root = mkdtempSync(join(tmpdir(), 'dl-tutor-support-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('GPU support', () => {
  test('that npm cannot fetch leaves nothing behind', async () => {
    const folder = join(root, 'gpu');
    expect(await addGpuSupport(folder, 'there-is-no-such-npm')).toMatch(/there-is-no-such-npm/);
    expect(existsSync(folder)).toBe(false);
  });

  test('is taken away whole, once', () => {
    const folder = mkdtempSync(join(root, 'added-'));
    writeFileSync(join(folder, 'package.json'), '{}');
    expect(removeGpuSupport(folder)).toBe(true);
    expect(existsSync(folder)).toBe(false);
    expect(removeGpuSupport(folder)).toBe(false);
  });
});

describe('what is remembered of the GPU', () => {
  test('outlives the program, by net', () => {
    const folder = join(root, 'memory');
    openGpuMemory(folder).remember('small', { cpu: 20, gpu: 10 });
    openGpuMemory(folder).remember('large', { cpu: 2, gpu: 10 });
    expect(openGpuMemory(folder).speeds('small')).toEqual({ cpu: 20, gpu: 10 });
    expect(openGpuMemory(folder).speeds('large')).toEqual({ cpu: 2, gpu: 10 });
    expect(openGpuMemory(folder).speeds('other')).toBeNull();
  });

  test('is forgotten where the file is broken', () => {
    const folder = mkdtempSync(join(root, 'broken-'));
    writeFileSync(join(folder, 'gpu.json'), '{"speeds": {"a": 3, "b": {"cpu": 1, "gpu": "x"}}');
    expect(openGpuMemory(folder).all).toEqual({});
  });

  test('holds an offer that is made once', () => {
    const folder = join(root, 'offer');
    expect(openGpuMemory(folder).offers()).toBe(true);
    expect(openGpuMemory(folder).offers()).toBe(false);
  });

  test('lasts as long as the program where nothing can be written', () => {
    const file = join(root, 'a file');
    writeFileSync(file, '');
    const memory = openGpuMemory(file);
    memory.remember('net', { cpu: 1, gpu: 2 });
    expect(memory.speeds('net')).toEqual({ cpu: 1, gpu: 2 });
  });
});

test('gpu.js is in a file of its own, which only the process of the GPU loads', () => {
  const dist = new URL('../../dist/', import.meta.url);
  const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
  const holding = files.filter((name) =>
    readFileSync(new URL(name, dist), 'utf8').includes('createKernelMap'),
  );
  expect(holding).toEqual(['gpu-process.js']);
});

declare module 'asciichart' {
  type Config = {
    readonly min?: number;
    readonly max?: number;
    readonly height?: number;
    readonly offset?: number;
    readonly symbols?: readonly string[];
    readonly format?: (value: number) => string;
  };
  const asciichart: { plot(series: readonly (readonly number[])[], config?: Config): string };
  export = asciichart;
}

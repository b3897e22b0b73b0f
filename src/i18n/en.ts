export const en = {
  /** Reports and errors of the command line. */
  command: {},
  /** Screens: footer, map, reader, runs, questions. */
  screen: {},
  /** Labels and sentences of charts. */
  chart: {},
};

import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { safeLabel, type LabelName, type Labels } from './labels.ts';

/** What a number is called, what it counts in words, and what it is told apart by. */
export interface Measure<Name extends LabelName> {
  /** In Prometheus' form, with its unit: "gateway_answer_bytes". */
  readonly name: string;
  readonly help: string;
  readonly labels: readonly Name[];
}

/** The values of a number's labels. */
export type LabelsOf<Name extends LabelName> = Pick<Labels, Name>;

/** The numbers of one service, for whoever runs it. */
export interface Metrics {
  /** Counts what happens. */
  counter<Name extends LabelName>(measure: Measure<Name>): (labels: LabelsOf<Name>, by?: number) => void;
  /** Sorts what is measured into these buckets: seconds or bytes, as the name says. */
  histogram<Name extends LabelName>(measure: Measure<Name>, buckets: readonly number[]): (labels: LabelsOf<Name>, value: number) => void;
  /** Says how something stands now. */
  gauge<Name extends LabelName>(measure: Measure<Name>): { readonly set: (labels: LabelsOf<Name>, value: number) => void; readonly add: (labels: LabelsOf<Name>, by: number) => void };
  /** All of them, in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Whose numbers they are. */
export interface MetricsOptions {
  readonly service: string;
  /** Also those of the process: memory, CPU, event-loop lag, garbage, handles. For a service that is alone in its process. */
  readonly process?: boolean;
}

/**
 * Makes a service's numbers, in a registry of their own, so that services in one process stay apart. Labels are redacted
 * by a list of what may be said, as log lines are: see `Labels`.
 */
export function createMetrics({ service, process = false }: MetricsOptions): Metrics {
  const register = new Registry();
  register.setDefaultLabels({ service });
  if (process) collectDefaultMetrics({ register });
  const made = <Name extends LabelName>({ name, help, labels }: Measure<Name>) => ({ name, help, labelNames: [...labels], registers: [register] });
  return {
    counter(measure) {
      const counter = new Counter(made(measure));
      return (labels, by = 1) => counter.inc(safe(measure.labels, labels), by);
    },
    histogram(measure, buckets) {
      const histogram = new Histogram({ ...made(measure), buckets: [...buckets] });
      return (labels, value) => histogram.observe(safe(measure.labels, labels), value);
    },
    gauge(measure) {
      const gauge = new Gauge(made(measure));
      return { set: (labels, value) => gauge.set(safe(measure.labels, labels), value), add: (labels, by) => gauge.inc(safe(measure.labels, labels), by) };
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** Exactly the labels that the number has, each of a value that may be said. */
function safe<Name extends LabelName>(names: readonly Name[], labels: LabelsOf<Name>): Record<Name, string> {
  const said = {} as Record<Name, string>;
  for (const name of names) said[name] = safeLabel(name, labels[name]);
  return said;
}

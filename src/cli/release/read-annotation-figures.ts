import { type AnnotationFigures, measureAnnotations } from '../../stats/annotations/annotation-figures.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { readAnnotations } from '../dataset/read-annotations.ts';

/** The figures of all journals of a dataset; `undefined` where it has none. */
export function readAnnotationFigures(dataset: LoadedDataset, io: CommandIo): AnnotationFigures | undefined {
  const figures = measureAnnotations(readAnnotations(dataset, io));
  return figures.annotations === 0 ? undefined : figures;
}

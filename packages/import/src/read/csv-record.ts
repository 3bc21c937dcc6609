export interface CsvRecord {
  /** The line on which the record begins, counted from 1, as editors do. */
  line: number;
  cells: string[];
}

export interface CsvRecord {
  /** The line that it begins in, counted from 1, as editors do. */
  line: number;
  cells: string[];
}

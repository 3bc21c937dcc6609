/** A file in a form. No field accepts one. */
export interface FormFile {
  fileName: string;
}

export type FormValue = string | FormFile;

export const isFormFile = (value: unknown): value is FormFile =>
  typeof value === "object" &&
  value !== null &&
  "fileName" in value &&
  typeof value.fileName === "string";

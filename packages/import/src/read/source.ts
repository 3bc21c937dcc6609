import { bytesOf, newTemporaryFile, writing } from "../temporary.ts";

/** The bytes to import, which can be read repeatedly. */
export interface Source {
  /** The name shown in the list of imports. */
  name: string;
  chunks(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Makes a source from a stream that can be read only once. It is kept until the source is closed.
 * @throws ImportRefusal storage_full, storage_unavailable
 */
export async function keptSource(name: string, input: AsyncIterable<Uint8Array>): Promise<Source> {
  const file = await newTemporaryFile();
  const source = { name, chunks: () => bytesOf(file), close: () => file.close() };
  try {
    for await (const chunk of input) await writing(() => file.writeFile(chunk));
    return source;
  } catch (error) {
    await source.close();
    throw error;
  }
}

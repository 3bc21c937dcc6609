import { bytesOf, newTemporaryFile, writing } from "../temporary.ts";

/** The bytes to import, which can be read as often as need be. */
export interface Source {
  /** What it is called in the list of imports. */
  name: string;
  chunks(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Keeps what can be read only once, until it is closed.
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

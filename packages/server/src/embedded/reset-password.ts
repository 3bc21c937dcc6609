import { createServerContext, type DataOptions } from "../create-server-context.ts";

/**
 * Sets the password of a user of a data folder, for people who can read and write the folder anyway. Every refresh
 * token issued before becomes invalid. Returns false if there is no such user.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export async function resetPassword(
  options: Omit<DataOptions, "own">,
  username: string,
  password: string,
): Promise<boolean> {
  const { store, passwords } = await createServerContext({ ...options, own: false });
  try {
    const user = await store.users.findByName(username);
    if (!user) return false;
    return await store.users.changePassword(user.id, await passwords.hash(password));
  } finally {
    await store.close();
  }
}

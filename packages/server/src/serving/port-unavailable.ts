/** The address can't be listened on. */
export class PortUnavailable extends Error {
  override name = "PortUnavailable";
}

/** The error if the server can't listen on the address. */
export class PortUnavailable extends Error {
  override name = "PortUnavailable";
}

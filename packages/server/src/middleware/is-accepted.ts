/** The type and subtype of one part of the header, without its parameters. */
function kindsOf(part: string): [type: string, subtype: string | undefined] {
  const [name = ""] = part.split(";", 1);
  const [type = "", subtype] = name.trim().toLowerCase().split("/");
  return [type, subtype];
}

/**
 * Checks whether an `Accept` header allows a media type. Like the recorded application, it looks only at the type:
 * clients in many languages send parameters (`charset`, `indent`, `version`), which select nothing here.
 * @param header a missing header allows everything
 */
export function isAccepted(header: string | undefined, mediaType: string): boolean {
  if (header === undefined) return true;
  const own = kindsOf(mediaType);
  return header
    .split(",")
    .some((part) => kindsOf(part).every((kind, index) => kind === "*" || kind === own[index]));
}

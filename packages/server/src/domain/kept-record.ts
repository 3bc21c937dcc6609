/** A record that a later version of Outlay wrote; this version keeps it unchanged. */
export interface KeptRecord {
  readonly id: number;
  readonly userId: number;
  readonly [member: string]: unknown;
}

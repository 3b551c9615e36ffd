/** Days since 1970-01-01 in local time, which is what people call today. */
export function dayOf(date = new Date()): number {
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

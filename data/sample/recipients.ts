import type { Place } from './places';
import { recipientName } from './names';
import type { Random } from './random';

/** Share of applications that come from a recipient of an earlier guide year. */
const returning = 0.25;

/** Invented recipients. One recipient applies once a guide year at most, and may come back in a later one. */
export class Recipients {
  private serial = 0;
  private readonly earlier = new Map<string, string[]>();
  private readonly current = new Map<string, string[]>();

  /** Recipients of the year so far may be drawn again from now on. */
  startYear(): void {
    for (const [key, names] of this.current) {
      this.earlier.set(key, [...(this.earlier.get(key) ?? []), ...names]);
    }
    this.current.clear();
  }

  draw(random: Random, place: Place): string {
    const key = `${place.county.adcode}/${place.clusterId ?? ''}`;
    const known = this.earlier.get(key) ?? [];
    const comesBack = known.length > 0 && random.chance(returning);
    const name = comesBack ? random.pick(known) : recipientName(++this.serial, place);
    if (comesBack) {
      this.earlier.set(
        key,
        known.filter((other) => other !== name),
      );
    }
    this.current.set(key, [...(this.current.get(key) ?? []), name]);
    return name;
  }
}

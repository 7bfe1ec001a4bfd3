/**
 * Moves labels apart along one direction: keeps their order, leaves `gap` between neighbours, stays within
 * `from` and `to` where there is room, and moves each as little as it can.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted
    .map((at, index) => ({ at, index }))
    .sort((one, other) => one.at - other.at || one.index - other.index);
  const groups: { sum: number; count: number; members: number[] }[] = [];
  const startOf = ({ sum, count }: { sum: number; count: number }) => {
    const length = (count - 1) * gap;
    return Math.max(from, Math.min(to - length, sum / count - length / 2));
  };
  for (const { at, index } of order) {
    let group = { sum: at, count: 1, members: [index] };
    for (
      let above = groups.at(-1);
      above && startOf(group) - (startOf(above) + (above.count - 1) * gap) < gap;
      above = groups.at(-1)
    ) {
      groups.pop();
      group = {
        sum: above.sum + group.sum,
        count: above.count + group.count,
        members: [...above.members, ...group.members],
      };
    }
    groups.push(group);
  }
  const placed = [...wanted];
  for (const group of groups) {
    const start = startOf(group);
    group.members.forEach((index, position) => {
      placed[index] = start + position * gap;
    });
  }
  return placed;
}

import type { Finding } from '$lib/domain/finding';
import type { LibraryRows } from '$lib/domain/tables';

/** A sender's part of the findings: what goes back to one place. */
export interface SenderFindings {
  /** 地区 of the file, else the file's name. */
  sender: string;
  findings: Finding[];
}

/** Who sent a file: 地区 of its title lines, else the name of the file itself. */
export function sendersOf(files: LibraryRows['source_file']): (file: string) => string {
  const regions = new Map(files.map(({ name, region_text: region }) => [name, region]));
  return (file) => {
    const region = regions.get(file)?.trim();
    return region === undefined || region === '' ? file : region;
  };
}

/** Findings by sender, both in the order in which they first come. */
export function findingsBySender(
  findings: readonly Finding[],
  senderOf: (file: string) => string,
): SenderFindings[] {
  const senders = new Map<string, Finding[]>();
  for (const finding of findings) {
    const sender = senderOf(finding.file);
    const list = senders.get(sender);
    if (list) list.push(finding);
    else senders.set(sender, [finding]);
  }
  return [...senders].map(([sender, list]) => ({ sender, findings: list }));
}

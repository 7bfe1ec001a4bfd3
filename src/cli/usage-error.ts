/** The command line asks for something that is not there; shown as it stands, exit code 2. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
  }
}

/** Where a command writes: the terminal, or lists in a test. */
export interface Output {
  write: (text: string) => void;
  complain: (text: string) => void;
}

export const terminal: Output = {
  write: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
};

/** Exit code of a command: its own, or 2 with the message for a usage error; other errors are bugs and go on. */
export async function exitCodeOf(command: () => number | Promise<number>, output: Output): Promise<number> {
  try {
    return await command();
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    output.complain(cause.message);
    return 2;
  }
}

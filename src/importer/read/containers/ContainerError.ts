/** The reason why a container, or the rest of it, cannot be read. The message names the problem and, where there is one, the remedy. */
export class ContainerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ContainerError';
  }
}

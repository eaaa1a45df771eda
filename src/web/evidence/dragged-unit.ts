const mime = 'application/x-claimset-unit';

/** An element of a set that is being dragged. */
export interface DraggedUnit {
  readonly id: string;
  readonly from: number;
}

/** What a drag carries from one set to another; other things that are dragged over the page are not for us. */
export const draggedUnit = {
  put({ dataTransfer }: DragEvent, unit: DraggedUnit): void {
    if (dataTransfer === null) return;
    dataTransfer.setData(mime, JSON.stringify(unit));
    dataTransfer.effectAllowed = 'move';
  },

  isIn({ dataTransfer }: DragEvent): boolean {
    return dataTransfer?.types.includes(mime) === true;
  },

  of({ dataTransfer }: DragEvent): DraggedUnit | undefined {
    try {
      const { id, from } = JSON.parse(dataTransfer?.getData(mime) ?? '') as Partial<DraggedUnit>;
      return typeof id === 'string' && typeof from === 'number' ? { id, from } : undefined;
    } catch {
      return undefined;
    }
  },
} as const;

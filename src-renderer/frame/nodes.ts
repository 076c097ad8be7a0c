/** Whether an event came from an element. Not `instanceof`: the frame's elements belong to another window. */
export const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'nodeType' in target && target.nodeType === Node.ELEMENT_NODE

/** Entry of a worker thread that does one task on two texts and ends. */
import { parentPort } from 'node:worker_threads'
import type { TextAnswer, TextOrder } from './text-message'
import { textWork } from '../core/text/text-work'

async function answer(order: TextOrder): Promise<TextAnswer> {
  try {
    const value = await (order.name === 'compare' ? textWork.compare(...order.input) : textWork.move(...order.input))
    return { ok: true, value }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// The other end is our own pool, so what it sends is an order.
parentPort?.once('message', (order: TextOrder) => {
  void answer(order).then((message) => parentPort?.postMessage(message))
})

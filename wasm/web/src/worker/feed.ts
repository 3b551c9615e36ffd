/** How much of a file is handed on at a time. */
const bite = 1 << 20;

function countingStream(file: Blob, progress: (share: number) => void): ReadableStream<Uint8Array> {
  let read = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.length;
      progress(file.size === 0 ? 1 : read / file.size);
      controller.enqueue(chunk);
    },
  });
  return file.stream().pipeThrough(counter);
}

async function isGzip(file: Blob): Promise<boolean> {
  const begin = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return begin[0] === 0x1f && begin[1] === 0x8b;
}

/**
 * Hands the bytes of a file on, unpacked where it is gzipped. A broken archive is handed on as far
 * as it can be read; false says that it broke off.
 */
export async function feed(file: Blob, take: (bytes: Uint8Array) => void,
                           progress: (share: number) => void): Promise<boolean> {
  let stream: ReadableStream<Uint8Array> = countingStream(file, progress);
  if (await isGzip(file))
    stream = stream.pipeThrough(
      new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>);
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      for (let at = 0; at < value.length; at += bite) take(value.subarray(at, at + bite));
    }
  } catch {
    return false;
  }
}

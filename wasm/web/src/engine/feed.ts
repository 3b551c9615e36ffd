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

async function beginsWith(file: Blob, ...bytes: number[]): Promise<boolean> {
  const begin = new Uint8Array(await file.slice(0, bytes.length).arrayBuffer());
  return bytes.every((byte, at) => begin[at] === byte);
}

const isGzip = (file: Blob) => beginsWith(file, 0x1f, 0x8b);

/** What a file looks like that has no shows; null for anything else. */
export type Looks = 'archive' | 'page' | 'table' | null;

export async function looksOf(file: Blob): Promise<Looks> {
  if (await beginsWith(file, 0x50, 0x4b, 3, 4)) return 'archive';
  const [line] = (await file.slice(0, 4096).text()).trimStart().split('\n');
  if (line === undefined || /^[[{]/.test(line)) return null;
  if (/^<(!doctype|html|\?xml)/i.test(line)) return 'page';
  return /^"?[\w ]+"?([,;\t]"?[\w ]+"?)+\r?$/.test(line) ? 'table' : null;
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

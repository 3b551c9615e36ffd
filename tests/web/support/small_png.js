// Pictures for the documentation: a screenshot with 256 colours is a third of one with all.
import { crc32 as checksum, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function crc32(bytes) {
  if (checksum) return checksum(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [size, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(content.length);
  crc.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, crc]);
}

function chunks(png) {
  const found = [];
  for (let at = signature.length; at < png.length;) {
    const size = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8),
      content: png.subarray(at + 8, at + 8 + size) });
    at += size + 12;
  }
  return found;
}

/** What stands before, above, and before that, whichever is nearest to their sum. */
function paeth(left, above, corner) {
  const sum = left + above - corner;
  const [a, b, c] = [left, above, corner].map(each => Math.abs(sum - each));
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The bytes of all rows, without the filters that they are packed with. */
function unfiltered(packed, width, height, depth) {
  const stride = width * depth;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = packed[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const at = y * stride + x;
      const left = x >= depth ? rows[at - depth] : 0;
      const above = y > 0 ? rows[at - stride] : 0;
      const corner = x >= depth && y > 0 ? rows[at - stride - depth] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      rows[at] = packed[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return rows;
}

/** The colours that are used most. */
function paletteOf(pixels) {
  const uses = new Map();
  for (const pixel of pixels) uses.set(pixel, (uses.get(pixel) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour);
}

const parts = colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(colour, palette) {
  const [r, g, b] = parts(colour);
  const far = palette.map(parts).map(([x, y, z]) => (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2);
  return far.indexOf(Math.min(...far));
}

/** A PNG of a browser, with at most 256 colours. */
export function small(png) {
  const all = chunks(png);
  const header = all.find(each => each.type === 'IHDR').content;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const depth = header[9] === 6 ? 4 : 3;
  const packed = Buffer.concat(all.filter(each => each.type === 'IDAT').map(each => each.content));
  const rows = unfiltered(inflateSync(packed), width, height, depth);
  const pixels = Array.from({ length: width * height }, (_, at) => rows.readUIntBE(at * depth, 3));
  const palette = paletteOf(pixels);
  const known = new Map(palette.map((colour, at) => [colour, at]));
  const lines = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => {
    if (!known.has(colour)) known.set(colour, nearest(colour, palette));
    lines[at + Math.floor(at / width) + 1] = known.get(colour);
  });
  const head = Buffer.from(header);
  head.set([8, 3], 8);
  return Buffer.concat([signature, chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

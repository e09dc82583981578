// A QR code (ISO/IEC 18004) of capital letters, digits and a few signs, with error correction M, as SVG.

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MODE = 0b0010;
const LEVEL_M = 0;
const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 4;

/** Per version from 1: check bytes per block, and blocks (table 9, level M). */
const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];

const sizeOf = (version) => version * 4 + 17;
const countBits = (version) => (version < 10 ? 9 : 11);

/** Bytes that a version has room for, before anything is taken off for checks. */
function bytesOf(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version > 1) {
    const marks = Math.floor(version / 7) + 2;
    modules -= (25 * marks - 10) * marks - 55;
    if (version > 6) modules -= 36;
  }
  return modules >> 3;
}

const dataBytes = (version) => bytesOf(version) - CHECKS[version - 1] * BLOCKS[version - 1];
const dataBits = (text) => Math.floor(text.length / 2) * 11 + (text.length % 2) * 6;

function versionFor(text) {
  for (let version = 1; version <= CHECKS.length; version++)
    if (4 + countBits(version) + dataBits(text) <= dataBytes(version) * 8) return version;
  throw new RangeError(`${text.length} letters are too many for a QR code on a receipt`);
}

function bytesWith(text, version) {
  const bits = [];
  const put = (value, count) => { for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1); };
  put(MODE, 4);
  put(text.length, countBits(version));
  for (let i = 0; i < text.length; i += 2) {
    const first = LETTERS.indexOf(text[i]);
    if (i + 1 < text.length) put(first * 45 + LETTERS.indexOf(text[i + 1]), 11);
    else put(first, 6);
  }
  const room = dataBytes(version) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: room / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0));
}

/** In the field GF(256) with x^8 + x^4 + x^3 + x^2 + 1. */
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> i) & 1) * a;
  }
  return product;
}

function generator(degree) {
  const poly = [...Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      poly[j] = times(poly[j], root);
      if (j + 1 < degree) poly[j] ^= poly[j + 1];
    }
    root = times(root, 2);
  }
  return poly;
}

function checksOf(data, poly) {
  const rest = poly.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    poly.forEach((coefficient, i) => { rest[i] ^= times(coefficient, factor); });
  }
  return rest;
}

/** Data and checks, block by block, interleaved. */
function interleaved(data, version) {
  const blocks = BLOCKS[version - 1];
  const poly = generator(CHECKS[version - 1]);
  const short = Math.floor(data.length / blocks);
  const shortBlocks = blocks - (data.length % blocks);
  const parts = Array.from({ length: blocks }, (_, i) => {
    const from = i * short + Math.max(0, i - shortBlocks);
    return data.slice(from, from + short + (i >= shortBlocks ? 1 : 0));
  });
  const checks = parts.map((part) => checksOf(part, poly));
  const column = (rows, i) => rows.filter((row) => i < row.length).map((row) => row[i]);
  return [...Array.from({ length: short + 1 }, (_, i) => column(parts, i)), ...poly.map((_, i) => column(checks, i))].flat();
}

/** Where the alignment marks' middles are, down and across. */
function alignment(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => sizeOf(version) - 7 - step * (count - 2 - i))];
}

/** Modules that are always there: dark or light, and everything else undefined. */
function frame(version) {
  const size = sizeOf(version);
  const grid = Array.from({ length: size }, () => Array(size));
  const set = (x, y, dark) => { if (x >= 0 && y >= 0 && x < size && y < size) grid[y][x] = dark; };
  const rings = (cx, cy, radius, isDark) => {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) set(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  const places = alignment(version);
  const last = places.length - 1;
  places.forEach((y, i) => places.forEach((x, j) => {
    if (!((i === 0 && (j === 0 || j === last)) || (i === last && j === 0))) rings(x, y, 2, (ring) => ring !== 1);
  }));
  return grid;
}

const bch = (value, degree, poly) => {
  let rest = value;
  for (let i = 0; i < degree; i++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * poly);
  return (value << degree) | rest;
};

/** Which level and mask, twice; and from version 7 on which version, twice. */
function inform(grid, version, mask) {
  const size = grid.length;
  const format = bch((LEVEL_M << 3) | mask, 10, 0x537) ^ 0x5412;
  const bit = (i) => ((format >> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    const near = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
    grid[near][8] = bit(i);
    const far = i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i;
    grid[8][far] = bit(i);
  }
  grid[size - 8][8] = true;
  if (version < 7) return;
  const told = bch(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
    grid[near][far] = grid[far][near] = ((told >> i) & 1) === 1;
  }
}

/** Fills what is free in pairs of columns, up and down from the right. */
function fill(grid, bytes, isFlipped) {
  const size = grid.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y][x] !== undefined) continue;
        const dark = at < bytes.length * 8 && ((bytes[at >> 3] >> (7 - (at & 7))) & 1) === 1;
        grid[y][x] = dark !== isFlipped(x, y);
        at++;
      }
    }
  }
}

const MASK = 0;
const isFlipped = (x, y) => (x + y) % 2 === 0;

/** Rows of modules, dark ones true. Any mask can be read; the first does for what looks like chance. */
export function modules(text) {
  if ([...text].some((letter) => !LETTERS.includes(letter))) throw new RangeError('a letter that this kind of QR code has not');
  const version = versionFor(text);
  const grid = frame(version);
  inform(grid, version, MASK);
  fill(grid, interleaved(bytesWith(text, version), version), isFlipped);
  return grid;
}

export function qr(text, label) {
  const grid = modules(text);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', grid.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join(''));
  const svg = document.createElementNS(SVG, 'svg');
  const size = grid.length + 2 * QUIET;
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, 'shape-rendering': 'crispEdges', class: 'qr', role: 'img', 'aria-label': label }))
    svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

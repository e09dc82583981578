// A number as bars that any scanner reads: Code 128 (ISO/IEC 15417), code set B, runs of digits in C, as SVG.

const WIDTHS = ('212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 '
  + '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 '
  + '212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 '
  + '133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 '
  + '111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 '
  + '134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 '
  + '114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112').split(' ');

const START_B = 104;
const TO_C = 99;
const TO_B = 100;
const STOP = 106;
const QUIET = 10;
const SVG = 'http://www.w3.org/2000/svg';
const DIGIT_PAIRS = /((?:\d\d){3,})/;

export const canBar = (text) => /^[ -~]+$/.test(text);

/** The symbols' numbers, with start, check and stop. From six digits on, two to a symbol is shorter. */
export function symbols(text) {
  if (!canBar(text)) throw new RangeError(`no bars for ${text}`);
  const values = text.split(DIGIT_PAIRS).flatMap((part, i) => (i % 2
    ? [TO_C, ...part.match(/../g).map(Number), TO_B]
    : [...part].map((letter) => letter.charCodeAt(0) - 32)));
  if (values.at(-1) === TO_B) values.pop();
  const check = values.reduce((sum, value, at) => sum + value * (at + 1), START_B) % 103;
  return [START_B, ...values, check, STOP];
}

export function bars(text) {
  const svg = document.createElementNS(SVG, 'svg');
  let at = QUIET;
  for (const symbol of symbols(text))
    [...WIDTHS[symbol]].forEach((width, part) => {
      if (part % 2 === 0) svg.append(bar(at, Number(width)));
      at += Number(width);
    });
  svg.setAttribute('viewBox', `0 0 ${at + QUIET} 40`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('class', 'code128');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `Bar code of ${text}`);
  return svg;
}

function bar(at, width) {
  const rect = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ x: at, y: 0, width, height: 40 })) rect.setAttribute(name, value);
  return rect;
}

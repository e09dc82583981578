// Talks to the till program on this very machine. A command that got no answer is sent again with its
// id, so that it is recorded once however often it is asked (same id, same body: the same answer).

const ANSWER_WITHIN_MILLIS = 15000;
const PENDING = 'tidemark.unanswered';
const AGAIN_AFTER_MILLIS = [300, 1000, 3000];

/** The till program said no, and why. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The till program answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }

  /** Whether it is this kind of problem, such as "approval". */
  is(kind) {
    return this.problem.type === `urn:tidemark:problem:${kind}`;
  }
}

/** Nothing answered: what was asked may or may not have been recorded. */
export class Unanswered extends Error {
  constructor(cause) {
    super('The till program does not answer.', { cause });
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MILLIS),
      cache: 'no-store',
    });
  } catch (failure) {
    throw new Unanswered(failure);
  }
  const text = await response.text();
  const value = text ? parsed(text) : {};
  if (!response.ok) throw new Refused(response.status, value);
  return value;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { detail: text.slice(0, 300) };
  }
}

export const get = (path) => call('GET', path);

/** Asks without recording anything: the price of a basket. */
export const ask = (path, body) => call('POST', path, body);

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function untilAnswered(path, body) {
  for (const wait of AGAIN_AFTER_MILLIS) {
    try {
      return await call('POST', path, body);
    } catch (failure) {
      if (!(failure instanceof Unanswered)) throw failure;
      await pause(wait);
    }
  }
  return call('POST', path, body);
}

/** Records something. It is remembered until answered, so that a page loaded anew can ask again. */
export async function command(path, operator, fields) {
  const body = { commandId: crypto.randomUUID(), operator, ...fields };
  // Asked again, what was recorded is recognised without its PIN, which is kept nowhere.
  localStorage.setItem(PENDING, JSON.stringify({ path, body }, (name, value) => (name === 'pin' ? undefined : value)));
  return settle(path, body);
}

let asking = 0;

async function settle(path, body) {
  asking++;
  try {
    const answer = await untilAnswered(path, body);
    localStorage.removeItem(PENDING);
    return answer;
  } catch (failure) {
    if (failure instanceof Refused) localStorage.removeItem(PENDING);
    throw failure;
  } finally {
    asking--;
  }
}

/** What nobody waits for any more and nothing has answered yet. */
export const unanswered = () => (asking ? null : JSON.parse(localStorage.getItem(PENDING) || 'null'));

export function askAgain() {
  const { path, body } = unanswered();
  return settle(path, body);
}

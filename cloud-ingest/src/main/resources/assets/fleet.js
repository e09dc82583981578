// Fetches the page again every few seconds: stores report all the time, and no other page cares.
const EVERY_MILLIS = 10_000;

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
}

setInterval(() => refresh().catch(() => {}), EVERY_MILLIS);

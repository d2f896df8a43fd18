
// Tells whether the widget came. It runs before the loader is asked for, so that it misses nothing.
(() => {
  const PATIENCE = 10000; // milliseconds from the script's arrival to a widget that can be seen
  const WIDGET = "iframe, [id^='reamaze'], [class^='reamaze']";
  const refused = new Set();
  let state = "waiting";

  const element = (id) => document.getElementById(id);
  const isLoader = (event) => event.target.id === "re-amaze-loader";
  const shownSnippet = () => document.querySelector("main pre").textContent;
  const isSeen = (each) => each.offsetWidth > 1 && each.offsetHeight > 1;
  const hasWidget = () => [...document.querySelectorAll(WIDGET)].some(isSeen);

  function show() {
    if (!document.body) return;
    for (const each of document.querySelectorAll("[data-when]")) {
      each.hidden = each.dataset.when !== state;
    }
    for (const each of document.querySelectorAll("[data-offline]")) {
      each.hidden = each.dataset.offline !== String(!navigator.onLine);
    }
    element("refused").hidden = refused.size === 0;
    element("refused").querySelector("output").textContent = [...refused].join(", ");
  }

  function become(next) {
    state = next;
    show();
  }

  function lookForWidget() {
    const start = performance.now();
    become("loaded");
    const timer = setInterval(() => {
      if (hasWidget()) {
        clearInterval(timer);
        become("shown");
      } else if (performance.now() - start > PATIENCE) {
        become("silent");
      }
    }, 250);
  }

  // As the console command of Diagnose gives it. What the widget may have replaced by now stands
  // in the snippet still.
  function told() {
    try {
      const { account, user } = window._support;
      return user ? JSON.stringify({ account, user }, null, 2) : shownSnippet();
    } catch {
      return shownSnippet();
    }
  }

  async function copy() {
    const text = told();
    try {
      await navigator.clipboard.writeText(text);
      element("copied").hidden = false;
    } catch {
      element("by-hand").hidden = false;
      const area = element("by-hand").querySelector("textarea");
      area.value = text;
      area.select();
    }
  }

  document.addEventListener("load", (event) => isLoader(event) && lookForWidget(), true);
  document.addEventListener("error", (event) => isLoader(event) && become("failed"), true);
  document.addEventListener("securitypolicyviolation", (event) => {
    refused.add(`${event.blockedURI} (${event.effectiveDirective})`);
    show();
  });
  document.addEventListener("DOMContentLoaded", () => {
    element("copy").addEventListener("click", copy);
    element("since").querySelector("output").textContent = new Date().toLocaleTimeString();
    element("since").hidden = false;
    show();
  });
})();


// Reports whether the widget has appeared. It runs before the loader, so as to miss no event.
(() => {
  const TIMEOUT = 10000; // milliseconds from the script's arrival to a visible widget
  const WIDGET = "iframe, [id^='reamaze'], [class^='reamaze']";
  const refused = new Set();
  let state = "waiting";

  const element = (id) => document.getElementById(id);
  const isLoader = (event) => event.target.id === "re-amaze-loader";
  const shownSnippet = () => document.querySelector("main pre").textContent;
  const isVisible = (each) => each.offsetWidth > 1 && each.offsetHeight > 1;
  const hasWidget = () => [...document.querySelectorAll(WIDGET)].some(isVisible);

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
      } else if (performance.now() - start > TIMEOUT) {
        become("silent");
      }
    }, 250);
  }

  // In the form of Diagnose's console command. If the widget has removed the user from _support, the
  // snippet still has it.
  function textForDiagnose() {
    try {
      const { account, user } = window._support;
      return user ? JSON.stringify({ account, user }, null, 2) : shownSnippet();
    } catch {
      return shownSnippet();
    }
  }

  async function copy() {
    const text = textForDiagnose();
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

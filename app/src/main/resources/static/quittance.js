// What JavaScript adds to pages that work without it: keys, menus that close, and a word when htmx is refused.
(() => {
  const PAUSE_BETWEEN_KEYS = 1000;
  const singleKeys = document.body.dataset.shortcuts !== "OFF";
  const dialog = document.getElementById("keys");
  let typed = "";
  let lastTyped = 0;

  // Into a box that is ticked nothing is typed.
  const isTyping = (target) => target.type !== "checkbox"
    && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

  const isShown = (element) => element.getClientRects().length > 0;

  // What stands in a menu that is closed can be reached as the menu itself can.
  const isReachable = (element) => isShown(element.closest("details.q-menu:not([open])") ?? element);

  const keyed = () => [...document.querySelectorAll("[data-key]")].filter(isReachable);

  const labelOf = (element) =>
    element.dataset.keyLabel || element.getAttribute("aria-label") || element.textContent.trim();

  // An input is focused, with what stands in it ready to be typed over; everything else is clicked.
  const use = (element) => {
    if (isTyping(element)) {
      element.focus();
      if (element.tagName === "INPUT") {
        element.select();
      }
    } else {
      element.click();
    }
  };

  // Rows of a table with data-rows are walked with j and k; Enter follows the link that has the focus.
  const rowLinks = () => [...document.querySelectorAll("[data-rows] tbody tr")]
    .map((row) => row.querySelector("a, button"))
    .filter((link) => link && isShown(link));

  const rowOf = (links, element) => links.findIndex((link) => link.closest("tr").contains(element));

  const walk = (step) => {
    const links = rowLinks();
    if (links.length === 0) {
      return false;
    }
    const here = rowOf(links, document.activeElement);
    const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
    links[next].focus();
    return true;
  };

  // A key of a row (data-row-key) does its work in the row that has the focus, in the first row where none has.
  const pressInRow = (key) => {
    const links = rowLinks();
    const row = links[Math.max(0, rowOf(links, document.activeElement))]?.closest("tr");
    const hit = [...(row?.querySelectorAll("[data-row-key]") ?? [])]
      .find((element) => element.dataset.rowKey.split(" ").includes(key));
    hit?.click();
    return Boolean(hit);
  };

  // Whoever has dealt with a row goes on with the one that takes its place.
  let dealtWith = -1;
  document.addEventListener("htmx:beforeRequest", (event) => {
    dealtWith = event.target.closest("[data-rows]") ? rowOf(rowLinks(), event.target) : -1;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const links = rowLinks();
    if (dealtWith >= 0 && links.length > 0) {
      links[Math.min(dealtWith, links.length - 1)].focus();
    }
    dealtWith = -1;
  });

  const press = (key) => {
    const now = Date.now();
    typed = now - lastTyped < PAUSE_BETWEEN_KEYS && typed ? typed + " " + key : key;
    lastTyped = now;
    const elements = keyed();
    const hit = elements.find((element) => element.dataset.key === typed)
      || elements.find((element) => element.dataset.key === key);
    if (hit) {
      typed = "";
      use(hit);
      return true;
    }
    return pressInRow(key) || (key === "j" && walk(1)) || (key === "k" && walk(-1));
  };

  document.addEventListener("keydown", (event) => {
    if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog?.open) {
      return;
    }
    if (event.key.length === 1 && press(event.key)) {
      event.preventDefault();
    }
  });

  const showKeys = () => {
    const list = dialog.querySelector("dl");
    list.replaceChildren();
    const add = (keys, label) => {
      const term = document.createElement("dt");
      for (const key of keys.split(" ")) {
        const kbd = document.createElement("kbd");
        kbd.textContent = key;
        term.append(kbd);
      }
      const meaning = document.createElement("dd");
      meaning.textContent = label;
      list.append(term, meaning);
    };
    if (document.querySelector("[data-rows]")) {
      add("j k", "Next and previous row");
      add("Enter", "Open the row");
    }
    const rowKeys = new Map([...document.querySelectorAll("[data-row-key]")]
      .flatMap((element) => element.dataset.rowKey.split(" ").map((key) => [key, labelOf(element)])));
    for (const [key, label] of [...rowKeys].sort()) {
      add(key, label);
    }
    for (const element of keyed()) {
      add(element.dataset.key, labelOf(element));
    }
    add("Esc", "Close what is open");
    dialog.showModal();
  };

  const opener = document.getElementById("open-keys");
  if (opener) {
    opener.hidden = !singleKeys;
    opener.addEventListener("click", showKeys);
  }

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.q-menu[open]")) {
      if (menu !== except) {
        menu.open = false;
      }
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.q-menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.querySelector("details.q-menu[open]");
      closeMenus(null);
      menu?.querySelector("summary").focus();
    }
  });

  // A form with data-confirm asks first.
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  });

  // A form is sent once: a second click while the answer is under way would do the deed twice. What opens elsewhere can be opened again.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const elsewhere = event.submitter?.getAttribute("formtarget") || form.getAttribute("target");
    if (event.defaultPrevented || form.getAttribute("method") !== "post" || form.hasAttribute("hx-post") || elsewhere) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
    } else {
      form.dataset.sent = "true";
    }
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
    }
  });

  // An option with data-fills leads to the field of that name, and offers data-with where nothing stands there yet.
  document.addEventListener("change", (event) => {
    const option = event.target.selectedOptions?.[0];
    const field = option?.dataset.fills && event.target.form.elements[option.dataset.fills];
    if (field) {
      field.value ||= option.dataset.with ?? "";
      field.focus();
      field.select();
    }
  });

  // What is typed into a field with data-chooses makes the choice that it stands for, where none is made yet.
  document.addEventListener("input", (event) => {
    const choice = event.target.dataset.chooses && event.target.form.elements[event.target.dataset.chooses];
    if (choice && event.target.value) {
      choice.value ||= event.target.dataset.with;
    }
  });

  // Enter sends the form of a select with data-enter, as it does from a field.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("select[data-enter]")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  // A select with data-submit sends its form; without JavaScript the form's button does.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) {
      event.target.form.requestSubmit();
    }
  });

  // What a page asks by itself, nobody waits for: it asks only while somebody may be looking, not for longer than a session lasts, and
  // says nothing where it is not answered.
  const LONGEST_IN_BACKGROUND = 25 * 60 * 1000;
  const loaded = Date.now();
  const isBackground = (event) => Boolean(event.target.closest?.("[data-background]"));
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isBackground(event) && (document.hidden || Date.now() - loaded > LONGEST_IN_BACKGROUND)) {
      event.preventDefault();
    }
  });

  const trouble = (text) => {
    const region = document.getElementById("trouble");
    if (region) {
      region.querySelector("span").textContent = text;
      region.hidden = false;
    }
  };
  document.addEventListener("htmx:responseError", (event) => isBackground(event)
    || trouble("That did not work (" + event.detail.xhr.status + "). Nothing was changed. Load the page again and retry."));
  document.addEventListener("htmx:sendError", (event) => isBackground(event)
    || trouble("The server cannot be reached. Check the connection and try again."));
})();

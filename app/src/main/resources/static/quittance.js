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

  const FIELDS = "input:not([type=hidden]), select, textarea";

  // What is folded out by a key is ready to be filled in.
  const enterFolded = (element) => {
    if (element.tagName === "SUMMARY" && element.parentElement.open) {
      element.parentElement.querySelector(FIELDS)?.focus();
    }
  };

  // An input is focused, with what stands in it ready to be typed over; everything else is clicked.
  const use = (element) => {
    if (isTyping(element)) {
      element.focus();
      if (element.tagName === "INPUT") {
        element.select();
      }
    } else {
      element.click();
      enterFolded(element);
    }
  };

  // The box of a heading stands for all boxes of its rows, and shows whether all of them are marked.
  document.addEventListener("change", (event) => {
    const group = event.target.closest("tbody");
    const all = group?.querySelector("[data-marks-group]");
    if (!all || !event.target.matches("input[type=checkbox]")) {
      return;
    }
    const rows = [...group.querySelectorAll("input[type=checkbox]")].filter((box) => box !== all);
    if (event.target === all) {
      rows.forEach((box) => { box.checked = all.checked; });
    }
    const marked = rows.filter((box) => box.checked).length;
    all.checked = marked === rows.length;
    all.indeterminate = marked > 0 && !all.checked;
  });

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
    if (hit) {
      enterFolded(hit);
    }
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

  // Esc leaves a field with what stands in it, so that the keys work again; in a row, the row has the focus then.
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Escape" || !isTyping(field) || dialog?.open) {
      return;
    }
    const links = rowLinks();
    const row = rowOf(links, field);
    field.blur();
    if (row >= 0) {
      const folded = field.closest("details[open]");
      if (folded) {
        folded.open = false;
      }
      links[row].focus();
    }
  });

  // Of several outcomes one is marked: the one that the page begins with, then the one that had the focus last.
  document.addEventListener("focusin", (event) => {
    const outcome = event.target.closest?.(".q-outcomes button");
    if (outcome) {
      outcome.closest(".q-outcomes").querySelector("[data-marked]")?.removeAttribute("data-marked");
      outcome.dataset.marked = "";
    }
  });

  // Whoever marks for which items a promise is finds their sum in the amount of their currency, and what stood there when none is left marked.
  document.addEventListener("change", (event) => {
    const items = event.target.closest?.("[data-sums-amounts]");
    if (!items) {
      return;
    }
    const marked = [...items.querySelectorAll("[data-amount]:checked")];
    for (const field of event.target.form.querySelectorAll("[name^='amount-']")) {
      field.dataset.before ??= field.value;
      const amounts = marked.filter((box) => field.name === `amount-${box.dataset.currency}`).map((box) => box.dataset.amount);
      const decimals = amounts[0]?.split(".")[1]?.length ?? 0;
      const sum = amounts.reduce((all, amount) => all + Number(amount), 0);
      if (marked.length === 0) {
        field.value = field.dataset.before;
      } else if (amounts.length > 0) {
        field.value = sum.toFixed(decimals);
      } else if (field.value === field.defaultValue) {
        field.value = "";
      }
    }
  });

  // Ctrl and Enter keep what is written; where several outcomes can be chosen, they choose the one that is marked.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.tagName !== "TEXTAREA") {
      return;
    }
    const form = event.target.form;
    const marked = form?.querySelector(".q-outcomes [data-marked]");
    event.preventDefault();
    if (marked) {
      marked.click();
    } else {
      form?.requestSubmit();
    }
  });

  // A date with data-presets takes days by one letter each: "t=2026-03-03 w=2026-03-09".
  document.addEventListener("keydown", (event) => {
    const preset = event.target.dataset?.presets?.split(" ").find((each) => each.startsWith(event.key + "="));
    if (preset && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.target.value = preset.slice(2);
      event.target.dataset.presetTaken = "";
    } else if (event.key === "Tab" && !event.shiftKey && event.target.dataset?.presetTaken !== undefined) {
      // The day is whole: on to the next field, not to the month and the year of this one.
      const fields = [...(event.target.form?.querySelectorAll(FIELDS + ", button") ?? [])].filter(isShown);
      const next = fields[fields.indexOf(event.target) + 1];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    } else if (event.target.dataset?.presetTaken !== undefined) {
      // Whoever goes on typing in the day does not have it yet.
      delete event.target.dataset.presetTaken;
    }
  });

  // Whoever is told that something is wrong stands in the first wrong field.
  const problem = document.querySelector("main .q-problem, main [data-first-wrong]");
  if (problem) {
    const after = [...document.querySelectorAll("main :is(" + FIELDS + ", button)")]
      .find((element) => problem.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING && isShown(element));
    const within = document.querySelector("main [data-first-wrong]") ?? problem.closest(".q-field");
    (within?.querySelector(FIELDS) ?? after)?.focus();
  }

  // What a form asks for and has not got is said at the field and stays there until something is given: the browser's bubble is gone before
  // many have seen it. The first of such fields has the focus.
  let sayings = 0;
  const saidAt = (field) => document.getElementById(field.dataset.said ?? "");
  const unsay = (field) => {
    saidAt(field)?.remove();
    delete field.dataset.said;
    field.classList.remove("is-invalid");
    field.removeAttribute("aria-invalid");
    field.setAttribute("aria-describedby", field.dataset.describedBefore ?? "");
  };
  document.addEventListener("invalid", (event) => {
    const field = event.target;
    event.preventDefault();
    field.closest("details:not([open])")?.setAttribute("open", "");
    if (field === [...field.form.elements].find((each) => each.willValidate && !each.validity.valid)) {
      field.focus();
    }
    if (field.dataset.said) {
      unsay(field);
    }
    const said = document.createElement("p");
    said.className = "q-problem";
    said.id = "said-" + ++sayings;
    said.textContent = field.validity.valueMissing ? "This is needed." : field.validationMessage;
    field.dataset.said = said.id;
    field.dataset.describedBefore = field.getAttribute("aria-describedby") ?? "";
    field.setAttribute("aria-describedby", (said.id + " " + field.dataset.describedBefore).trim());
    field.setAttribute("aria-invalid", "true");
    field.classList.add("is-invalid");
    (field.type === "radio" || field.type === "checkbox" ? field.closest("label") ?? field : field).after(said);
  }, true);
  document.addEventListener("input", (event) => event.target.dataset?.said && event.target.validity.valid && unsay(event.target));

  // What the tab remembers until it is closed or the person signs out. Where the browser refuses to, nothing is remembered.
  const memory = {
    read: (key) => {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Full, or forbidden.
      }
    },
    forget: (key) => {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Forbidden.
      }
    },
  };

  // The place in a list with rows: whoever left it, or dealt with a row by a form that answers with the list, comes back to it.
  const PLACE = "quittance-place";
  const here = location.pathname + location.search;
  const rememberRow = (element) => {
    const row = rowOf(rowLinks(), element);
    if (row >= 0 && element.closest("[data-list]")) {
      memory.write(PLACE, { list: here, row });
    }
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("a")) {
      rememberRow(event.target);
    }
  });
  document.addEventListener("submit", (event) => rememberRow(event.target));
  const place = memory.read(PLACE);
  const back = document.getElementById("back-to-list");
  if (place?.list === here) {
    const links = rowLinks();
    links[Math.min(place.row, links.length - 1)]?.focus();
  } else if (place && back && document.body.dataset.login) {
    back.href = place.list;
    back.hidden = false;
  }

  // What was marked of a list stays marked while its page is left for another and come back to in this tab, until it was used or another
  // such list was marked. An address that carries marks goes before.
  const MARKS = "quittance-marks";
  const marks = () => [...document.querySelectorAll("[data-keeps-marks] input[type=checkbox][name]")];
  const kept = memory.read(MARKS);
  if (kept?.page === location.pathname && kept.login === document.body.dataset.login && !marks().some((box) => box.checked)) {
    for (const box of marks()) {
      box.checked = kept.values.includes(box.value);
    }
  }
  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-keeps-marks]")) {
      const values = marks().filter((box) => box.checked).map((box) => box.value);
      memory.write(MARKS, { login: document.body.dataset.login, page: location.pathname, values });
    }
  });
  document.addEventListener("submit", (event) => {
    if (marks().some((box) => box.form === event.target)) {
      memory.forget(MARKS);
    }
  });

  // What was written and sent after the session had ended comes back after the sign-in: kept in this tab until the next page shows that it
  // arrived, for the same person alone, and forgotten when they sign out.
  const WRITTEN = "quittance-written";
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("method") !== "post" || form.hasAttribute("hx-post") || !form.closest("main") || !document.body.dataset.login) {
      return;
    }
    const fields = [...form.elements]
      .filter((field) => field.name && field.matches("textarea, select, input:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio])"))
      .map((field) => [field.name, field.value]);
    if (form.querySelector("textarea, input[type=text], input:not([type])")) {
      memory.write(WRITTEN, { login: document.body.dataset.login, page: here, action: form.getAttribute("action"), fields });
    }
  });
  const written = memory.read(WRITTEN);
  const isSignIn = location.pathname === "/sign-in";
  const signsOut = location.search.includes("SIGNED_OUT") || location.search.includes("ENDED");
  if (isSignIn && signsOut) {
    memory.forget(WRITTEN);
    memory.forget(PLACE);
    memory.forget(MARKS);
  } else if (written && isSignIn) {
    memory.write(WRITTEN, { ...written, lost: true });
  } else if (written && (!written.lost || written.login !== document.body.dataset.login)) {
    memory.forget(WRITTEN);
    if (written.login !== document.body.dataset.login) {
      memory.forget(PLACE);
    }
  } else if (written) {
    const form = [...document.querySelectorAll("main form[method=post]")]
      .find((each) => each.getAttribute("action") === written.action && here === written.page);
    const notice = document.getElementById("written");
    const link = notice?.querySelector("a");
    if (form) {
      for (const [name, value] of written.fields) {
        const field = form.elements[name];
        if (field instanceof Element) {
          field.value = value;
        }
      }
      form.querySelector("textarea, input:not([type=hidden])")?.focus();
      memory.forget(WRITTEN);
    } else if (link) {
      link.href = written.page;
      link.hidden = false;
    }
    if (notice) {
      notice.querySelector("span").textContent = form
        ? "What you wrote before your session ended stands in the form again. It is not kept yet."
        : "What you wrote before your session ended was not kept.";
      notice.hidden = false;
    }
  }

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

  // An option with data-fills offers data-with in the field of that name where nothing stands there yet, and takes it back when another is
  // chosen. The focus stays: whoever moves through the options by arrow keys passes over this one.
  document.addEventListener("change", (event) => {
    const fields = event.target.form?.elements;
    for (const option of event.target.options ?? []) {
      const field = option.dataset.fills && fields[option.dataset.fills];
      if (field && option.selected) {
        field.value ||= option.dataset.with ?? "";
      } else if (field && field.value === option.dataset.with) {
        field.value = "";
      }
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

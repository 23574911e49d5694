(function () {
  "use strict";
  var root = document.documentElement, d = document;
  function all(sel, at) { return Array.prototype.slice.call((at || d).querySelectorAll(sel)); }
  function remember(key, value) { try { localStorage.setItem("isnad-" + key, value); } catch (e) { /* a file may have no storage */ } }
  function recall(key) {
    var asked = new URLSearchParams(location.search).get(key);
    if (asked) return asked;
    try { return localStorage.getItem("isnad-" + key); } catch (e) { return null; }
  }
  root.classList.add("js-on");

  /* language: words of both are in the page, the root says which is read */
  function speak(lang) {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    d.getElementById("lang-" + lang).checked = true;
    all("[data-en]").forEach(function (el) {
      var holder = el.tagName === "INPUT" ? "placeholder" : "textContent";
      if (!el.dataset.ar) el.dataset.ar = el[holder];
      el[holder] = lang === "en" ? el.dataset.en : el.dataset.ar;
    });
    count();
  }
  function theme(name) { if (name === "dark" || name === "light") root.dataset.theme = name; }

  /* long lists: a page at a time */
  function pager(list) {
    var size = +list.dataset.page, rows = Array.prototype.slice.call(list.children), shown = size, wanted = rows;
    var bar = d.createElement("p");
    bar.className = "pager";
    bar.innerHTML = '<button type="button"><i lang="ar">المزيد</i><i lang="en">More</i></button> <button type="button"><i lang="ar">الكل</i><i lang="en">All</i></button> <span></span>';
    list.after(bar);
    var buttons = all("button", bar);
    function draw() {
      rows.forEach(function (r) { r.hidden = true; });
      wanted.slice(0, shown).forEach(function (r) { r.hidden = false; });
      bar.hidden = wanted.length <= shown;
      bar.lastElementChild.textContent = Math.min(shown, wanted.length) + " / " + wanted.length;
    }
    buttons[0].onclick = function () { shown += size * 2; draw(); };
    buttons[1].onclick = function () { shown = Infinity; draw(); };
    draw();
    function whole() { wanted.forEach(function (r) { r.hidden = false; }); }
    return { rows: rows, whole: whole, draw: draw, show: function (some) { wanted = some; shown = size; draw(); }, all: buttons[1].onclick };
  }
  var pagers = new Map();
  all("[data-page]").forEach(function (list) { pagers.set(list.id || list, pager(list)); });

  /* on paper there is no "more" */
  addEventListener("beforeprint", function () { pagers.forEach(function (p) { p.whole(); }); });
  addEventListener("afterprint", function () { pagers.forEach(function (p) { p.draw(); }); });

  /* statements: filters */
  var statements = pagers.get("srows"), form = d.querySelector(".filters"), hits = d.getElementById("hits"), texts = null, found = 0;
  function fold(s) {
    return s.replace(/[\u064B-\u065F\u0670\u0640\u200E\u200F\u061C]/g, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي").toLowerCase();
  }
  function count() {
    if (!hits || !statements) return;
    hits.textContent = root.lang === "en" ? found + " of " + statements.rows.length : found + " من " + statements.rows.length;
  }
  function filter() {
    var want = { a: "f-actor", f: "f-force", o: "f-outlet" }, words = fold(d.getElementById("q").value).split(/\s+/).filter(Boolean);
    if (words.length && !texts) texts = statements.rows.map(function (r) { return fold(r.firstElementChild.textContent); });
    var some = statements.rows.filter(function (r, i) {
      for (var k in want) {
        var v = d.getElementById(want[k]).value;
        if (v !== "*" && r.dataset[k] !== v) return false;
      }
      return words.every(function (w) { return texts[i].indexOf(w) >= 0; });
    });
    found = some.length;
    statements.show(some);
    count();
  }
  if (form && statements) {
    found = statements.rows.length;
    var wait = 0;
    form.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(filter, 120); });
    form.addEventListener("submit", function (e) { e.preventDefault(); });
  }

  /* what stands behind highlighted words */
  var panel = d.getElementById("panel"), inside = panel.querySelector(".in"), back = null;
  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    all(".m.on").forEach(function (el) { el.classList.remove("on"); });
    if (back) back.focus();
  }
  function open(mark) {
    close();
    inside.textContent = "";
    mark.dataset.i.split(" ").forEach(function (id) {
      var row = d.getElementById("i-" + id);
      if (!row) return;
      var copy = d.createElement("div");
      copy.className = row.className;
      copy.innerHTML = row.innerHTML;
      all("[id]", copy).forEach(function (el) { el.removeAttribute("id"); });
      inside.append(copy);
    });
    all(".m", mark.closest(".text")).forEach(function (el) {
      if (el.dataset.i.split(" ").indexOf(mark.dataset.i.split(" ")[0]) >= 0) el.classList.add("on");
    });
    back = mark;
    panel.hidden = false;
    panel.querySelector(".close").focus({ preventScroll: true });
  }
  panel.querySelector(".close").onclick = close;
  d.addEventListener("click", function (e) {
    var mark = e.target.closest && e.target.closest("a.m");
    if (mark && !e.metaKey && !e.ctrlKey) { e.preventDefault(); open(mark); } else if (!e.target.closest("#panel")) close();
  });
  d.addEventListener("keydown", function (e) {
    if (e.key === "Escape") close();
    if (e.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(e.target.tagName) && d.getElementById("q")) { e.preventDefault(); d.getElementById("q").focus(); }
  });

  /* families of highlights */
  all("#legend input").forEach(function (box) {
    box.onchange = function () { d.getElementById("articles").classList.toggle("no-" + box.value, !box.checked); };
  });

  /* a link into a closed article or a hidden row opens it */
  function arrive(how) {
    var id = decodeURIComponent(location.hash.slice(1)), el = id && d.getElementById(id);
    if (!el) return;
    for (var up = el; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
      if (up.hidden && pagers.has(up.parentElement.id || up.parentElement)) pagers.get(up.parentElement.id || up.parentElement).all();
    }
    el.scrollIntoView({ block: el.matches(".m,.it") ? "center" : "start", behavior: how === "at once" ? "instant" : "auto" });
    all(".flash").forEach(function (old) { old.classList.remove("flash"); });
    if (el.matches(".m")) all(".m", el.closest(".text")).forEach(function (m) { if (m.dataset.i.split(" ").indexOf(id) >= 0) m.classList.add("flash"); });
    else if (el.matches(".it")) el.classList.add("flash");
  }
  addEventListener("hashchange", arrive);

  /* where one is */
  if ("IntersectionObserver" in window) {
    var links = {};
    all("#nav .links a").forEach(function (a) { links[a.hash.slice(1)] = a; });
    var seen = new IntersectionObserver(function (list) {
      list.forEach(function (e) {
        if (!e.isIntersecting || !links[e.target.id]) return;
        all("#nav [aria-current]").forEach(function (a) { a.removeAttribute("aria-current"); });
        links[e.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-20% 0px -75% 0px" });
    all("main > section").forEach(function (s) { seen.observe(s); });
  }

  all("input[name=lang]").forEach(function (r) { r.onchange = function () { speak(r.value); remember("lang", r.value); }; });
  d.querySelector(".theme").onclick = function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme(dark ? "light" : "dark");
    remember("theme", root.dataset.theme);
  };
  theme(recall("theme"));
  speak(recall("lang") === "en" ? "en" : "ar");
  arrive("at once");
})();

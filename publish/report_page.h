// The parts of the report's page that do not depend on the store. Inside the publish library only.
#pragma once

#include <string_view>

namespace careerfacts {

inline constexpr std::string_view kReportStyle = R"css(
:root { color-scheme: light dark; --line: #8884; --dim: #888; --mark: #ffe08a; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; }
thead th { border-bottom: 2px solid var(--line); } tbody td { border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } #facts { width: 100%; }
.dim, .place { color: var(--dim); font-size: .85rem; overflow-wrap: anywhere; }
mark { background: var(--mark); color: #000; padding: 0 .15em; }
details ol { margin: .3rem 0; padding-left: 1.4rem; } summary { cursor: pointer; }
form { position: sticky; top: 0; background: Canvas; padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .6rem; }
input, select { font: inherit; padding: .2rem .4rem; } input[type=search] { flex: 1 1 16rem; }
@media print { form { display: none; } }
)css";

inline constexpr std::string_view kReportScript = R"js(
const form = document.getElementById('filter');
const rows = Array.from(document.querySelectorAll('#facts tbody tr'));
const texts = rows.map(row => row.textContent.toLowerCase());
const narrow = () => {
  const words = form.words.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  rows.forEach((row, i) => {
    const fits = (!form.kind.value || row.dataset.kind === form.kind.value) &&
      (!form.grade.value || row.dataset.grade === form.grade.value) &&
      (!form.several.checked || Number(row.dataset.origins) > 1) && words.every(word => texts[i].includes(word));
    row.hidden = !fits;
    if (fits) ++shown;
  });
  document.getElementById('shown').textContent = shown + ' of ' + rows.length + ' facts';
};
form.addEventListener('input', narrow);
form.addEventListener('submit', event => event.preventDefault());
form.hidden = false;
narrow();
)js";

}  // namespace careerfacts

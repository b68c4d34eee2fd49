"""What moved in the window while a page loaded."""

# Each entry: how much of the window, and what moved from where to where (Layout Instability API).
MOVED = """async () => {
  const name = node => node && (node.id || node.className || node.textContent.slice(0, 40) || node.nodeName);
  const where = each => [name(each.node), JSON.stringify(each.previousRect), JSON.stringify(each.currentRect)];
  const moved = [], note = rows => moved.push(...rows.map(row => [row.value, ...row.sources.map(where)]));
  const observer = new PerformanceObserver(list => note(list.getEntries()));
  observer.observe({type: 'layout-shift', buffered: true});
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  note(observer.takeRecords());
  return moved;
}"""

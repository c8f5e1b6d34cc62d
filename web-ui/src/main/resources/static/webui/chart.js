/* Draws what the server says with ECharts, in the colours of the screen. */
(() => {
'use strict';

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const drawn = new Map();
const DASHES = { calm: 'dashed', good: 'solid', bad: 'dotted' };

/* A colour as the browser computes it: a variable may hold one for light and one for dark. */
const colors = host => {
  const probe = host.appendChild(document.createElement('span'));
  probe.hidden = true;
  const all = {};
  for (const name of ['calm', 'good', 'bad', 'ink', 'soft', 'line', 'card']) {
    probe.style.color = `var(--chart-${name})`;
    all[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return all;
};

const option = (host, picture) => {
  const color = colors(host);
  const language = document.documentElement.lang || navigator.language;
  const number = new Intl.NumberFormat(language);
  const times = picture.lines.flatMap(line => line.points.map(point => point.at));
  const wide = Math.max(...times) - Math.min(...times) > 26 * 3600 * 1000;
  const when = new Intl.DateTimeFormat(language, wide ? { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } : { hour: '2-digit', minute: '2-digit' });
  const tick = new Intl.DateTimeFormat(language, wide ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' });
  const label = { color: color.soft };
  return {
    animation: !calm.matches,
    animationDuration: 300,
    textStyle: { fontFamily: getComputedStyle(host).fontFamily, color: color.ink },
    grid: { left: 8, right: 16, top: 40, bottom: 8 },
    legend: { top: 0, left: 0, itemWidth: 28, textStyle: { color: color.ink } },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: color.card, borderColor: color.line, textStyle: { color: color.ink },
      axisPointer: { lineStyle: { color: color.soft }, label: { formatter: ({ value }) => when.format(value) } },
      formatter: all => all.reduce((text, one) => `${text}<br>${one.marker} ${one.seriesName}: <b>${number.format(one.value[1])}</b>`, when.format(all[0].value[0])),
    },
    xAxis: { type: 'time', minInterval: 60000, splitLine: { show: false }, axisLine: { lineStyle: { color: color.line } }, axisTick: { lineStyle: { color: color.line } }, axisLabel: { ...label, hideOverlap: true, formatter: value => tick.format(value) } },
    yAxis: { type: 'value', min: 0, max: picture.most ?? undefined, minInterval: 1, splitLine: { lineStyle: { color: color.line } }, axisLabel: { ...label, formatter: value => number.format(value) } },
    series: picture.lines.map(line => ({
      name: line.name, type: 'line', step: picture.step ? 'end' : false, color: color[line.tone], symbol: 'circle', showAllSymbol: true,
      lineStyle: { width: 2, type: DASHES[line.tone] }, areaStyle: line.tone === 'calm' ? undefined : { opacity: 0.08 },
      data: line.points.map(point => ({ value: [point.at, point.value], symbol: point.marked ? 'triangle' : 'circle', symbolSize: point.marked ? 12 : 0, itemStyle: point.marked ? { color: color.bad } : undefined })),
    })),
  };
};

const draw = (host, picture) => {
  let entry = drawn.get(host);
  if (!entry) {
    const chart = window.echarts.init(host, null, { renderer: 'svg' });
    const watch = new ResizeObserver(() => {
      if (host.isConnected) return chart.resize();
      watch.disconnect();
      chart.dispose();
      drawn.delete(host);
    });
    watch.observe(host);
    entry = { chart };
    drawn.set(host, entry);
  }
  entry.picture = picture;
  entry.chart.setOption(option(host, picture));
};

const again = () => drawn.forEach(({ picture }, host) => draw(host, picture));
dark.addEventListener('change', again);
calm.addEventListener('change', again);
new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });

window.hibooChart = draw;
})();

/// How the page looks, on a screen of any width and on A4.
enum ReportStyleSheet {
  package static let css = """
    :root {
      --ink: #16181d; --quiet: #5b626d; --rule: #c9cdd4; --hair: #e6e8ec;
      --spark: #b5380b; --feed: #35597f; --band: #fbeee7;
      --text: "Inter", "Helvetica Neue", "Segoe UI", "Noto Sans", Arial, sans-serif;
      --title: "Charter", "Bitstream Charter", "Iowan Old Style", "Noto Serif", Georgia, serif;
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 48px 32px 64px; max-width: 1120px; background: #fff;
      color: var(--ink); font: 15px/1.5 var(--text);
      font-variant-numeric: tabular-nums lining-nums;
    }
    h1, h2, h3 { font-family: var(--title); font-weight: 600; line-height: 1.15; margin: 0; }
    h1 { font-size: 52px; letter-spacing: -0.015em; overflow-wrap: anywhere; }
    h2 { font-size: 34px; margin-bottom: 20px; overflow-wrap: anywhere; }
    h3 { font-size: 23px; }
    header { border-top: 5px solid var(--ink); padding-top: 14px; margin-bottom: 36px; }
    .kicker { margin: 0 0 26px; font-weight: 600; font-size: 14px; }
    .scope { margin: 10px 0 0; color: var(--quiet); font-size: 18px; }
    .brand + .brand { margin-top: 72px; border-top: 5px solid var(--ink); padding-top: 20px; }

    .key { display: flex; flex-wrap: wrap; gap: 0; margin: 0 0 30px; border-top: 1px solid var(--rule); }
    .key div { flex: 1 1 140px; padding: 12px 20px 10px 0; }
    .key dt { color: var(--quiet); font-size: 13px; }
    .key dd { margin: 2px 0 0; font: 600 31px/1.1 var(--title); letter-spacing: -0.01em; }
    .findings { margin: 0; padding: 0; list-style: none; max-width: 60em; }
    .findings li { padding: 11px 0; border-top: 1px solid var(--hair); display: flex; gap: 22px; align-items: baseline; }
    .findings b { flex: 0 0 104px; font: 600 31px/1 var(--title); letter-spacing: -0.01em; color: var(--spark); }
    .findings .notDistinguishable b { color: var(--quiet); }
    .findings span { flex: 1; }

    .figure { margin-top: 52px; }
    .finding { margin: 8px 0 0; max-width: 54em; }
    .caption, caption { color: var(--quiet); font-size: 13.5px; text-align: left; }
    .caption { margin: 6px 0 14px; }
    caption { padding: 6px 0 12px; max-width: 60em; }
    table { width: 100%; border-collapse: collapse; }
    th, td { text-align: left; vertical-align: top; padding: 9px 18px 9px 0; font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th {
      color: var(--quiet); font-size: 12.5px; vertical-align: bottom; padding-bottom: 5px;
      border-bottom: 1px solid var(--ink);
    }
    tbody tr { border-bottom: 1px solid var(--hair); }
    tbody th { font-weight: 600; overflow-wrap: anywhere; }
    small { display: block; color: var(--quiet); font-size: 12px; line-height: 1.4; font-weight: 400; }
    b { font-weight: 600; }
    .number { text-align: right; }
    .unknown { color: var(--quiet); font-size: 13px; }

    .compare .name { width: 21%; }
    .compare .spark, .compare .feed { width: 14.5%; }
    .compare tbody .spark b { color: var(--spark); }
    .compare tbody .feed b { color: var(--feed); }
    .compare tbody .plot, .rank tbody .panel { position: relative; }
    .compare tbody .plot svg.strip, .rank tbody .panel svg.strip { position: absolute; top: 0; left: 0; width: calc(100% - 18px); height: 100%; }
    .rank tbody .panel:last-child svg.strip { width: 100%; }
    .compare .plot { width: 28%; }
    .compare .lift { width: 14%; }
    .compare .published { width: 8%; text-align: right; color: var(--quiet); white-space: nowrap; }
    .alone .name { width: 45%; }
    .alone .spark, .alone .feed { width: auto; }
    .rank .name { width: 25%; }
    .rank .panel { width: 25%; }
    .rank thead .panel { color: var(--ink); font-weight: 600; }
    .rank thead svg { margin-top: 6px; font-weight: 400; }
    .rank tbody .name bdi {
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
    }
    .rank .values { display: block; position: relative; font-size: 12px; color: var(--quiet); padding-top: 20px; }
    .rank .values b { color: var(--ink); font-size: 13px; }
    .rank .label { display: none; }

    svg { display: block; overflow: visible; }
    svg text { font: 11.5px var(--text); fill: var(--quiet); }
    svg .tick { stroke: var(--hair); }
    svg .zero { stroke: var(--ink); }
    svg .band { fill: var(--band); }
    svg .whisker { stroke: var(--mark); stroke-width: 2; }
    svg .dot { fill: var(--mark); stroke: #fff; stroke-width: 1.5; }
    svg .dot.open { fill: #fff; stroke: var(--mark); stroke-width: 1.75; }
    svg .arrow { fill: var(--mark); }
    svg .diamond { fill: #fff; stroke: var(--ink); stroke-width: 1.25; }
    .strip { --mark: var(--ink); }
    .compare .strip.notDistinguishable, .compare .strip.notEnoughData { --mark: #8b919b; }
    .rank .strip { --mark: #8b919b; }
    .rank .strip.best { --mark: var(--spark); }
    .rank .strip.notDistinguishable { --mark: #d98a68; }
    .rank .strip.behind, .rank .strip.other { --mark: #6c737e; }
    svg .line { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
    svg .line.spark { stroke: var(--spark); }
    svg .line.standard { stroke: var(--feed); }
    svg .area.spark { fill: var(--spark); opacity: 0.12; }
    .spend { display: flex; margin-top: 12px; }
    .spend .amounts { flex: none; }
    .legend { margin: 10px 0 0; color: var(--quiet); font-size: 12.5px; }
    .sign { display: inline-block; margin: 0 7px 0 0; vertical-align: 0.12em; }
    .sign:not(:first-child) { margin-left: 22px; }
    .sign.dot { width: 22px; height: 8px; background:
      radial-gradient(circle, var(--ink) 3.5px, transparent 4px) center / 100% 100%,
      linear-gradient(var(--ink), var(--ink)) center / 100% 2px no-repeat; }
    .sign.diamond { width: 8px; height: 8px; border: 1.25px solid var(--ink); transform: rotate(45deg); }
    .sign.line { width: 20px; height: 2px; vertical-align: 0.3em; }
    .sign.spark { background: var(--spark); }
    .sign.standard { background: var(--feed); }

    .plain td, .plain th { padding-top: 6px; padding-bottom: 6px; font-size: 13.5px; }
    .plain thead th { font-size: 12.5px; }
    .plain .kind, .plain .days { white-space: nowrap; }
    .ads .name { min-width: 180px; }
    .wide { overflow-x: auto; }
    details { margin-top: 10px; font-size: 13.5px; }
    details table { max-width: 560px; }
    summary { color: var(--quiet); cursor: pointer; }
    .notes { margin: 26px 0 0; padding-left: 18px; color: var(--quiet); font-size: 13.5px; }
    .none { font-size: 18px; }
    code { font-size: 0.92em; }

    footer { margin-top: 72px; border-top: 1px solid var(--ink); padding-top: 18px; color: #3b4049; font-size: 13.5px; }
    .method h2 { font-size: 23px; margin-bottom: 12px; color: var(--ink); }
    .method h3 { font-size: 16px; margin: 22px 0 6px; color: var(--ink); }
    .method ul { margin: 0; padding-left: 18px; columns: 2; column-gap: 44px; }
    .method li { break-inside: avoid; margin-bottom: 8px; }
    .method p { margin: 0 0 6px; }
    .method dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; }
    .method dd { margin: 0; color: var(--quiet); }
    .made { margin: 26px 0 0; color: var(--quiet); }

    @media screen and (max-width: 760px) {
      body { padding: 24px 16px 48px; }
      h1 { font-size: 38px; }
      .scope { font-size: 16px; }
      .key div { flex-basis: 45%; }
      .key dd { font-size: 26px; }
      .findings li { display: block; }
      .findings b { display: block; margin-bottom: 6px; }
      .compare, .compare tbody, .rank, .rank tbody, .compare caption, .rank caption { display: block; }
      .compare thead, .rank thead { display: none; }
      .compare tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 16px; padding: 14px 0; }
      .rank tr { display: grid; gap: 6px; padding: 14px 0; }
      .compare tr > *, .rank tr > * { width: auto; padding: 0; }
      .compare .name, .compare .plot { grid-column: 1 / -1; width: auto; }
      .compare .spark, .compare .feed, .compare .lift, .compare .published, .rank .name, .rank .panel { width: auto; }
      .compare .spark::before { content: "Spark"; }
      .compare .feed::before { content: "In-Feed"; }
      .compare .lift::before { content: "Spark over In-Feed"; }
      .compare .published::before { content: "TikTok"; }
      .compare td:not(.plot)::before { display: block; color: var(--quiet); font-size: 12px; }
      .compare .published { text-align: left; }
      .compare td:empty { display: none; }
      .rank .label { display: block; font-size: 12px; color: var(--quiet); }
      .compare tbody .plot { min-height: 36px; }
      .compare tbody .plot svg.strip, .rank tbody .panel svg.strip, .rank tbody .panel:last-child svg.strip { width: 100%; }
      .rank tbody .panel svg.strip { top: 14px; height: calc(100% - 14px); }
      .method ul { columns: 1; }
      .method dl { display: block; }
      .method dt { font-weight: 600; margin-top: 6px; }
    }

    @page { size: A4; margin: 15mm 15mm 17mm; }
    @media print {
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
      h1 { font-size: 34pt; }
      h2 { font-size: 21pt; }
      h3 { font-size: 14.5pt; }
      header { margin-bottom: 20pt; }
      .kicker { font-size: 9pt; margin-bottom: 14pt; }
      .scope { font-size: 11.5pt; }
      .key dd { font-size: 19pt; }
      .key dt { font-size: 8pt; }
      .findings li { padding: 6pt 0; gap: 12pt; }
      .findings b { font-size: 19pt; flex-basis: 62pt; }
      .figure { margin-top: 20pt; }
      .compare .name { width: 21%; }
      .compare .spark, .compare .feed { width: 18.5%; }
      .compare .plot { width: 22%; }
      .compare .lift { width: 14%; }
      .compare .published { width: 6%; }
      .compare .name small { display: none; }
      .compare b + small { display: inline; margin-left: 4pt; white-space: nowrap; }
      .compare .lift b + small { display: block; margin: 0; }
      .brand + .brand { margin-top: 0; break-before: page; }
      th, td { padding: 5pt 9pt 5pt 0; }
      small, .rank .values, caption, .caption, .legend, thead th, .notes { font-size: 7.6pt; }
      .rank .values b { font-size: 8.5pt; }
      .plain td, .plain th { font-size: 7.8pt; padding-top: 3pt; padding-bottom: 3pt; }
      .plain thead th { font-size: 7.2pt; }
      svg text { font-size: 7.4pt; }
      h2, h3, caption, thead, .finding, .caption { break-after: avoid; }
      tr, .findings li, .key, .spend, .method dl { break-inside: avoid; }
      .figure:not(.long) { break-inside: avoid; }
      thead { display: table-header-group; }
      details { display: none; }
      .wide { overflow: visible; }
      .ads .name { min-width: 0; }
      footer { margin-top: 26pt; font-size: 8pt; break-inside: avoid; }
      .method h2 { font-size: 14.5pt; }
      .method h3 { font-size: 10pt; margin-top: 12pt; }
    }

    """
}

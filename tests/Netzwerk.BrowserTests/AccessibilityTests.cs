using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Netzwerk.Tests.Kit;

namespace Netzwerk.BrowserTests;

/// <summary>WCAG 2.2 AA, as far as machines see it, on every page in every state: axe, headings, ids, width, text spacing.</summary>
[Collection(OneBrowser.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>The dark scheme changes colours and nothing else, whatever the width.</summary>
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    [Fact]
    public Task Visitors_find_no_barrier() => WalkAsync(States.OfVisitorsAsync);

    [Fact]
    public Task Colleagues_find_no_barrier() => WalkAsync(States.OfTheDeskAsync);

    /// <summary>The control: what is wrong is found, so that finding nothing means something.</summary>
    [Fact]
    public async Task A_page_with_faults_is_seen_through()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.SetContentAsync("<html><body><input id=a><p id=a style='color:#bbb;background:#fff;width:2000px'>blass</p></body></html>");

            var findings = string.Join('\n', await LookAsync(page, dark: true));

            Assert.All((string[])["label", "color-contrast", "html-has-lang", "id a twice", "0 h1", "px too wide as it is", "px too wide with text at 200 %"], fault => Assert.Contains(fault, findings, StringComparison.Ordinal));
        });
    }

    private async Task WalkAsync(Func<IPage, LiveApp, IAsyncEnumerable<string>> states, [CallerMemberName] string name = "")
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            var findings = new List<string>();
            var titles = new Dictionary<string, string>(StringComparer.Ordinal);
            page.PageError += (_, error) => findings.Add($"script: {error}");
            page.Console += (_, message) =>
            {
                if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) findings.Add($"console: {message.Text}");
            };
            await foreach (var state in states(page, app))
            {
                foreach (var width in (int[])[320, 1280])
                {
                    await page.SetViewportSizeAsync(width, 800);
                    findings.AddRange((await LookAsync(page, dark: width == 320)).Select(finding => $"{state}, {width} px: {finding}"));
                }
                var (title, heading) = (await page.TitleAsync(), await page.Heading().First.InnerTextAsync());
                if (!titles.TryAdd(title, heading) && titles[title] != heading) findings.Add($"{state}: title „{title}“ also of „{titles[title]}“");
            }
            Assert.True(findings.Count == 0, string.Join("\n", findings));
        }, new Window(Traced: false), name);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, bool dark)
    {
        var document = page.Locator("html");
#pragma warning disable CS0618 // Its successor opens a window for each run, to put frames together. Our pages have none, and the walk would take many times as long.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var colours = dark ? await document.RunAxeLegacy(Colours) : null;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var all = await document.RunAxeLegacy(Everything);
#pragma warning restore CS0618
        return [.. Found(colours, "dark"), .. Found(all, "light"), .. await page.EvaluateAsync<string[]>(OwnLook)];

        static IEnumerable<string> Found(AxeResult? result, string scheme) =>
            (result?.Violations ?? []).SelectMany(rule => rule.Nodes.Select(node => $"{scheme}: {rule.Id} at {node.Target} {node.Html}"));
    }

    /// <summary>What axe leaves out. Towards the end it applies WCAG 1.4.12's spacing and looks for text that is cut off, then 1.4.4's text of double size.</summary>
    private const string OwnLook = """
        () => {
          const found = [];
          const visible = element => element.checkVisibility({ visibilityProperty: true });
          const h1 = document.querySelectorAll('h1').length;
          if (h1 !== 1) found.push(`${h1} h1`);
          if (document.documentElement.lang !== 'de') found.push('lang is not de');
          if (!document.title) found.push('no title');
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
          ids.filter((id, index) => ids.indexOf(id) !== index).forEach(id => found.push(`id ${id} twice`));
          document.querySelectorAll('.nw-error-summary a[href^="#"]').forEach(link => {
            const target = document.getElementById(link.hash.slice(1));
            if (!target || !target.matches('input, select, textarea, button')) found.push(`summary link ${link.hash} leads to nothing that takes the focus`);
          });
          const sideways = when => {
            const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            if (over <= 0) return;
            const wide = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5);
            found.push(`${over} px too wide ${when}: ${wide.slice(-3).map(element => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 30)}`).join(', ')}`);
          };
          sideways('as it is');
          const spacing = new CSSStyleSheet();
          spacing.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
          document.adoptedStyleSheets = [spacing];
          sideways('with text spacing');
          document.querySelectorAll('main *, header *, footer *').forEach(element => {
            const style = getComputedStyle(element);
            const hides = side => style[side] === 'hidden' || style[side] === 'clip';
            const hidden = style.clipPath !== 'none' || element.closest('.kern-sr-only') || element.closest('svg');
            if (hidden || !visible(element) || !element.textContent.trim()) return;
            if (hides('overflowX') && element.scrollWidth > element.clientWidth + 1 || hides('overflowY') && element.scrollHeight > element.clientHeight + 1)
              found.push(`text is cut off in <${element.tagName.toLowerCase()} class="${element.className}">`);
          });
          const large = new CSSStyleSheet();
          large.replaceSync('html { font-size: 200% !important }');
          document.adoptedStyleSheets = [large];
          sideways('with text at 200 %');
          document.adoptedStyleSheets = [];
          return found;
        }
        """;
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Netzwerk.Tests.Kit;

/// <summary>
/// Fills and sends forms as a person does: fields are found by what stands at them, only existing ones can be filled, and what is posted is
/// what a browser would post.
/// </summary>
/// <remarks>
/// A field is named by its label, or, where several share it, by the group around it: <c>"Kind 2 > Alter in Jahren"</c>. A radio group is
/// named by its legend and filled with the label of a choice; a select with the text of an option; a checkbox with
/// <see cref="Ticked"/> or <see cref="Unticked"/>.
/// </remarks>
public static class Forms
{
    public const string Ticked = "✓";
    public const string Unticked = "";

    /// <param name="button">What stands on the button, or how that begins; without it the one that Enter presses.</param>
    public static Task<Page> SubmitAsync(Page page, IReadOnlyDictionary<string, string> values, string? button = null) =>
        Fill(page, values, button).SendAsync();

    public static Task<Page> SubmitAsync(Page page, string button) => SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal), button);

    /// <summary>The form, filled and not yet sent, for tests that tamper with it.</summary>
    public static FilledForm Fill(Page page, IReadOnlyDictionary<string, string> values, string? button = null)
    {
        var submitter = button is null ? null : FindButton(page, button);
        var fields = values.Select(value => (Field: Find(page, value.Key), value.Value)).ToList();
        var form = submitter?.Form ?? fields.Select(field => field.Field.Form).FirstOrDefault()
            ?? page.Document.QuerySelector<IHtmlFormElement>("main form") ?? throw new InvalidOperationException($"There is no form at {page.Where}");
        foreach (var (field, value) in fields)
        {
            if (field.Form != form) throw new InvalidOperationException($"At {page.Where} „{field.Label}“ stands in another form than „{button}“");
            field.Set(page, value);
        }
        submitter ??= Controls(form).OfType<IHtmlButtonElement>().FirstOrDefault(candidate => candidate.Type == "submit");
        var action = submitter?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Url.PathAndQuery;
        return new FilledForm(page, form.GetAttribute("method") ?? "get", new Uri(page.Url, action), [.. Posted(form, submitter)]);
    }

    /// <summary>Each form of the page as it stands, sent with its first button.</summary>
    internal static IReadOnlyList<FilledForm> All(Page page) => [.. page.Document.QuerySelectorAll<IHtmlFormElement>("form").Select(form =>
    {
        var submitter = Controls(form).OfType<IHtmlButtonElement>().FirstOrDefault(candidate => candidate.Type == "submit");
        return new FilledForm(page, form.GetAttribute("method") ?? "get", new Uri(page.Url, form.GetAttribute("action") ?? page.Url.PathAndQuery), [.. Posted(form, submitter)]);
    })];

    internal static string? ValueOf(Page page, string label) => Find(page, label).Value;

    internal static bool Has(Page page, string label) => FormField.All(page).Any(field => field.Is(label));

    internal static bool HasButton(Page page, string name) => Buttons(page).Any(button => Name(button).StartsWith(name, StringComparison.Ordinal));

    internal static string? ErrorAt(Page page, string label) => Find(page, label).Error;

    private static FormField Find(Page page, string label)
    {
        var all = FormField.All(page);
        var found = all.Where(field => field.Is(label)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new InvalidOperationException($"the form at {page.Where} has no field „{label}“. It has: {string.Join(", ", all.Select(field => field.Label))}"),
            _ => throw new InvalidOperationException($"the form at {page.Where} has {found.Count} fields „{label}“; name the group: {string.Join(", ", found.Select(field => $"„{field.Group} > {field.Label}“"))}"),
        };
    }

    private static IHtmlButtonElement FindButton(Page page, string name)
    {
        var buttons = Buttons(page);
        return buttons.Find(button => Name(button) == name)
            ?? buttons.Find(button => Name(button).StartsWith(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"the page at {page.Where} has no button „{name}“. It has: {string.Join(", ", buttons.Select(Name))}");
    }

    private static List<IHtmlButtonElement> Buttons(Page page) =>
        [.. page.Document.QuerySelectorAll<IHtmlButtonElement>("button").Where(button => button.Type == "submit" && button.GetAttribute("aria-hidden") != "true" && !button.IsDisabled)];

    private static string Name(IHtmlButtonElement button) => button.GetAttribute("aria-label") ?? Page.Words(button);

    private static IEnumerable<IHtmlElement> Controls(IHtmlFormElement form) =>
        form.Owner!.QuerySelectorAll<IHtmlElement>("input, select, textarea, button").Where(control => FormField.FormOf(control) == form);

    /// <summary>The entry list of the HTML standard, section 4.10.22.4.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Posted(IHtmlFormElement form, IHtmlButtonElement? submitter)
    {
        foreach (var control in Controls(form).Where(control => !control.HasAttribute("disabled") && control.HasAttribute("name")))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    if (box.IsChecked) yield return new(name, box.GetAttribute("value") ?? "on");
                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "reset" or "image" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Type == "hidden" ? input.Value : input.Value.ReplaceLineEndings(""));
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal));
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(option => option.IsSelected)) yield return new(name, option.Value);
                    break;
                case IHtmlButtonElement button when button == submitter:
                    yield return new(name, button.Value);
                    break;
            }
        }
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Netzwerk.Tests.Kit;

/// <summary>One field as a person sees it: its label, the group around it, the control or the radios behind it.</summary>
internal sealed record FormField(string Label, string? Group, IReadOnlyList<IHtmlElement> Controls, string? Error)
{
    public IHtmlFormElement? Form => FormOf(Controls[0]);

    public string? Value => Controls[0] switch
    {
        IHtmlInputElement { Type: "radio" } => Radios.FirstOrDefault(radio => radio.IsChecked) is { } chosen ? LabelOf(chosen) : null,
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? Forms.Ticked : Forms.Unticked,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Options.FirstOrDefault(option => option.IsSelected)?.Text.Trim(),
        _ => null,
    };

    private IEnumerable<IHtmlInputElement> Radios => Controls.OfType<IHtmlInputElement>();

    public bool Is(string name) => name == Label || name == $"{Group} > {Label}";

    public void Set(Page page, string value)
    {
        switch (Controls[0])
        {
            case IHtmlInputElement { Type: "radio" }:
                var radio = Radios.FirstOrDefault(choice => LabelOf(choice) == value) ?? throw NoChoice(page, value, Radios.Select(LabelOf));
                foreach (var other in Radios) other.IsChecked = other == radio;
                break;
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = value == Forms.Ticked || (value == Forms.Unticked ? false : throw NoChoice(page, value, ["Forms.Ticked", "Forms.Unticked"]));
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(candidate => candidate.Text.Trim() == value) ?? throw NoChoice(page, value, select.Options.Select(o => o.Text.Trim()));
                foreach (var other in select.Options) other.IsSelected = other == option;
                break;
        }
    }

    public static IReadOnlyList<FormField> All(Page page)
    {
        var fields = new List<FormField>();
        foreach (var label in page.Document.QuerySelectorAll<IHtmlLabelElement>("label"))
        {
            if (ControlOf(page.Document, label) is not { } control || control is IHtmlInputElement { Type: "radio" }) continue;
            fields.Add(new FormField(Page.Words(label), GroupOf(control), [control], ErrorOf(control)));
        }
        foreach (var group in page.Document.QuerySelectorAll("fieldset"))
        {
            var radios = group.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").ToList<IHtmlElement>();
            if (radios.Count > 0 && group.QuerySelector("legend") is { } legend) fields.Add(new FormField(Page.Words(legend), GroupOf(group), radios, ErrorOf(group)));
        }
        return fields;
    }

    public static IHtmlFormElement? FormOf(IElement control) =>
        control.GetAttribute("form") is { } id ? control.Owner!.GetElementById(id) as IHtmlFormElement : control.Closest("form") as IHtmlFormElement;

    private static IHtmlElement? ControlOf(IDocument document, IHtmlLabelElement label) =>
        label.GetAttribute("for") is { } id ? document.GetElementById(id) as IHtmlElement : label.QuerySelector<IHtmlElement>("input, select, textarea");

    private static string LabelOf(IHtmlInputElement radio) =>
        Page.Words(radio.Owner!.QuerySelectorAll<IHtmlLabelElement>("label").First(label => ControlOf(radio.Owner!, label) == radio));

    private static string? GroupOf(IElement element) => element.ParentElement?.Closest("fieldset")?.QuerySelector("legend") is { } legend ? Page.Words(legend) : null;

    private static string? ErrorOf(IElement element)
    {
        var error = (element.GetAttribute("aria-describedby") ?? "").Split(' ')
            .Select(id => element.Owner!.GetElementById(id)).FirstOrDefault(described => described?.ClassList.Contains("kern-error") is true);
        return error is null ? null : Page.Words(error).Replace("Fehler: ", "", StringComparison.Ordinal);
    }

    private InvalidOperationException NoChoice(Page page, string value, IEnumerable<string> choices) =>
        new($"the field „{Label}“ at {page.Where} has no choice „{value}“. It has: {string.Join(", ", choices)}");
}

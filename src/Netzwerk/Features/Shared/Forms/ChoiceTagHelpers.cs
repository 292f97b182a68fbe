using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>One value of a choice, and the words for it.</summary>
public sealed record Choice(string Value, string Label)
{
    /// <summary>What comes of choosing it, where the words alone promise something else. Radios show it.</summary>
    public string? Hint { get; init; }

    public static IReadOnlyList<Choice> Numbers(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).Select(n => new Choice(n, n))];
}

[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public required IReadOnlyList<Choice> Choices { get; set; }

    public string? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        BeginInput(output);
        var select = Control("select", "kern-form-input__select");
        foreach (var choice in Choices)
        {
            var option = Element("option", null, choice.Label, ("value", choice.Value));
            if (choice.Value == Value) option.Attributes["selected"] = "selected";
            select.InnerHtml.AppendHtml(option);
        }
        var wrapper = Element("div", "kern-form-input__select-wrapper", null);
        if (Width is not null) wrapper.AddCssClass(Width);
        wrapper.InnerHtml.AppendHtml(select);
        output.Content.AppendHtml(wrapper);
    }
}

/// <summary>A radio group. Its first radio carries the field's own id, so that the error summary's link lands on it.</summary>
[HtmlTargetElement("radio-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadioFieldTagHelper : FieldTagHelper
{
    public required IReadOnlyList<Choice> Choices { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "kern-fieldset" : "kern-fieldset kern-fieldset--error");
        if (DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        output.Content.AppendHtml(Element("legend", "kern-label", Label));
        AppendHint(output.Content);
        AppendError(output.Content);
        var body = Element("div", "kern-fieldset__body", null);
        for (var i = 0; i < Choices.Count; i++) body.InnerHtml.AppendHtml(Radio(Choices[i], i == 0 ? Id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}-{i + 1}")));
        output.Content.AppendHtml(body);
    }

    private TagBuilder Radio(Choice choice, string id)
    {
        var radio = Element("input", "kern-form-check__radio", null, ("type", "radio"), ("id", id), ("name", Name), ("value", choice.Value));
        if (choice.Value == Value) radio.Attributes["checked"] = "checked";
        if (choice.Hint is not null) radio.Attributes["aria-describedby"] = id + "-choice-hint";
        radio.TagRenderMode = TagRenderMode.SelfClosing;
        var line = Element("div", "kern-form-check", null);
        line.InnerHtml.AppendHtml(radio).AppendHtml(Element("label", "kern-label", choice.Label, ("for", id)));
        if (choice.Hint is null) return line;
        var both = Element("div", "nw-choice", null);
        both.InnerHtml.AppendHtml(line).AppendHtml(Element("div", "kern-hint", choice.Hint, ("id", id + "-choice-hint")));
        return both;
    }
}

[HtmlTargetElement("check-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckFieldTagHelper : FieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (DescribedBy is not null) output.Attributes.SetAttribute("class", "nw-flow nw-flow--tight");
        AppendHint(output.Content);
        AppendError(output.Content);
        var box = Control("input", "kern-form-check__checkbox");
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (For.Model is true) box.Attributes["checked"] = "checked";
        box.TagRenderMode = TagRenderMode.SelfClosing;
        var line = Element("div", "kern-form-check", null);
        line.InnerHtml.AppendHtml(box).AppendHtml(Element("label", "kern-label", Label, ("for", Id)));
        output.Content.AppendHtml(line);
    }
}

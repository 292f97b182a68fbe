using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>
/// One labelled field with hint and error in the order label, hint, error, control, so that a screen reader hears them before it asks.
/// Shows what was typed (the model holds it as text), never the binder's idea of it.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldId.Of(Name);

    protected string Value => For.Model?.ToString() ?? "";

    protected string? Error => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => Id + "-hint",
        (null, not null) => Id + "-error",
        _ => $"{Id}-hint {Id}-error",
    };

    protected void AppendHint(TagHelperContent content)
    {
        if (Hint is not null) content.AppendHtml(Element("div", "kern-hint", Hint, ("id", Id + "-hint")));
    }

    protected void AppendError(TagHelperContent content)
    {
        if (Error is null) return;
        var text = Element("span", "kern-body", null);
        text.InnerHtml.AppendHtml(Element("span", "kern-sr-only", "Fehler: ")).Append(Error);
        var line = Element("p", "kern-error", null, ("id", Id + "-error"));
        line.InnerHtml.AppendHtml(Element("span", "kern-icon kern-icon--danger", null, ("aria-hidden", "true"))).AppendHtml(text);
        content.AppendHtml(line);
    }

    /// <summary>Everything of an outer <c>kern-form-input</c> but the control itself.</summary>
    protected void BeginInput(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "kern-form-input" : "kern-form-input kern-form-input--error");
        output.Content.AppendHtml(Element("label", "kern-label", Label, ("for", Id)));
        AppendHint(output.Content);
        AppendError(output.Content);
    }

    protected TagBuilder Control(string tag, string className)
    {
        var control = Element(tag, Error is null ? className : $"{className} {className}--error", null, ("id", Id), ("name", Name));
        if (DescribedBy is { } ids) control.Attributes["aria-describedby"] = ids;
        if (Error is not null) control.Attributes["aria-invalid"] = "true";
        return control;
    }

    protected static TagBuilder Element(string tag, string? className, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new TagBuilder(tag);
        if (className is not null) element.Attributes["class"] = className;
        foreach (var (name, value) in attributes) element.Attributes[name] = value;
        if (text is not null) element.InnerHtml.Append(text);
        return element;
    }
}

/// <summary>The id that a field name gets; summary links and labels aim at it.</summary>
public static class FieldId
{
    public static string Of(string fieldName) => TagBuilder.CreateSanitizedId(fieldName, "_");
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>A line (or with <see cref="Rows"/> several) to type into. Attributes that are not named here go to the control.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    /// <summary><c>nw-narrow</c> or <c>nw-medium</c>; a field is as wide as what belongs into it.</summary>
    public string? Width { get; set; }

    public int? Rows { get; set; }

    /// <summary>Takes the focus when the page opens, for a row that was just added.</summary>
    public bool Focus { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var own = output.Attributes.ToArray();
        output.Attributes.Clear();
        BeginInput(output);

        var control = Control(Rows is null ? "input" : "textarea", "kern-form-input__input");
        if (Width is not null) control.AddCssClass(Width);
        if (Focus) control.Attributes["autofocus"] = "autofocus";
        foreach (var attribute in own) control.Attributes[attribute.Name] = attribute.Value?.ToString();
        if (Rows is { } rows)
        {
            control.Attributes["rows"] = rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
            // The HTML parser drops one line break after the start tag; without this one a text that starts with one would lose it.
            control.InnerHtml.Append("\n").Append(Value);
        }
        else
        {
            control.Attributes["type"] = Type;
            // A password is never sent back.
            if (Type != "password") control.Attributes["value"] = Value;
            control.TagRenderMode = TagRenderMode.SelfClosing;
        }
        output.Content.AppendHtml(control);
    }
}

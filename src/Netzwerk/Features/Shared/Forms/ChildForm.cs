using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Languages;

namespace Netzwerk.Features.Shared.Forms;

/// <summary>One child in care, as typed.</summary>
public sealed record ChildForm
{
    public string? FirstName { get; init; }

    public string? Age { get; init; }

    public bool CallRequested { get; init; }

    /// <summary>Its place in the form, counted from 1; never what a visitor sent.</summary>
    [JsonIgnore]
    public int Number { get; internal init; }

    public bool IsEmpty => TypedText.Clean(FirstName).Length == 0 && TypedText.Clean(Age).Length == 0 && !CallRequested;

    public ChildInCare ToChild() => new(PastedText.Name(FirstName), Typed.Number(Age) ?? 0, CallRequested);

    public sealed class Validator : AbstractValidator<ChildForm>
    {
        public Validator(IStringLocalizer<Texts> t)
        {
            RuleFor(child => child.FirstName)
                .PersonName(t, child => t["{0}: Geben Sie den Vornamen des Kindes ein", Place(child, t)], child => t["{0}: Der Vorname", Place(child, t)])
                .WithoutLink(t, child => t["{0}: Der Vorname", Place(child, t)]);
            RuleFor(child => child.Age).WholeNumber(0, 17, child => t["{0}: Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17. Ab 18 zählt ein Kind bei „Weitere Erwachsene“ mit", NameOrPlace(child, t)]);
        }

        /// <summary>By name where one is typed that can be read out.</summary>
        private static string NameOrPlace(ChildForm child, IStringLocalizer<Texts> t) =>
            PastedText.Name(child.FirstName) is var name && name.Length <= TypedText.NameLength && PersonName.IsPlain(name) ? BidiText.IsolateRightToLeft(name) : Place(child, t);

        private static string Place(ChildForm child, IStringLocalizer<Texts> t) => t["Kind {0}", child.Number];
    }
}

/// <summary>The rows of a form in which children stand; the server adds and removes them.</summary>
public static class ChildRows
{
    public const int Most = 10;

    public static List<ChildForm> OneEmpty => [new ChildForm()];

    /// <summary>A hand-made index without fields brings a null.</summary>
    public static List<ChildForm> Bound(IEnumerable<ChildForm?> rows) => [.. rows.OfType<ChildForm>().Select((child, index) => child with { Number = index + 1 })];

    /// <param name="move">The button: <c>add</c> or <c>remove-2</c>, counted from 1 as the page does. The last row is emptied, never removed.</param>
    /// <returns>The rows afterwards and the one that takes the focus; null for every other button.</returns>
    public static (List<ChildForm> Rows, int Focus)? After(string? move, List<ChildForm> rows)
    {
        List<ChildForm>? after = null;
        var focus = rows.Count;
        if (move == "add")
        {
            after = rows.Count >= Most ? rows : [.. rows, new ChildForm()];
        }
        else if (RowToRemove(move) is { } number)
        {
            after = rows.Count <= 1 ? OneEmpty : [.. rows.Where((_, index) => index != number - 1)];
            focus = number - 2;
        }
        return after is null ? null : (after, Math.Clamp(focus, 0, after.Count - 1));
    }

    public static void ChildRowRules<T>(this AbstractValidator<T> form, Expression<Func<T, IEnumerable<ChildForm>>> rows, IStringLocalizer<Texts> t)
    {
        form.RuleFor(rows).Must(children => children.Count() is >= 1 and <= Most).OverridePropertyName("")
            .WithMessage(t["Tragen Sie 1 bis {0} Kinder ein", Most].Value);
        form.RuleForEach(rows).SetValidator(new ChildForm.Validator(t));
    }

    private static int? RowToRemove(string? move) =>
        move is not null && move.StartsWith("remove-", StringComparison.Ordinal) && int.TryParse(move.AsSpan("remove-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>
/// Whatever text comes in or lies there already: nothing answers 5xx, neither the form that brings it nor a page, file or mail that shows it.
/// Forms, endpoints and columns are found by themselves, so that a new one is in it.
/// </summary>
public sealed class HostileTextTests
{
    private static readonly (string Name, string Text)[] Texts =
    [
        ("NUL", "a\0b"), ("half a sign", "a\uD83Db"), ("the other half", "\uDE00"), ("no character", "\uFFFE\uFDD0"), ("controls", "\u0001\u001B[31m\u0085\u009F\v\f"),
        ("bidi", "\u202Eabc\u2066\u2069\u200F"), ("lines", "a\r\nBcc: x@example.org\r\n\r\n"), ("brackets", new string('[', 200)), ("quotes", new string('>', 100_000)),
        ("braces", "{{}} {Vorname} {0} {"), ("format", "{0} {1} {99} %s %n"), ("markup", "'\"><script>alert(1)</script>]]>&#0;"), ("lists", string.Concat(Enumerable.Repeat("- > ", 60))),
        ("long", new string('ä', 200_000)), ("spaces", " \u00A0\u3000\t "), ("marks", "e" + new string('\u0301', 500)), ("encoded word", "=?utf-8?q?=0d=0aBcc:?="), ("escapes", "%00%0d%0a%ff\\u0000"),
    ];

    /// <summary>The same in few, for what takes a request for each field.</summary>
    private static readonly (string Name, string Text)[] Few =
    [
        ("signs", "a\0b\u0001\u001B[31m\u0085\v\f\uFFFE\uD83D{Vorname} {0} \u202E'\"><script>]]>=?utf-8?q?x?="), Texts.Single(text => text.Name == "brackets"), Texts.Single(text => text.Name == "quotes"), Texts.Single(text => text.Name == "long"),
    ];

    [Fact]
    public async Task No_field_of_any_form_answers_a_text_with_5xx_and_no_page_shows_it_with_5xx()
    {
        await using var app = new TestApp();
        var site = await FilledSite.WithContentsAsync(app);
        var faults = new List<string>();
        var fields = 0;

        foreach (var (name, text) in Few)
        {
            foreach (var path in site.Pages())
            {
                foreach (var (number, field) in TextFields(await site.Desk.OpenAsync(path)))
                {
                    fields++;
                    // As it stands now: what was saved before is part of what was seen.
                    if (Forms.All(await site.Desk.OpenAsync(path)).ElementAtOrDefault(number) is not { } form) continue;
                    var answer = await form.With(field, text).SendAsync();
                    if (answer.Status >= HttpStatusCode.InternalServerError) faults.Add($"{name} in {field} at {path}: {(int)answer.Status}");
                }
            }
            faults.AddRange(await site.FaultsAsync(name));
        }

        Assert.Empty(faults);
        Assert.True(fields > 80 * Few.Length, $"only {fields / Few.Length} fields");
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task No_endpoint_answers_a_text_in_any_of_its_parameters_with_5xx()
    {
        await using var app = new TestApp();
        var site = await FilledSite.WithContentsAsync(app);
        var token = (await site.Desk.OpenAsync("/verwaltung/einstellungen/betreiber")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var faults = new List<string>();

        foreach (var (action, method, path) in site.Actions())
        {
            var parameters = action.Parameters.SelectMany(Fields).Distinct(StringComparer.Ordinal).ToList();
            if (parameters.Count == 0) continue;
            foreach (var (name, text) in Texts.Where(text => method == "POST" || text.Text.Length < 2_000))
            {
                var sent = parameters.Select(parameter => KeyValuePair.Create(parameter, text)).Append(new("__RequestVerificationToken", token));
                using var request = method == "POST"
                    ? new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(sent) }
                    : new HttpRequestMessage(HttpMethod.Get, $"{path}?{string.Join('&', sent.SkipLast(1).Select(pair => $"{pair.Key}={Uri.EscapeDataString(text)}"))}");
                using var answer = await site.Desk.SendAsync(request);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError) faults.Add($"{name} to {method} {path} ({string.Join(", ", parameters)}): {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_page_fails_over_a_text_that_is_stored_already()
    {
        await using var app = new TestApp();
        var site = await FilledSite.WithContentsAsync(app);
        var faults = new List<string>();

        foreach (var (name, text) in PostgresServer.IsWanted ? Few : Texts)
        {
            // PostgreSQL stores no NUL, so none lies there.
            await StoreAsync(app, PostgresServer.IsWanted ? text.Replace("\0", "", StringComparison.Ordinal) : text);
            faults.AddRange(await site.FaultsAsync(name));
        }

        Assert.Empty(faults);
    }

    private static IEnumerable<(int Form, string Field)> TextFields(Page page) => Forms.All(page).SelectMany((form, number) => form.Entries
        .Where(entry => entry.Key != "__RequestVerificationToken" && IsText(page, entry.Key)).Select(entry => (number, entry.Key)).Distinct());

    private static bool IsText(Page page, string name) => page.Document.QuerySelectorAll($"[name='{name}']").Any(control =>
        control.LocalName == "textarea" || (control.LocalName == "input" && control.GetAttribute("type") is null or "text" or "tel" or "search" or "hidden" or "date" or "time" or "datetime-local"));

    /// <summary>Names of all texts that the parameter binds, as a form would send them.</summary>
    private static IEnumerable<string> Fields(ParameterDescriptor parameter)
    {
        if (parameter.BindingInfo?.BindingSource == BindingSource.Path) return [];
        var prefix = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
        return parameter.ParameterType == typeof(string) ? [prefix] : FieldsOf(parameter.ParameterType, prefix, 0);
    }

    private static IEnumerable<string> FieldsOf(Type type, string prefix, int depth)
    {
        if (depth > 3 || type.Assembly != typeof(Program).Assembly || type.IsEnum) yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
        {
            var own = property.GetCustomAttribute<Microsoft.AspNetCore.Mvc.FromQueryAttribute>()?.Name;
            var name = own ?? $"{prefix}.{property.Name}";
            if (property.PropertyType == typeof(string)) yield return name;
            else if (property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(List<>))
                foreach (var inner in FieldsOf(list.GenericTypeArguments[0], $"{name}[0]", depth + 1)) yield return inner;
            else
                foreach (var inner in FieldsOf(property.PropertyType, name, depth + 1)) yield return inner;
        }
    }

    /// <summary>Into every text of every row that people read: what an earlier version let through, or somebody else wrote there.</summary>
    private static Task<int> StoreAsync(TestApp app, string text) => app.DbAsync(async db =>
    {
        foreach (var set in (IQueryable<object>[])[db.Events, db.Registrations, db.Partners, db.GuideTopics, db.FlyerTips, db.Audit, db.Users])
        {
            foreach (var row in await set.ToListAsync())
            {
                var entry = db.Entry(row);
                foreach (var property in entry.Metadata.GetProperties().Where(IsRead))
                    if (entry.Property(property.Name).CurrentValue is string) entry.Property(property.Name).CurrentValue = Cut(text, property);
            }
        }
        foreach (var ev in await db.Events.ToListAsync())
        {
            var (programme, questions) = (ev.Programme.Select(item => new ProgrammeItem(text, text, item.IsHighlight)).ToList(), ev.Questions.Select(question => question with { Label = text }).ToList());
            ev.Programme.Clear();
            ev.Programme.AddRange(programme);
            ev.Questions.Clear();
            ev.Questions.AddRange(questions);
        }
        foreach (var child in (await db.Registrations.ToListAsync()).SelectMany(registration => registration.Children)) child.FirstName = text.Length <= TypedText.NameLength ? text : text[..TypedText.NameLength];
        return await db.SaveChangesAsync();
    });

    /// <summary>Not what finds a row, and not the addresses, which nothing but a checked form writes.</summary>
    private static bool IsRead(IProperty property) => property.ClrType == typeof(string) && !property.IsKey() && property.GetTypeMapping().Converter is null
        && !property.Name.EndsWith("Key", StringComparison.Ordinal) && !property.Name.EndsWith("Stamp", StringComparison.Ordinal)
        && property.Name is not ("Slug" or "Reference" or "Email" or "NormalizedEmail" or "UserName" or "NormalizedUserName" or "PasswordHash" or "ContactEmail");

    private static string Cut(string text, IProperty property) => property.GetMaxLength() is { } most && text.Length > most ? text[..most] : text;
}

using System.Text;
using MiniExcelLibs;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Exports;

public sealed class AnswerColumnsTests
{
    [Fact]
    public async Task Questions_are_columns_at_the_end_with_titles_of_their_own()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Bus with { Label = "=1+1 wie viel?" }, Asked.Cars with { Label = "Status" }, Asked.Meal);
        var values = Answers.Of(Cast.Anna);
        (values["=1+1 wie viel? (freiwillig)"], values["Status (freiwillig)"], values[Asked.Meal.Label]) = ("=cmd()", "007", "Mit Fleisch");
        await Forms.SubmitAsync(await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter"), "Jetzt anmelden");
        var client = await app.SignInAsync(Cast.Organizer);

        var csv = Encoding.UTF8.GetString(await client.GetByteArrayAsync(Rooms.Csv)).Split("\r\n");
        Assert.EndsWith("\"Frage\";\"'=1+1 wie viel?\";\"Status (2)\";\"Welches Essen möchten Sie?\"", csv[0], StringComparison.Ordinal);
        Assert.EndsWith("\"\";\"'=cmd()\";\"'007\";\"Mit Fleisch\"", csv[1], StringComparison.Ordinal);

        using var file = new MemoryStream(await client.GetByteArrayAsync(Rooms.Xlsx));
        var row = (IDictionary<string, object>)Assert.Single(await file.QueryAsync(useHeaderRow: true, sheetName: "Anmeldungen"));
        Assert.Equal(("=cmd()", "007", "Mit Fleisch"), (row["=1+1 wie viel?"], row["Status (2)"], row[Asked.Meal.Label]));
        Assert.Contains(Asked.Meal.Label, (await Rooms.AuditAsync(app, AuditAct.ListExported))[^1].Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_gone_keeps_its_column_while_there_are_answers()
    {
        await using var app = new TestApp();
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        await Forms.SubmitAsync(await Asked.CheckAsync(app, Cast.Anna), "Jetzt anmelden");
        await app.ChangeEventAsync(ev =>
        {
            ev.StopAsking(Asked.Cars.Id);
            ev.Ask(Asked.Bus with { Label = "Woher?" });
        });
        var client = await app.SignInAsync(Cast.Organizer);

        Assert.Contains("\"Welches Essen möchten Sie?\";\"Woher?\";\"Wie viele Parkplätze brauchen Sie?\"\r\n", await client.GetStringAsync(Rooms.Csv), StringComparison.Ordinal);
        await app.ChangeEventAsync(ev => ev.Questions.Clear());
        await app.DbAsync(async db =>
        {
            foreach (var registration in db.Registrations) registration.Erase(registration.ArrivedAt);
            return await db.SaveChangesAsync();
        });

        Assert.Contains("\"Frage\"\r\n", await client.GetStringAsync(Rooms.Csv), StringComparison.Ordinal);
    }
}

using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed class ChildrenTests
{
    [Fact]
    public async Task Rows_come_and_go_and_keep_what_was_typed()
    {
        await using var app = new TestApp();
        var page = await StepAsync(app);
        page = await Forms.SubmitAsync(page, Answers.OfChild(1, "Mia", 4), "Weiteres Kind hinzufügen");
        Assert.True(page.Document.QuerySelector("[autofocus]")!.GetAttribute("name") == "Form.Children[1].FirstName");
        page = await Forms.SubmitAsync(page, Answers.OfChild(2, "Ben", 0, call: true), "Weiteres Kind hinzufügen");
        page = await Forms.SubmitAsync(page, Answers.OfChild(3, "Leo", 7), "Kind entfernen: Kind 1");

        Assert.Equal(("Ben", "0", Forms.Ticked), Row(page, 1));
        Assert.Equal(("Leo", "7", Forms.Unticked), Row(page, 2));
        Assert.False(page.HasField("Kind 3 > Vorname des Kindes"));
    }

    [Fact]
    public async Task The_last_row_is_emptied_and_never_taken_away()
    {
        await using var app = new TestApp();
        var page = await Forms.SubmitAsync(await StepAsync(app), Answers.OfChild(1, "Mia", 4), "Kind entfernen");

        Assert.Equal(("", "", Forms.Unticked), Row(page, 1));
    }

    [Theory]
    [InlineData("Form.Children.index", "0")]
    [InlineData("Form.Children", "")]
    public async Task A_hand_made_row_without_fields_is_an_empty_row(string name, string value)
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await StepAsync(app), new Dictionary<string, string>(StringComparer.Ordinal), "Weiter")
            .Without("Form.Children[0].FirstName").Without("Form.Children[0].Age").Without("Form.Children[0].CallRequested");

        var page = await form.With(name, value).SendAsync();

        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Equal("Kind 1: Geben Sie den Vornamen des Kindes ein", page.ErrorAt("Vorname des Kindes"));
    }

    [Fact]
    public async Task Ten_children_are_the_most()
    {
        await using var app = new TestApp();
        var page = await StepAsync(app);
        for (var i = 1; i < 10; i++) page = await Forms.SubmitAsync(page, Answers.OfChild(i, $"Kind {i}", i), "Weiteres Kind hinzufügen");
        Assert.False(page.HasButton("Weiteres Kind hinzufügen"));

        page = await Forms.SubmitAsync(page, Answers.OfChild(10, "Zehntes", 10), "Weiter");
        await Forms.SubmitAsync(page, "Jetzt anmelden");

        Assert.Equal(10, Assert.Single(await app.RegistrationsAsync()).ChildrenInCare);
    }

    [Theory]
    [InlineData("", "Mia: Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17. Ab 18 zählt ein Kind bei „Weitere Erwachsene“ mit")]
    [InlineData("18", "Mia: Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17. Ab 18 zählt ein Kind bei „Weitere Erwachsene“ mit")]
    [InlineData("-1", "Mia: Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17. Ab 18 zählt ein Kind bei „Weitere Erwachsene“ mit")]
    [InlineData("4,5", "Mia: Geben Sie das Alter in ganzen Jahren ein, von 0 bis 17. Ab 18 zählt ein Kind bei „Weitere Erwachsene“ mit")]
    [InlineData("17", null)]
    [InlineData("0", null)]
    public async Task Ages_are_whole_years_from_0_to_17(string age, string? error)
    {
        await using var app = new TestApp();
        var values = Answers.OfChild(1, "Mia", 4);
        values["Kind 1 > Alter in Jahren"] = age;

        var page = await Forms.SubmitAsync(await StepAsync(app), values, "Weiter");

        if (error is null) Assert.Equal("Prüfen und absenden", page.Heading);
        else Assert.Equal((error, age), (page.ErrorAt("Alter in Jahren"), page.ValueOf("Alter in Jahren")));
    }

    [Fact]
    public async Task The_sentences_say_which_child_is_meant()
    {
        await using var app = new TestApp();
        var page = await Forms.SubmitAsync(await StepAsync(app), Answers.OfChild(1, "Mia", 4), "Weiteres Kind hinzufügen");
        page = await Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["Kind 1 > Alter in Jahren"] = "vier" }, "Weiteres Kind hinzufügen");
        page = await Forms.SubmitAsync(page, Answers.OfChild(3, "Ben", 99), "Weiter");

        Assert.Equal(["Mia: Geben", "Kind 2: Geben", "Kind 2: Geben", "Ben: Geben"], page.Errors.Select(error => error[..error.IndexOf(" Sie", StringComparison.Ordinal)]));
        Assert.Equal(page.Errors[2], page.ErrorAt("Kind 2 > Alter in Jahren"));
        page = await Forms.SubmitAsync(page, "Kind entfernen: Kind 1, Mia");
        Assert.StartsWith("Kind 1: ", (await Forms.SubmitAsync(page, "Weiter")).Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_width_digit_is_an_age()
    {
        await using var app = new TestApp();
        var values = Answers.OfChild(1, "Mia", 4);
        values["Kind 1 > Alter in Jahren"] = "\uFF14";

        var check = await Forms.SubmitAsync(await StepAsync(app), values, "Weiter");
        Assert.Contains("4 Jahre", check.Text, StringComparison.Ordinal);
        await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal(4, Assert.Single(Assert.Single(await app.RegistrationsAsync()).Children).Age);
    }

    [Fact]
    public async Task Children_typed_before_No_was_chosen_stay_out_of_the_registration_and_come_back_with_Yes()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna, children: new ChildInCare("Mia", 4, false));
        var no = await Forms.SubmitAsync(await Forms.SubmitAsync(check, "Ändern: Sie"), Answers.Of(Cast.Anna), "Weiter");
        Assert.DoesNotContain("Mia", no.Text, StringComparison.Ordinal);

        var yes = await Forms.SubmitAsync(await Forms.SubmitAsync(no, "Ändern: Sie"), Answers.Of(Cast.Anna, "Ja"), "Weiter");
        Assert.Equal("Mia", yes.ValueOf("Vorname des Kindes"));
        await Forms.SubmitAsync(no, "Jetzt anmelden");

        Assert.Equal(new Party(1, 0), Assert.Single(await app.RegistrationsAsync()).Party);
    }

    [Fact]
    public async Task Change_and_back_lead_to_the_step_with_everything_in_it()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna, question: "Eine Frage", children: [new ChildInCare("Mia", 4, true), new ChildInCare("Ben", 1, false)]);
        Assert.Contains("Ben, 1 Jahr", check.Text, StringComparison.Ordinal);

        var children = await Forms.SubmitAsync(check, "Zurück");
        var who = await Forms.SubmitAsync(children, "Zurück");

        Assert.Equal(("Mia", "4", Forms.Ticked), Row(children, 1));
        Assert.Equal(("Ben", "1", Forms.Unticked), Row(children, 2));
        Assert.Equal(("Anna", "Eine Frage", "Ja"), (who.ValueOf("Vorname"), who.ValueOf("Ihre Frage oder Ihr Wunsch an die Fachleute"), who.ValueOf("Brauchen Sie Kinderbetreuung?")));
    }

    private static async Task<Page> StepAsync(TestApp app) => await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna, "Ja"), "Weiter");

    private static (string?, string?, string?) Row(Page page, int number) =>
        (page.ValueOf($"Kind {number} > Vorname des Kindes"), page.ValueOf($"Kind {number} > Alter in Jahren"), page.ValueOf($"Kind {number} > Bitte rufen Sie mich wegen dieses Kindes an"));
}

using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Domain;

public sealed class ExtraQuestionTests
{
    [Theory]
    [InlineData(QuestionKind.ShortText, "Bus", true)]
    [InlineData(QuestionKind.ShortText, "zwei\nZeilen", false)]
    [InlineData(QuestionKind.ShortText, "ver\u202Edreht", false)]
    [InlineData(QuestionKind.Choice, " Fisch ", true)]
    [InlineData(QuestionKind.Choice, "fisch", false)]
    [InlineData(QuestionKind.Number, "0", true)]
    [InlineData(QuestionKind.Number, "9999", true)]
    [InlineData(QuestionKind.Number, "10000", false)]
    [InlineData(QuestionKind.Number, "-1", false)]
    [InlineData(QuestionKind.Number, "٣", false)]
    public void An_answer_fits_its_question_or_not(QuestionKind kind, string typed, bool fits) => Assert.Equal(fits, Question(kind).Accepts(typed));

    [Theory]
    [InlineData(QuestionKind.ShortText)]
    [InlineData(QuestionKind.Choice)]
    [InlineData(QuestionKind.Number)]
    public void Only_what_is_required_may_not_be_left_out(QuestionKind kind)
    {
        Assert.True(Question(kind).Accepts("  "));
        Assert.False((Question(kind) with { IsRequired = true }).Accepts(null));
    }

    [Fact]
    public void A_text_has_an_end()
    {
        Assert.True(Question(QuestionKind.ShortText).Accepts(new string('a', ExtraQuestion.AnswerLength)));
        Assert.False(Question(QuestionKind.ShortText).Accepts(new string('a', ExtraQuestion.AnswerLength + 1)));
    }

    [Fact]
    public void Questions_are_added_changed_moved_and_removed()
    {
        var ev = Events.Anniversary();
        var (first, second) = (Question(QuestionKind.ShortText), Question(QuestionKind.Number));
        ev.Ask(first);
        ev.Ask(second);
        ev.Ask(first with { Label = "Neu?" });

        Assert.Equal(["Neu?", "Zahl?"], ev.Questions.Select(question => question.Label));
        Assert.False(ev.MoveQuestion(first.Id, -1));
        Assert.True(ev.MoveQuestion(first.Id, 1));
        Assert.Equal([second.Id, first.Id], ev.Questions.Select(question => question.Id));
        ev.StopAsking(second.Id);
        Assert.Equal(first.Id, Assert.Single(ev.Questions).Id);
    }

    [Fact]
    public void How_a_question_is_worded_does_not_make_the_same_form_another_one()
    {
        var request = new SignUpRequest(Guid.CreateVersion7(), DateTime.UnixEpoch, "Anna", "Öztürk", "anna@example.org");
        var id = Guid.CreateVersion7();

        byte[] Of(string label, string text) => (request with { Answers = [new Answer(id, label, text)] }).Fingerprint();

        Assert.Equal(Of("Essen?", "Fisch"), Of("Welches Essen?", "Fisch"));
        Assert.NotEqual(Of("Essen?", "Fisch"), Of("Essen?", "Fleisch"));
    }

    [Fact]
    public void An_event_knows_when_it_was_made()
    {
        var made = Events.Anniversary().MadeAt;

        Assert.InRange(TimeProvider.System.GetUtcNow().UtcDateTime - made, TimeSpan.FromMilliseconds(-1), TimeSpan.FromMinutes(1));
    }

    private static ExtraQuestion Question(QuestionKind kind) =>
        new(Guid.CreateVersion7(), kind == QuestionKind.Number ? "Zahl?" : "Was?", kind, false, kind == QuestionKind.Choice ? ["Fisch", "Fleisch"] : []);
}

using System.Text.RegularExpressions;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed partial class LinkMarkerTests
{
    /// <summary>What a curious visitor would try: the marker without what cannot be typed, and how it was once written.</summary>
    public static readonly TheoryData<string> Names = new(OutboxMail.LinkMarker.Trim('\u001E'), "{{persoenlicher-link}}");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nobody_gets_a_personal_link_put_where_the_name_stands(string name)
    {
        await using var app = new TestApp();
        var anna = Cast.Anna with { GivenName = name };
        await app.SignUpAsync(anna);
        await app.DeliverMailAsync();
        var registration = Assert.Single(await app.RegistrationsAsync());
        await app.CancelAsync(registration.Id);
        await app.DbAsync(async db =>
        {
            db.Add(((RegistrationMails)app.Services.GetService(typeof(RegistrationMails))!).Cancelled(await app.EventAsync(), registration));
            return await db.SaveChangesAsync();
        });
        await app.DeliverMailAsync();

        var mails = app.Inbox.To(anna.Email);
        Assert.Equal([1, 0], mails.Select(mail => Link().Count(mail.Text)));
        Assert.Equal([1, 0], mails.Select(mail => Link().Count(mail.Html)));
        Assert.All(mails, mail => Assert.Contains(PersonName.IsPlain(name) ? $"Guten Tag {name} " : "Guten Tag,", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_marker_is_no_name() => Assert.False(TypedText.IsOneVisibleLine($"Anna {OutboxMail.LinkMarker}"));

    [GeneratedRegex("/anmeldung/[A-Za-z0-9_-]{20,}")]
    private static partial Regex Link();
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

/// <summary>
/// Every state of an event × every place that speaks of it: no place says what is not so, and each says what it is there for. A new state is
/// a row in <see cref="All"/>, a new place one in <see cref="PlacesAsync"/>, a new sentence about a state one in <see cref="Sentences"/>.
/// </summary>
[Trait("Engine", "Sqlite")]
public class EventStatesTests
{
    private const string Public = "/veranstaltungen/" + TestApp.Anniversary;
    private static readonly ChildInCare Mia = new("Mia", 4, true);

    /// <summary>What is true of an event.</summary>
    /// <param name="Is">Why nobody can register, the first reason that applies; or open.</param>
    private sealed record State(Is Is)
    {
        public Action<Event> Change { get; init; } = _ => { };
        public DateTimeOffset? At { get; init; }
        public bool CareFull { get; init; }
        public bool CareClosed { get; init; }
        public bool Few { get; init; }
        public bool HasStarted { get; init; }
        public bool NotLive { get; init; }
        public bool IsArchived { get; init; }
        public bool IsAhead => !HasStarted && Is is not (Is.Cancelled or Is.Over or Is.Draft);
    }

    private enum Is
    {
        Draft,
        Cancelled,
        Over,
        Closed,
        NotYetOpen,
        DeadlinePassed,
        Full,
        NotLive,
        Open,
    }

    private static readonly DateTimeOffset Late = At(6, 12), Running = At(11, 15, 10), After = At(12, 9);

    private static readonly Dictionary<string, State> All = new(StringComparer.Ordinal)
    {
        ["draft"] = new(Is.Draft) { Change = ev => ev.IsDraft = true },
        ["not yet open"] = new(Is.NotYetOpen) { Change = ev => ev.OpensAt = At(1, 9).UtcDateTime },
        ["not yet open, not live"] = new(Is.NotYetOpen) { Change = ev => ev.OpensAt = At(1, 9).UtcDateTime, NotLive = true },
        ["open"] = new(Is.Open),
        ["few left"] = new(Is.Open) { Change = ev => ev.Seats = ev.SeatsTaken + 3, Few = true },
        ["full"] = new(Is.Full) { Change = ev => ev.Seats = ev.SeatsTaken },
        ["care full"] = new(Is.Open) { Change = ev => ev.ChildcareSeats = ev.ChildcareTaken, CareFull = true },
        ["full, care full"] = new(Is.Full) { Change = ev => (ev.Seats, ev.ChildcareSeats) = (ev.SeatsTaken, ev.ChildcareTaken), CareFull = true },
        ["care closed"] = new(Is.Open) { Change = ev => ev.ChildcareDeadlineBound = new DateTime(2022, 10, 23, 22, 0, 0, DateTimeKind.Utc), CareClosed = true },
        ["closed by staff"] = new(Is.Closed) { Change = ev => ev.Turn(SignUpSwitch.Closed, "Karin", new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc)) },
        ["closed by staff, not live"] = new(Is.Closed) { Change = ev => ev.Turn(SignUpSwitch.Closed, "Karin", new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc)), NotLive = true },
        ["closed by staff, started"] = new(Is.Closed) { Change = ev => ev.Turn(SignUpSwitch.Closed, "Karin", new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc)), At = Running, HasStarted = true },
        ["deadline passed"] = new(Is.DeadlinePassed) { At = Late },
        ["deadline passed, care full"] = new(Is.DeadlinePassed) { Change = ev => ev.ChildcareSeats = ev.ChildcareTaken, At = Late, CareFull = true },
        ["opened by hand"] = new(Is.Open) { Change = ev => ev.Turn(SignUpSwitch.Open, "Karin", Late.UtcDateTime), At = Late },
        ["opened by hand, full"] = new(Is.Full) { Change = ev => { ev.Turn(SignUpSwitch.Open, "Karin", Late.UtcDateTime); ev.Seats = ev.SeatsTaken; }, At = Late },
        ["started"] = new(Is.DeadlinePassed) { At = Running, HasStarted = true },
        ["started, opened by hand"] = new(Is.DeadlinePassed) { Change = ev => ev.Turn(SignUpSwitch.Open, "Karin", Late.UtcDateTime), At = Running, HasStarted = true },
        ["over"] = new(Is.Over) { At = After, HasStarted = true },
        ["open, over midnight"] = new(Is.Open) { Change = OverMidnight },
        ["started, after midnight"] = new(Is.DeadlinePassed) { Change = OverMidnight, At = At(12, 0, 30), HasStarted = true },
        ["over, after midnight"] = new(Is.Over) { Change = OverMidnight, At = At(12, 1), HasStarted = true },
        ["open, several days"] = new(Is.Open) { Change = SeveralDays },
        ["started, on its second day"] = new(Is.DeadlinePassed) { Change = SeveralDays, At = At(12, 20), HasStarted = true },
        ["over, several days"] = new(Is.Over) { Change = SeveralDays, At = At(13, 16, 30), HasStarted = true },
        ["cancelled"] = new(Is.Cancelled) { Change = Cancel },
        ["cancelled, full"] = new(Is.Cancelled) { Change = ev => { ev.Seats = ev.SeatsTaken; Cancel(ev); } },
        ["cancelled, not live"] = new(Is.Cancelled) { Change = Cancel, NotLive = true },
        ["cancelled, its day is over"] = new(Is.Cancelled) { Change = Cancel, At = After, HasStarted = true },
        ["archived"] = new(Is.Over) { Change = ev => ev.ArchivedAt = After.UtcDateTime, At = After, HasStarted = true, IsArchived = true },
        ["archived, cancelled"] = new(Is.Cancelled) { Change = ev => { Cancel(ev); ev.ArchivedAt = ev.CancelledAt; }, IsArchived = true },
        ["not live"] = new(Is.NotLive) { NotLive = true },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Sentences for families and visitors that are true in some states only.</summary>
    private static readonly (string Pattern, Func<State, bool> IsTrue)[] Sentences =
    [
        (@"Anmeldung offen|Zur Anmeldung|noch offen|noch \d+ Tage?\b|nur noch heute|Plätze frei|InStock", state => state.Is is Is.Open),
        ("nur noch wenige Plätze", state => state is { Is: Is.Open, Few: true }),
        ("[Aa]usgebucht|SoldOut", state => state.Is is Is.Full),
        ("[Aa]bgesagt|Cancelled", state => state.Is is Is.Cancelled),
        ("öffnet (hier )?bald", state => state.Is is Is.NotLive),
        ("Anmelden können Sie sich ab|noch nicht offen|noch nicht begonnen", state => state.Is is Is.NotYetOpen),
        ("nehmen wir hier (nichts|keine)|geschlossen", state => state.Is is Is.Closed or Is.DeadlinePassed),
        ("Anmelden konnte man sich", state => state.Is is Is.DeadlinePassed),
        (@"Die Veranstaltung war am|Die Veranstaltung ging bis|[Vv]eranstaltung ist vorbei", state => state.Is is Is.Over),
        ("[Ss]chon angemeldet(,|\\?)", state => state.Is is not Is.NotYetOpen),
        ("behalten Sie Ihre Plätze|melden wir Sie gleich mit ab", state => state.IsAhead),
        ("andere Familie", state => state.Is is Is.Open or Is.Full or Is.NotYetOpen or Is.NotLive),
        ("Abmelden können Sie sich bis|[Mm]elden Sie sich bitte (bis|ab)|können Sie sich auch abmelden|oder abmelden|kann Sie abmelden|bis zum Beginn,", state => state.IsAhead),
        ("Ohne Kinderbetreuung können Sie kommen", state => state.Is is Is.Open),
        ("So melden Sie sich an", state => state.Is is Is.Open),
        ("Melden Sie Kinder zur Betreuung an", state => state is { Is: Is.Open, CareFull: false, CareClosed: false }),
        ("Das erwartet Sie|Darum geht es|Auf einen Blick|Wimpel", state => state.Is is not Is.Cancelled),
        ("Ja, auf Wunsch", state => state is { CareFull: false, CareClosed: false } && state.Is is not Is.Cancelled),
        ("Fragen Sie zuerst", state => state.CareFull || state.CareClosed),
        ("Wir rufen Sie an|können Sie sich auch abmelden|Ansehen und abmelden", state => state.IsAhead),
        ("Sagen Sie uns bei der Anmeldung", state => state.Is is Is.Open or Is.NotYetOpen or Is.NotLive),
        ("lieber per E-Mail anmelden", state => state.Is is Is.Open or Is.NotLive),
        (@"trotzdem kommen\? Fragen|ob es noch geht", state => state.Is is Is.Closed or Is.DeadlinePassed or Is.Full),
        (@"Mit Kinderbetreuung\.", state => state is { CareFull: false, CareClosed: false } && state.Is is not Is.Cancelled),
        ("ist kein Platz mehr frei", state => state.CareFull && state.Is is not (Is.Cancelled or Is.Over)),
        ("Kinder konnte man bis", state => state.CareClosed && state.Is is not (Is.Cancelled or Is.Over)),
        ("einfach neu an", state => state.Is is Is.Open),
        (@"Kostenlos\.|Angemeldet Kennung", state => state.Is is not (Is.Cancelled or Is.Over)),
        ("Plätze sind wieder frei|Sie können nicht kommen", state => state.Is is not (Is.Cancelled or Is.Over)),
    ];

    /// <summary>What a place must say, whatever else it says.</summary>
    private static readonly (string Place, Func<State, bool> When, string Pattern)[] Duties =
    [
        ("card", state => state.Is is Is.Open, "Anmeldung offen"),
        ("card", state => state.Is is Is.Cancelled, "Kreishaus Cloppenburg Abgesagt$"),
        ("card", state => state.Is is Is.NotLive, "Anmeldung öffnet bald"),
        ("card", state => state.Is is Is.Full, "Kreishaus Cloppenburg Ausgebucht$"),
        ("home", state => state.Is is Is.Open, "So melden Sie sich an"),
        ("box", state => state.Is is Is.Open, "Zur Anmeldung"),
        ("box", state => state is { Is: Is.Open, CareFull: true }, "In der Kinderbetreuung ist kein Platz mehr frei"),
        ("box", state => state is { Is: Is.Open, CareClosed: true }, "Kinder konnte man bis"),
        ("box", state => state.Is is Is.NotLive, "öffnet hier bald"),
        ("event page", state => state.Is is Is.Cancelled, "ist abgesagt"),
        ("event page", state => state.Is is Is.Open, "Das erwartet Sie.* Wimpel"),
        ("event page", state => state.Is is Is.Over, "Die Veranstaltung (war am|ging bis)"),
        ("sign-up", state => state.Is is Is.Cancelled, "ist abgesagt"),
        ("sign-up", state => state.Is is Is.Over, "ist vorbei"),
        ("sign-up", state => state.Is is Is.Full, "ist ausgebucht"),
        ("sign-up", state => state.Is is Is.NotYetOpen, "noch nicht begonnen"),
        ("sign-up", state => state.Is is Is.Closed or Is.DeadlinePassed, "ist geschlossen"),
        ("sign-up", state => state.Is is Is.NotLive, "öffnet bald"),
        ("sign-up", state => state is { Is: Is.Open, CareFull: true }, "kein Platz mehr frei"),
        ("sign-up", state => state.Is is Is.Open && (state.CareFull || state.CareClosed), "Ja ?Das geht hier nicht mehr.*Fragen Sie zuerst Karin"),
        ("own page", state => state.Is is Is.Cancelled, "ist abgesagt"),
        ("own page", state => state.Is is Is.Over, "war am|ging bis"),
        ("archive", state => state.Is is Is.Cancelled && (state.IsArchived || state.HasStarted), @"\(abgesagt\)"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_place_for_families_says_what_is_not_so(string name)
    {
        var state = All[name];
        await using var app = new TestApp([.. state.NotLive ? [("Legal:Operator", "")] : Array.Empty<(string, string)>()]);
        var places = await PlacesAsync(app, state);
        var faults = new List<string>();

        foreach (var (place, text) in places)
        {
            faults.AddRange(Sentences.Where(sentence => !sentence.IsTrue(state) && !IsBeside(place, sentence.Pattern, state) && Regex.IsMatch(text, sentence.Pattern)).Select(sentence => $"{place} says „{Regex.Match(text, sentence.Pattern).Value}“: {text}"));
            faults.AddRange(Duties.Where(duty => duty.Place == place && duty.When(state) && !Regex.IsMatch(text, duty.Pattern)).Select(duty => $"{place} does not say „{duty.Pattern}“: {text}"));
        }

        Assert.True(faults.Count == 0, $"{name}:\n{string.Join("\n\n", faults)}");
        if (state.Is is Is.Draft) Assert.All(places.Where(place => place.Place is "event page" or "sign-up"), place => Assert.Equal("404", place.Text));
        else Assert.True(places.Count >= 8, $"Only {places.Count} places speak");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_room_of_the_organiser_says_what_is_not_so(string name)
    {
        var state = All[name];
        await using var app = new TestApp([.. state.NotLive ? [("Legal:Operator", "")] : Array.Empty<(string, string)>()]);
        await ArrangeAsync(app);
        await EnterAsync(app, state);
        var desk = await app.SignInAsync(Cast.Organizer);
        var overview = await desk.OpenAsync(Rooms.Event);
        var home = Plain(await desk.OpenAsync("/verwaltung"));

        if (state.Is is Is.Draft)
        {
            Assert.Equal("Entwurf", overview.Heading);
            Assert.Contains("Entwurf ansehen", home, StringComparison.Ordinal);
            return;
        }
        var text = Plain(overview);
        Assert.Equal(
            state.Is switch
            {
                Is.Open => "Offen",
                Is.NotLive => "Öffnet bald",
                Is.Full => "Ausgebucht",
                Is.Cancelled => "Abgesagt",
                Is.Over => "Vorbei",
                Is.NotYetOpen => "Noch nicht offen",
                _ => "Geschlossen",
            }, Page.Words(overview.Document.QuerySelector(".nw-state .kern-badge")!));
        Assert.Equal(state is { IsAhead: true, IsArchived: false }, overview.HasButton("Anmeldung öffnen"));
        Assert.Equal(state.Is is not (Is.Cancelled or Is.Over), text.Contains("Plätze frei", StringComparison.Ordinal));
        Assert.Equal(state.Is is not (Is.Cancelled or Is.Over), text.Contains("eine Familie anrufen", StringComparison.Ordinal));
        Assert.Equal(state.Is is Is.Cancelled or Is.Over, text.Contains("Hier ist nichts mehr zu tun", StringComparison.Ordinal));
        if (state.Is is Is.Cancelled) Assert.DoesNotMatch("Betreuende nötig|anzeigen", text);
        if (state.Is is Is.NotYetOpen) Assert.Contains("Öffnet und schließt von selbst.", text, StringComparison.Ordinal);
        Assert.Equal(state.NotLive && state.Is is Is.NotLive, text.Contains("Noch kann sich niemand anmelden", StringComparison.Ordinal));
        // Whoever is offered to take a family in can do so.
        var byHand = await desk.OpenAsync(Rooms.Event + "/anmeldungen/neu");
        Assert.Equal(byHand.HasField("Vorname"), text.Contains("Anmeldung von Hand aufnehmen", StringComparison.Ordinal));
        Assert.Equal(state.Is is Is.Cancelled, Plain(byHand).Contains("abgesagt", StringComparison.Ordinal));

        Assert.Equal(state is { Is: Is.Cancelled, IsArchived: false }, Regex.IsMatch(home, "[Aa]bgesagt"));
        Assert.Equal(state is { Is: Is.Over, IsArchived: false }, home.Contains("Die Veranstaltung ist vorbei", StringComparison.Ordinal));
        Assert.Equal(state is { Is: not (Is.Cancelled or Is.Over) }, home.Contains("Familie anrufen", StringComparison.Ordinal));
        var archive = Plain(await desk.OpenAsync("/verwaltung/archiv"));
        Assert.Equal((state.IsArchived, state is { IsArchived: true, Is: Is.Cancelled }), (archive.Contains("Jubiläumsfeier", StringComparison.Ordinal), archive.Contains(", abgesagt", StringComparison.Ordinal)));
        foreach (var path in new[] { Rooms.ChildrenSheet, Rooms.AttendeeSheet, Rooms.Event + "/anmeldungen" })
            Assert.Equal((path, state.Is is Is.Cancelled), (path, Plain(await desk.OpenAsync(path)).Contains("abgesagt", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(80, null, true)]
    [InlineData(null, 10, true)]
    public async Task A_place_is_given_back_to_another_family_only_where_places_are_counted(int? seats, int? careSeats, bool helps)
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (seats, careSeats));
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Cast.Anna.Email);

        foreach (var text in new[] { mail.Text, (await app.OpenAsync(mail.PersonalLink!)).Text, (await app.OpenAsync(mail.PersonalLink + "/loeschen")).Text })
            Assert.Equal((text, helps), (text, text.Contains("andere Familie", StringComparison.Ordinal)));
    }

    /// <summary>The families whose pages and mails speak of the event, all while it is open.</summary>
    private static async Task<(string Own, string Cancelled, string? LastPage, Page? Form)> ArrangeAsync(TestApp app, bool isLive = false)
    {
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (50, 10));
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        var left = await app.RegisterAsync(Cast.Dilan);
        await app.DeliverMailAsync();
        await app.CancelAsync(left.Id);
        return (app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!, app.Inbox.SingleTo(Cast.Dilan.Email).PersonalLink!,
            isLive ? (await app.SignUpAsync(Cast.Bernd)).Url.PathAndQuery : null, isLive ? await app.OpenAsync(Answers.FormPath) : null);
    }

    private static async Task EnterAsync(TestApp app, State state)
    {
        if (state.At is { } at) app.Clock.SetUtcNow(at);
        await app.ChangeEventAsync(state.Change);
    }

    /// <summary>Where families and visitors read of the event, and what stands there.</summary>
    private static async Task<List<(string Place, string Text)>> PlacesAsync(TestApp app, State state)
    {
        var (own, cancelled, lastPage, form) = await ArrangeAsync(app, isLive: !state.NotLive);
        await EnterAsync(app, state);
        var places = new List<(string, string)>();
        var home = await app.OpenAsync("/");
        places.Add(("home", Plain(home)));
        if (home.Document.QuerySelector(".nw-event-card") is { } card) places.Add(("card", Page.Words(card).Replace('\u00A0', ' ')));
        var page = await app.OpenAsync(Public);
        places.Add(("event page", page.Status == HttpStatusCode.NotFound ? "404" : $"{Plain(page)} {page.Document.QuerySelector("script[type='application/ld+json']")?.TextContent}{(page.Html.Contains("M468 32.7", StringComparison.Ordinal) ? " Wimpel" : null)}"));
        if (page.Document.QuerySelector(".nw-box") is { } box) places.Add(("box", Page.Words(box).Replace('\u00A0', ' ')));
        await AddAsync("archive", "/archiv");
        await AddAsync("sign-up", Answers.FormPath);
        if (form is not null && state.Is is not Is.Draft) places.Add(("step", Plain(await Forms.SubmitAsync(form, Answers.Of(Cast.Dilan, "Ja"), "Weiter"))));
        if (lastPage is not null) await AddAsync("last page", lastPage);
        if (state.Is is Is.Draft) return places;
        await AddAsync("own page", own);
        await AddAsync("erase page", own + "/loeschen");
        await AddAsync("cancelled page", cancelled);
        places.AddRange(await MailsAsync(app, state));
        return places;

        async Task AddAsync(string place, string path)
        {
            var answer = await app.OpenAsync(path);
            places.Add((place, answer.Status == HttpStatusCode.NotFound ? "404" : Plain(answer)));
        }
    }

    /// <summary>The mails that may leave in this state.</summary>
    private static async Task<List<(string, string)>> MailsAsync(TestApp app, State state)
    {
        var ev = await app.EventAsync();
        var anna = (await app.RegistrationsAsync()).Single(registration => registration.GivenName == Cast.Anna.GivenName);
        await using var scope = app.Services.CreateAsyncScope();
        var (of, about) = (scope.ServiceProvider.GetRequiredService<RegistrationMails>(), scope.ServiceProvider.GetRequiredService<EventMails>());
        OutboxMail[] mails = [of.ConfirmationAgain(ev, anna), of.Link(ev, anna), of.SignedUpAgain(ev, anna, "NW-XXXXXX"), about.Changed(ev, anna, []), about.Reminder(ev, anna), about.Cancelled(ev, anna, null)];
        return [.. mails.Where(mail => StillTrue.Of(mail.Kind, mail.Occasion, ev, comes: true, app.Clock.GetUtcNow().UtcDateTime)).Select(mail => ($"mail {mail.Kind}", Page.Words(Parsed(mail.TextBody)).Replace('\u00A0', ' ')))];

        static AngleSharp.Dom.INode Parsed(string text) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<p>{WebUtility.HtmlEncode(text)}</p>").Body!;
    }

    /// <summary>A sentence that a place says in another sense.</summary>
    private static bool IsBeside(string place, string pattern, State state) => place switch
    {
        // The archive's own words, where nothing lies in it.
        "archive" => pattern.StartsWith("Die Veranstaltung war am", StringComparison.Ordinal),
        // The form that was begun keeps its hints below the refusal.
        "step" => state.Is is not (Is.Cancelled or Is.Over) && pattern.Contains("kein Platz", StringComparison.Ordinal),
        _ => false,
    };

    private static void OverMidnight(Event ev) => (ev.StartsAt, ev.EndsOn, ev.EndsAt) = (new TimeOnly(20, 0), ev.Date.AddDays(1), new TimeOnly(1, 0));

    private static void SeveralDays(Event ev) => ev.EndsOn = ev.Date.AddDays(2);

    private static void Cancel(Event ev) => ev.Cancel(new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc), null);

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2022, 11, day, hour, minute, 0, TimeSpan.FromHours(1));

    private static string Plain(Page page) => page.Text.Replace('\u00A0', ' ').Replace('\u2011', '-');
}

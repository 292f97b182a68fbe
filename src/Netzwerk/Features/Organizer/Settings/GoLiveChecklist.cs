using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>What a site should have before families come. A further point is a member of this, a line in <see cref="GoLiveChecklist"/> and its words in <c>_Check.cshtml</c>.</summary>
public enum GoLiveSubject
{
    LegalTexts,
    MailServer,
    TrialMail,
    SecondFactor,
    PublishedEvent,
    Contact,
    Backup,
    Https,
    Recipients,
}

/// <param name="Blocks">Without it Production takes no sign-ups; the others are advice.</param>
/// <param name="Missing">Names of settings, or slugs of events, that keep it from being done.</param>
public sealed record GoLiveCheck(GoLiveSubject Subject, bool IsDone, bool Blocks = false, IReadOnlyList<string>? Missing = null);

public sealed class GoLiveChecklist(NetzwerkDb db, IOptionsMonitor<LegalOptions> legal, IOptionsMonitor<MailOptions> mail, SiteOptions site, Backups backups, EventClock clock, TimeProvider system)
{
    public async Task<IReadOnlyList<GoLiveCheck>> LookAsync()
    {
        var (texts, server) = (legal.CurrentValue, mail.CurrentValue);
        var coming = (await db.Events.AsNoTracking().Where(Event.IsPublic).Where(ev => ev.CancelledAt == null).ToListAsync()).FindAll(ev => ev.Ends > clock.Now);
        var lacksContact = coming.Where(ev => string.IsNullOrWhiteSpace(ev.ContactName) || string.IsNullOrWhiteSpace(ev.ContactEmail)).Select(ev => ev.Slug).ToList();
        return
        [
            new(GoLiveSubject.LegalTexts, texts.Missing.Count == 0, Blocks: true, texts.Missing),
            new(GoLiveSubject.MailServer, server.HasServer && new[] { server.From, server.FromName, server.ReplyTo }.All(text => !string.IsNullOrWhiteSpace(text))),
            new(GoLiveSubject.TrialMail, await db.Settings.AnyAsync(setting => setting.Key == StoredSetting.MailTried)),
            new(GoLiveSubject.SecondFactor, !await AccountsWithoutSecondFactor().AnyAsync(), Missing: await AccountsWithoutSecondFactor().Select(account => account.DisplayName).ToListAsync()),
            new(GoLiveSubject.PublishedEvent, coming.Count > 0),
            new(GoLiveSubject.Contact, coming.Count > 0 && lacksContact.Count == 0, Missing: lacksContact),
            new(GoLiveSubject.Backup, await backups.LastMadeAsync() > system.GetUtcNow().UtcDateTime - Backups.Fresh),
            new(GoLiveSubject.Https, site.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase)),
            new(GoLiveSubject.Recipients, !string.IsNullOrWhiteSpace(texts.Recipients)),
        ];
    }

    private IQueryable<Account> AccountsWithoutSecondFactor() => db.Users.Where(account =>
        !db.UserPasskeys.Any(passkey => passkey.UserId == account.Id) && !db.UserTokens.Any(token => token.UserId == account.Id && token.Name == Factors.App)
        && db.RoleAssignments.Any(role => role.AccountId == account.Id));
}

using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>A test mail to whoever asks for it, at once, with what happened as the answer.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/e-mail/test")]
public sealed class TrialsController(NetzwerkDb db, CommonTurn turns, MailTrial trial, MessageComposer composer, TrialMails mails, SignedIn signedIn, EventClock clock) : DeskController(signedIn)
{
    /// <summary>Each one knocks at a server with a password: enough to get settings right, too few to guess.</summary>
    private const int MostAtOnce = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    protected override string Nav => "Einstellungen";

    [HttpPost("")]
    public async Task<IActionResult> Create()
    {
        if (await db.Audit.CountAsync(entry => entry.Act == AuditAct.TestMailSent && entry.At > clock.Now - Window) >= MostAtOnce)
        {
            Tell(Done.TooManyTrials);
            return Redirect("/verwaltung/einstellungen/e-mail");
        }
        var reader = await db.Users.Where(account => account.Id == SignedIn.AccountId).Select(account => new { account.Email, account.DisplayName }).SingleAsync();
        var entry = new AuditEntry { At = clock.Now, Act = AuditAct.TestMailSent, By = reader.DisplayName };
        db.Add(entry);
        // Before it is sent, so that many at once count too.
        await db.SaveChangesAsync();
        using var message = await composer.ComposeAsync(mails.Trial(reader.Email!, reader.DisplayName));
        var report = await trial.RunAsync(message);
        await NoteAsync(entry, report.IsAccepted);
        TempData["Trial"] = JsonSerializer.Serialize(report);
        return Redirect("/verwaltung/einstellungen/e-mail#testmail");
    }

    /// <summary>For the audit, and for the checklist, which has to know longer than the audit does.</summary>
    private async Task NoteAsync(AuditEntry entry, bool isAccepted)
    {
        await using var turn = await turns.TakeAsync();
        await db.Settings.Where(setting => setting.Key == StoredSetting.MailTried).ExecuteDeleteAsync();
        if (isAccepted)
        {
            await db.Audit.Where(candidate => candidate.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Fields, "angenommen"));
            db.Add(new StoredSetting { Key = StoredSetting.MailTried, Value = "", ChangedAt = entry.At, ChangedBy = entry.By! });
            await db.SaveChangesAsync();
        }
        await turn.CommitAsync();
    }
}

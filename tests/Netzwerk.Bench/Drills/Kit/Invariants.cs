namespace Netzwerk.Bench.Drills.Kit;

/// <summary>I1 to I9: what must be true after every drill, whatever happened in it.</summary>
public static class Invariants
{
    public static void Check(Evidence evidence, Verdict verdict)
    {
        var stored = Stored.Read(evidence.Connection);
        Acknowledged(evidence, stored, verdict);
        Seats(stored, verdict);
        var unconfirmed = OneConfirmationEach(stored);
        verdict.Add("I3", unconfirmed is null, unconfirmed ?? $"{stored.Registrations.Count:N0} registrations, one confirmation each, no orphans");
        Delivered(evidence, stored, verdict);
        MessageIds(evidence, stored, verdict);
        SecondCopies(evidence, stored, verdict);
        var faults = evidence.Database.Faults(evidence.Connection);
        verdict.Add("I7", faults.Count == 0, faults.Count == 0 ? "the database finds itself whole, and every foreign key leads somewhere" : $"{faults.Count} faults, the first: {faults[0]}");
        InTime(stored, verdict);
        Silence(evidence, verdict);
    }

    private static void Acknowledged(Evidence evidence, Stored stored, Verdict verdict)
    {
        var byAddress = stored.Registrations.Where(registration => registration.Email is not null).ToLookup(registration => registration.Email!, StringComparer.Ordinal);
        var acknowledged = evidence.Told.Where(told => told.What == What.Acknowledged).ToList();
        var lost = acknowledged.Where(told => byAddress[told.Family.Email].Count() != 1
            || byAddress[told.Family.Email].Single() is var row && (!row.Is(told.Family) || (told.Reference ?? row.Reference) != row.Reference)).ToList();
        // Whoever was told „no“ and is in nevertheless was lied to as well.
        var smuggled = evidence.Told.Where(told => told.What == What.Refused && byAddress[told.Family.Email].Any()).ToList();
        var unanswered = evidence.Told.Count(told => told.What == What.Unanswered);
        verdict.Add("I1", lost.Count + smuggled.Count == 0, lost.Count + smuggled.Count == 0
            ? $"{acknowledged.Count:N0} acknowledged registrations are stored, fields equal ({unanswered:N0} never learned their outcome)"
            : $"{lost.Count:N0} of {acknowledged.Count:N0} acknowledged ones are lost or changed, {smuggled.Count:N0} refused ones are stored; the first: {(lost.Concat(smuggled).First().Family.FamilyName)}");
    }

    private static void Seats(Stored stored, Verdict verdict)
    {
        var wrong = new List<string>();
        foreach (var ev in stored.Events)
        {
            var active = stored.Registrations.Where(registration => registration.EventId == ev.Id && registration.CancelledAt is null).ToList();
            var (seats, care) = (active.Sum(registration => 1 + registration.FurtherAdults + registration.ChildrenInCare), active.Sum(registration => registration.ChildrenInCare));
            if ((seats, care) != (ev.SeatsTaken, ev.ChildcareTaken)) wrong.Add($"{ev.Slug} counts {ev.SeatsTaken} seats and {ev.ChildcareTaken} children, its registrations have {seats} and {care}");
            if (seats > ev.Seats || care > ev.ChildcareSeats) wrong.Add($"{ev.Slug} has {ev.Seats} seats and {ev.ChildcareSeats} places for children, {seats} and {care} are taken");
        }
        wrong.AddRange(stored.Registrations.Where(registration => registration.Kids.Count != registration.ChildrenInCare).Select(registration => $"{registration.Reference} is split: {registration.Kids.Count} of {registration.ChildrenInCare} children"));
        verdict.Add("I2", wrong.Count == 0, wrong.Count == 0 ? $"{stored.Events.Sum(ev => ev.SeatsTaken):N0} seats taken, as many as the registrations have, and none too many" : $"{wrong.Count} wrong, the first: {wrong[0]}");
    }

    private static string? OneConfirmationEach(Stored stored)
    {
        var confirmations = stored.Confirmations.ToLookup(mail => mail.RegistrationId);
        var without = stored.Registrations.Count(registration => confirmations[registration.Id].Count() != 1);
        var known = stored.Registrations.Select(registration => (Guid?)registration.Id).ToHashSet();
        var orphans = stored.Confirmations.Count(mail => !known.Contains(mail.RegistrationId));
        return without + orphans == 0 ? null : $"{without:N0} registrations have not exactly one confirmation, {orphans:N0} confirmations belong to nobody";
    }

    private static void Delivered(Evidence evidence, Stored stored, Verdict verdict)
    {
        var addresses = stored.Registrations.ToDictionary(registration => registration.Id, registration => registration.Email);
        int Copies(StoredMail mail) => evidence.Copies.TryGetValue(mail.MessageId, out var copies) ? copies.Count : 0;
        var missing = stored.Confirmations.Where(mail => Copies(mail) == 0 && mail.State is not ("Refused" or "Failed" or "Withdrawn")).ToList();
        var astray = stored.Confirmations.Count(mail => Copies(mail) > 0 && evidence.Copies[mail.MessageId].Any(to => mail.RegistrationId is not { } id || to != addresses.GetValueOrDefault(id)));
        verdict.Add("I4", missing.Count + astray == 0, missing.Count + astray == 0
            ? $"{stored.Confirmations.Count(mail => Copies(mail) > 0):N0} confirmations were delivered, {stored.Confirmations.Count(mail => Copies(mail) == 0):N0} were refused or withdrawn and say so"
            : $"{missing.Count:N0} confirmations were neither delivered nor visibly refused or withdrawn ({string.Join(", ", missing.GroupBy(mail => mail.State).Select(group => $"{group.Count()} {group.Key}"))}), {astray:N0} went to somebody else");
    }

    private static void MessageIds(Evidence evidence, Stored stored, Verdict verdict)
    {
        var ids = stored.Confirmations.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count();
        var unknown = evidence.Copies.Keys.Except(stored.Mails.Select(mail => mail.MessageId), StringComparer.Ordinal).Count();
        verdict.Add("I5", ids == stored.Registrations.Count && unknown == 0, $"{ids:N0} Message-IDs for {stored.Registrations.Count:N0} registrations{(unknown == 0 ? "" : $", and {unknown:N0} delivered ones that nobody stored")}");
    }

    private static void SecondCopies(Evidence evidence, Stored stored, Verdict verdict)
    {
        var extra = evidence.Copies.Values.Sum(copies => copies.Count - 1);
        var unmarked = stored.Mails.Count(mail => !mail.PossiblyDuplicate && evidence.Copies.TryGetValue(mail.MessageId, out var copies) && copies.Count > 1);
        verdict.Add("I6", extra <= evidence.Excuses && unmarked == 0, $"{extra:N0} second copies; {evidence.Excuses:N0} kills and dropped connections excuse as many{(unmarked == 0 ? "" : $", but {unmarked:N0} are not marked as possibly double")}");
    }

    private static void InTime(Stored stored, Verdict verdict)
    {
        var events = stored.Events.ToDictionary(ev => ev.Id);
        var late = stored.Registrations.Where(registration => registration.ArrivedAt >= events[registration.EventId].DeadlineBound).ToList();
        var unexcused = late.Count(registration => !IsExcused(registration, stored.Acts));
        verdict.Add("I8", unexcused == 0, unexcused == 0 ? $"nobody is in who came at the bound or later ({late.Count:N0} whom staff let in, audited)" : $"{unexcused:N0} came too late and are in, without an audited word of staff");
    }

    private static bool IsExcused(StoredRegistration late, IReadOnlyList<StoredAct> acts)
    {
        bool IsNoted(string act) => acts.Any(entry => entry.Act == act && entry.RegistrationId == late.Id && entry.By is not null);
        var position = acts.Where(entry => entry.EventId == late.EventId && entry.At <= late.ArrivedAt && entry.Act is "SignUpOpened" or "SignUpClosed" or "SignUpBackToSchedule").MaxBy(entry => entry.At);
        return position is { Act: "SignUpOpened", By: not null } || (late.LetInKnowingly && IsNoted("LetInKnowingly")) || (late.TakenInBy is not null && IsNoted("TakenInByHand"));
    }

    private static void Silence(Evidence evidence, Verdict verdict)
    {
        var lines = 0L;
        string? sung = null;
        foreach (var log in evidence.Logs)
        {
            foreach (var line in File.ReadLines(log))
            {
                lines++;
                if (Family.Canaries.Any(canary => line.Contains(canary, StringComparison.OrdinalIgnoreCase))) sung ??= $"{Path.GetFileName(log)}: {line[..Math.Min(line.Length, 160)]}";
            }
        }
        verdict.Add("I9", sung is null, sung ?? $"no word about a family in {lines:N0} lines of {evidence.Logs.Count} logs");
    }
}

namespace Netzwerk.Mail;

/// <summary>
/// Due messages as they were seen, in the order in which they shall go, and what this process is sending: at most one message at a time for
/// each registered domain, and so many retries at once that senders are left for what goes out for the first time.
/// </summary>
internal sealed class DueMails
{
    internal const int MostRetries = OutboxWorker.MostSenders - 4;

    private readonly Lock _lock = new();
    private readonly List<DueMail> _window = [];
    private readonly Dictionary<Guid, (string Domain, bool IsRetry)> _sending = [];

    public bool HasFree
    {
        get
        {
            lock (_lock) return _window.Exists(IsFree);
        }
    }

    public IReadOnlyList<string> BusyDomains
    {
        get
        {
            lock (_lock) return [.. _sending.Values.Select(one => one.Domain)];
        }
    }

    public bool HasSendersForRetries
    {
        get
        {
            lock (_lock) return _sending.Values.Count(one => one.IsRetry) < MostRetries;
        }
    }

    public void Add(IEnumerable<DueMail> found)
    {
        lock (_lock)
        {
            var known = _window.Select(mail => mail.Id).Concat(_sending.Keys).ToHashSet();
            _window.AddRange(found.Where(mail => known.Add(mail.Id)));
        }
    }

    /// <summary>The first whose domain is free; it is busy from then on, until <see cref="Release"/>.</summary>
    public DueMail? Take()
    {
        lock (_lock)
        {
            var index = _window.FindIndex(IsFree);
            if (index < 0) return null;
            var mail = _window[index];
            _window.RemoveAt(index);
            _sending[mail.Id] = (RecipientDomain.Of(mail.AddressKey), mail.IsRetry);
            return mail;
        }
    }

    public void Release(Guid id)
    {
        lock (_lock) _sending.Remove(id);
    }

    public void Forget(string addressKey, string kind)
    {
        lock (_lock) _window.RemoveAll(mail => mail.IsLimited && mail.AddressKey == addressKey && mail.Kind == kind);
    }

    private bool IsFree(DueMail mail)
    {
        var domain = RecipientDomain.Of(mail.AddressKey);
        return _sending.Values.All(one => one.Domain != domain) && (!mail.IsRetry || _sending.Values.Count(one => one.IsRetry) < MostRetries);
    }
}

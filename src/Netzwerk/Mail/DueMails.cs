namespace Netzwerk.Mail;

/// <summary>
/// Due messages as they were seen, in the order in which they shall go, and what this process is sending: at most one message at a time for
/// each recipient domain.
/// </summary>
internal sealed class DueMails
{
    private readonly Lock _lock = new();
    private readonly List<DueMail> _window = [];
    private readonly Dictionary<Guid, string> _sending = [];

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
            lock (_lock) return [.. _sending.Values];
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
            _sending[mail.Id] = OutboxMail.DomainOf(mail.AddressKey);
            return mail;
        }
    }

    public void Release(Guid id)
    {
        lock (_lock) _sending.Remove(id);
    }

    public void Forget(string addressKey, string kind)
    {
        lock (_lock) _window.RemoveAll(mail => mail.AddressKey == addressKey && mail.Kind == kind);
    }

    private bool IsFree(DueMail mail) => !_sending.ContainsValue(OutboxMail.DomainOf(mail.AddressKey));
}

using System.Globalization;

namespace Netzwerk.Mail;

/// <summary>A message that is written anew after an unknown outcome counts up its Message-ID.</summary>
internal static class MessageIds
{
    /// <summary>Of <c>id.2@host</c> it is <c>id@host</c>; null of that itself.</summary>
    public static string? FirstOf(string messageId)
    {
        var (dot, at) = (messageId.IndexOf('.'), messageId.IndexOf('@'));
        return dot >= 0 && dot < at ? messageId.Remove(dot, at - dot) : null;
    }

    public static string NextOf(string messageId)
    {
        var (dot, at) = (messageId.IndexOf('.'), messageId.IndexOf('@'));
        var number = dot >= 0 && dot < at ? int.Parse(messageId.AsSpan(dot + 1, at - dot - 1), CultureInfo.InvariantCulture) + 1 : 2;
        return $"{(FirstOf(messageId) ?? messageId)[..(number > 2 ? dot : at)]}.{number}{messageId[at..]}";
    }
}

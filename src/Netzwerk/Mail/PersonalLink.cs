namespace Netzwerk.Mail;

/// <summary>Builds the address of a family's own page. Its token is derived and never stored, so only sending may ask for it.</summary>
public delegate string PersonalLink(Guid registrationId, int generation);

/// <summary>Builds the one-time link that an account's invitation or lost password brings. It too is made while sending and never stored.</summary>
/// <param name="kind">One of <see cref="MailKind"/>.</param>
public delegate Task<string> AccountLink(Guid accountId, string kind);

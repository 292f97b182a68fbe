namespace Netzwerk.Mail;

/// <summary>Builds the address of a family's own page. Its token is derived and never stored, so only sending may ask for it.</summary>
public delegate string PersonalLink(Guid registrationId, int generation);

using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.SignUp;

public enum Step
{
    Who,
    Children,
    Check,
}

/// <summary>What every step shows around its form.</summary>
/// <param name="Sealed">The journey so far, for the hidden field; null before the first POST.</param>
/// <param name="ChildrenKnownNo">„Nein“ was chosen, so the steps have no knot for children.</param>
/// <param name="Refusal">Why it cannot go on; shown above the form, which stays filled.</param>
/// <param name="Trouble">What was wrong with the request that brought the form.</param>
public abstract record StepPage(EventFacts Event, Step Step, string? Sealed, bool ChildrenKnownNo, Refusal? Refusal, RequestTrouble? Trouble);

public sealed record WhoPage(EventFacts Event, WhoForm Form, string? Sealed, bool ChildrenKnownNo, Refusal? Refusal, RequestTrouble? Trouble)
    : StepPage(Event, Step.Who, Sealed, ChildrenKnownNo, Refusal, Trouble)
{
    /// <summary>Why no child can come into care any more, said before it is asked for.</summary>
    public Refusal? NoChildcare { get; init; }

    /// <summary>The event asks something else than when this visitor answered.</summary>
    public bool QuestionsChanged { get; init; }
}

/// <param name="FocusRow">Index of the row whose first field takes the focus, because it was just added.</param>
public sealed record ChildrenPage(EventFacts Event, ChildrenForm Form, string? Sealed, int? FocusRow, Refusal? Refusal, RequestTrouble? Trouble)
    : StepPage(Event, Step.Children, Sealed, false, Refusal, Trouble);

/// <param name="ProbablyMeant">The address that was probably meant; a question, not an error.</param>
public sealed record CheckPage(EventFacts Event, WhoForm Who, IReadOnlyList<ChildForm> Children, string? ProbablyMeant, string? Sealed, Refusal? Refusal, RequestTrouble? Trouble)
    : StepPage(Event, Step.Check, Sealed, Children.Count == 0, Refusal, Trouble);

/// <param name="MayCancel">The event has not begun.</param>
public sealed record DonePage(EventFacts Event, string Reference, string Email, Party Party, bool WantsCall, bool MayCancel);

/// <summary>The last page, opened when something else has become true.</summary>
/// <param name="IsAhead">The event takes place and is not over.</param>
public sealed record StatusPage(EventFacts Event, string Reference, ReceiptStatus Status, bool IsAhead, bool MaySignUpAgain);

/// <summary>A key was used before, with other content or for a registration that is cancelled or erased by now.</summary>
public sealed record AlreadySentPage(EventFacts Event, bool IsCancelled, bool IsErased, bool MaySignUpAgain);
